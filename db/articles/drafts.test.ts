import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { getArticle } from './articles.ts';
import { db } from '#db/engine/client.ts';
import { getContentVersion } from '#db/paper/content-version.ts';
import { beginArticle, getDraft, returnToAuthor, saveDraft, sendToDesk } from './drafts.ts';
import { publishDraft } from './publish-draft.ts';
import { getRevision, listRevisions, restoreRevision, saveRevision } from './revisions.ts';
import { articles, auditLog, authors, mediaUsages, media } from '#db/tables/tables.ts';
import { addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { publishNow, sectionId, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let editor: Person;
let author: Person;
let other: Person;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
  author = await addTestPerson('سلمى', 'author');
  other = await addTestPerson('عمر', 'author');
  await db().update(authors).set({ userId: author.id }).where(eq(authors.slug, 'salma'));
});

describe('a new article', () => {
  it('is a draft of the person who began it, with their byline', async () => {
    const begun = await beginArticle(
      { locale: 'ar', kind: 'article', sectionId: await sectionId(), headline: ' افتتاح الميناء ' },
      author,
      NOON,
    );
    const { article, draft } = (await getDraft(begun.id))!;
    expect(article).toMatchObject({
      number: begun.number,
      status: 'draft',
      ownerId: author.id,
      headline: 'افتتاح الميناء',
      slug: 'افتتاح-الميناء',
      publishedAt: null,
    });
    expect(draft).toMatchObject({ version: 1, isAhead: true, notes: '' });
    expect(draft.content.authorIds).toHaveLength(1);
    expect(await getArticle(begun.number, NOON)).toBeUndefined();
  });
});

describe('the working copy', () => {
  it('is created from the row of an article that was imported from a file', async () => {
    const { id } = await publish({ headline: 'من ملف', tags: ['نقل'], authors: ['omar'] });
    const { draft } = (await getDraft(id))!;
    expect(draft).toMatchObject({ version: 1, isAhead: false });
    expect(draft.content).toMatchObject({ headline: 'من ملف', tags: ['نقل'], slug: 'من-ملف' });
    expect(draft.content.authorIds).toHaveLength(1);
  });

  it('of a draft copies its headline and section to the article row and keeps the content version', async () => {
    const { id } = await write(author);
    const version = await getContentVersion();
    await type(id, author, { headline: 'عنوان آخر', sectionId: await sectionId('world') }, after(MINUTE));
    const { article, draft } = (await getDraft(id))!;
    expect(article).toMatchObject({
      headline: 'عنوان آخر',
      sectionId: await sectionId('world'),
      slug: 'عنوان-آخر',
      updatedAt: after(MINUTE),
    });
    expect(draft).toMatchObject({ version: 3, isAhead: true, updatedAt: after(MINUTE), userId: author.id });
    expect(await getContentVersion()).toBe(version);
  });

  it('of a published article changes neither the page nor the content version', async () => {
    const { id } = await write(editor);
    const { article } = await publishNow(id, editor);
    const version = await getContentVersion();
    await type(id, editor, { headline: 'غير منشور بعد' }, after(MINUTE));
    expect((await getArticle(article.number, after(MINUTE)))?.headline).toBe('خبر من المكتب');
    expect((await getDraft(id))?.draft.isAhead).toBe(true);
    expect(await getContentVersion()).toBe(version);
    await type(id, editor, { headline: 'خبر من المكتب' }, after(MINUTE));
    expect((await getDraft(id))?.draft.isAhead).toBe(false);
  });

  it('rejects a save with an old version and returns the current draft and its editor', async () => {
    const { id, version } = await write(author);
    const { draft } = (await getDraft(id))!;
    await saveDraft(
      { articleId: id, content: { ...draft.content, headline: 'الأول' }, version },
      author,
      NOON,
    );
    const second = await saveDraft(
      { articleId: id, content: { ...draft.content, headline: 'الثاني' }, version },
      editor,
      NOON,
    );
    expect(second).toMatchObject({
      fault: 'conflict',
      by: { id: author.id, name: 'سلمى' },
      draft: { version: version + 1, content: { headline: 'الأول' } },
    });
  });

  it('accepts one of several concurrent saves', async () => {
    const { id, version } = await write(author);
    const { draft } = (await getDraft(id))!;
    const saved = await Promise.all(
      ['أ', 'ب', 'ج'].map((headline) =>
        saveDraft({ articleId: id, content: { ...draft.content, headline }, version }, author, NOON),
      ),
    );
    expect(saved.filter((each) => 'fault' in each)).toHaveLength(2);
  });

  it('keeps the notes to the desk when the text is saved', async () => {
    const { id, version } = await write(author);
    const { draft } = (await getDraft(id))!;
    await saveDraft(
      { articleId: id, content: draft.content, version, notes: 'تحققوا من الرقم' },
      author,
      NOON,
    );
    await type(id, author, { city: 'طرابلس' });
    expect((await getDraft(id))?.draft.notes).toBe('تحققوا من الرقم');
  });

  it('can be saved only by its owner and by editors', async () => {
    const { id, version } = await write(author);
    const { draft } = (await getDraft(id))!;
    await expect(saveDraft({ articleId: id, content: draft.content, version }, other, NOON)).rejects.toThrow(
      NotAllowed,
    );
    expect(
      await saveDraft(
        { articleId: id, content: { ...draft.content, headline: 'بقلم الديسك' }, version },
        editor,
        NOON,
      ),
    ).toMatchObject({ version: version + 1 });
  });

  it('records which pictures it uses', async () => {
    await db()
      .insert(media)
      .values({ id: 'pic', hash: 'pic', width: 1, height: 1, alt: '', credit: '', createdAt: NOON });
    const { id } = await write(author, {
      lead: { mediaId: 'pic', caption: '', credit: '', alt: '', decorative: false },
    });
    expect(await db().select().from(mediaUsages).where(eq(mediaUsages.mediaId, 'pic'))).toEqual([
      { mediaId: 'pic', usedIn: 'draft', subjectId: id },
    ]);
  });
});

describe('an author', () => {
  it('can send an article to the desk, which returns it, but cannot publish it', async () => {
    const { id, version } = await write(author);
    await expect(publishDraft({ articleId: id, version }, author, NOON)).rejects.toThrow(NotAllowed);
    await sendToDesk(id, author, after(MINUTE));
    expect((await getDraft(id))?.draft.sentAt).toEqual(after(MINUTE));
    await returnToAuthor({ articleId: id, reason: 'ينقصه رقم' }, editor, after(2 * MINUTE));
    expect((await getDraft(id))?.draft.sentAt).toBeNull();
    const actions = await db()
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.subject, id))
      .orderBy(auditLog.id);
    expect(actions.map(({ action }) => action)).toEqual([
      'article.begun',
      'article.sent',
      'article.returned',
    ]);
  });
});

describe('revisions', () => {
  it('are saved on request, once for the same text', async () => {
    const { id } = await write(author);
    const first = await saveRevision(id, 'save', '', author, NOON);
    expect(await saveRevision(id, 'save', '', author, NOON)).toEqual(first);
    await type(id, author, { headline: 'تغيّر' });
    expect(await saveRevision(id, 'save', 'بعد الاتصال', author, NOON)).toMatchObject({ number: 2 });
    expect(await listRevisions(id)).toMatchObject([
      { number: 2, note: 'بعد الاتصال', by: { name: 'سلمى' } },
      { number: 1, act: 'save' },
    ]);
  });

  it('are restored after the current text is kept as a revision, without changing the slug', async () => {
    const { id } = await write(author, { headline: 'النص الأول' });
    const first = await saveRevision(id, 'save', '', author, NOON);
    const { version } = await type(id, author, { headline: 'النص الثاني', slug: 'عنوان-مختار' });
    if ('fault' in first) throw new Error(first.fault);
    expect(
      await restoreRevision({ articleId: id, revisionId: first.id, version: version - 1 }, author, NOON),
    ).toMatchObject({ fault: 'conflict' });
    expect(
      await restoreRevision({ articleId: id, revisionId: first.id, version }, author, NOON),
    ).toMatchObject({ version: version + 1 });
    expect((await getDraft(id))?.draft.content).toMatchObject({ headline: 'النص الأول', slug: 'عنوان-مختار' });
    const kept = await listRevisions(id);
    expect(kept.map(({ act }) => act)).toEqual(['restore', 'save', 'save']);
    expect((await getRevision(kept[1]!.id))?.content.headline).toBe('النص الثاني');
  });

  it('of another article cannot be restored into this one', async () => {
    const [one, two] = [await write(author), await write(author)];
    const saved = await saveRevision(two.id, 'save', '', author, NOON);
    expect(
      await restoreRevision(
        { articleId: one.id, revisionId: 'id' in saved ? saved.id : '', version: one.version },
        author,
        NOON,
      ),
    ).toEqual({ fault: 'gone' });
  });
});

it('rejects a save of a draft in the trash', async () => {
  const { id, version } = await write(author);
  const { draft } = (await getDraft(id))!;
  await db().update(articles).set({ status: 'trash' }).where(eq(articles.id, id));
  expect(await saveDraft({ articleId: id, content: draft.content, version }, author, NOON)).toEqual({
    fault: 'gone',
  });
});
