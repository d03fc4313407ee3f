import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { articlePath } from '#lib/articles/path.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { cancelSchedule, retractArticle, trashArticle, unpublishArticle, untrashArticle } from './acts.ts';
import { getArticle } from './articles.ts';
import { db } from '#db/engine/client.ts';
import { correctArticle } from './corrections.ts';
import { getDraft, saveDraft } from './drafts.ts';
import { publishDraft } from './publish-draft.ts';
import { tagArticle } from './bulk.ts';
import { listRevisions } from './revisions.ts';
import { searchArticles } from '#db/search/find-articles.ts';
import { auditLog, redirects } from '#db/tables/tables.ts';
import { addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { publishNow, sectionId, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let editor: Person;
let author: Person;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
  author = await addTestPerson('سلمى', 'author');
});

const finds = async (query: string, now = NOON) =>
  (await searchArticles(query, { locale: 'ar', now, order: 'relevance', page: 1, perPage: 20 }))?.items.map(
    ({ headline }) => headline,
  ) ?? [];
const redirectsFrom = (path: string) =>
  db().select({ to: redirects.toPath }).from(redirects).where(eq(redirects.fromPath, path));

describe('publishing', () => {
  it('writes the row, tags, search index, revision and audit log together', async () => {
    const { id } = await write(author, {
      headline: 'ترميم المكتبة القديمة',
      tags: ['ثقافة', 'ثقافة '],
      label: 'تقرير',
    });
    expect(await finds('المكتبة')).toEqual([]);
    const { article, version } = await publishNow(id, editor, after(MINUTE));
    expect(article).toMatchObject({
      status: 'published',
      publishedAt: after(MINUTE),
      revisedAt: null,
      slug: 'ترميم-المكتبة-القديمة',
      label: 'تقرير',
      version: 2,
    });
    expect(await finds('المكتبة', after(MINUTE))).toEqual(['ترميم المكتبة القديمة']);
    expect((await getArticle(article.number, after(MINUTE)))?.tags.map(({ name }) => name)).toEqual([
      'ثقافة',
    ]);
    expect((await getDraft(id))?.draft).toMatchObject({
      version,
      isAhead: false,
      content: { slug: 'ترميم-المكتبة-القديمة', tags: ['ثقافة'] },
    });
    expect(await listRevisions(id)).toMatchObject([{ act: 'publish', number: 1 }]);
    const [entry] = await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, id))
      .orderBy(desc(auditLog.id))
      .limit(1);
    expect(entry).toMatchObject({
      action: 'article.published',
      userId: editor.id,
      detail: { revision: 1, from: 'draft' },
    });
    expect(entry?.actId).toBeTruthy();
  });

  it('is rejected with the list of faults, and the article stays a draft', async () => {
    const { id, version } = await write(author, {
      tags: [],
      headline: '',
      body: docFromLines([' نص ']),
      lead: { mediaId: null, caption: '', credit: '', alt: '', decorative: false },
    });
    expect(await publishDraft({ articleId: id, version }, editor, NOON)).toEqual({
      fault: 'checks',
      faults: [
        { key: 'headline', level: 'stop' },
        { key: 'tags', level: 'warn' },
      ],
    });
    expect((await getDraft(id))?.article.status).toBe('draft');
  });

  it('is rejected if the draft changed since', async () => {
    const { id, version } = await write(author);
    await type(id, author, { city: 'درنة' });
    expect(await publishDraft({ articleId: id, version }, editor, NOON)).toMatchObject({
      fault: 'conflict',
      by: { id: author.id },
    });
  });

  it('and a concurrent autosave never both succeed', async () => {
    const { id, version } = await write(author);
    const { draft } = (await getDraft(id))!;
    const [published, saved] = await Promise.all([
      publishDraft({ articleId: id, version }, editor, NOON),
      saveDraft({ articleId: id, content: { ...draft.content, headline: 'متأخر' }, version }, author, NOON),
    ]);
    expect([published, saved].filter((each) => 'fault' in each)).toHaveLength(1);
  });

  it('for a future time shows the article from that time on and can be cancelled', async () => {
    const { id } = await write(author, { headline: 'موعد لاحق' });
    const { article } = await publishNow(id, editor, NOON, after(MINUTE));
    expect(await getArticle(article.number, after(MINUTE - 1))).toBeUndefined();
    expect((await getArticle(article.number, after(MINUTE)))?.headline).toBe('موعد لاحق');
    expect(await cancelSchedule({ articleId: id }, editor, after(1))).toMatchObject({
      article: { status: 'draft', publishedAt: null },
    });
    expect(await getArticle(article.number, after(MINUTE))).toBeUndefined();
  });
});

describe('publishing again', () => {
  it('keeps the publication time and sets the revision time only for changes that readers notice', async () => {
    const { id } = await write(editor, { headline: 'صيغة أولى' });
    await publishNow(id, editor);
    await type(id, editor, { tags: ['نقل', 'مدن'] });
    expect((await publishNow(id, editor, after(MINUTE))).article).toMatchObject({
      publishedAt: NOON,
      revisedAt: null,
    });
    await type(id, editor, { body: docFromLines(['نص آخر.']) });
    expect((await publishNow(id, editor, after(2 * MINUTE))).article).toMatchObject({
      publishedAt: NOON,
      revisedAt: after(2 * MINUTE),
    });
    expect((await listRevisions(id)).map(({ act }) => act)).toEqual(['update', 'update', 'publish']);
  });

  it('with a new headline keeps the address', async () => {
    const { id } = await write(editor, { headline: 'عنوان ثابت' });
    await publishNow(id, editor);
    await type(id, editor, { headline: 'عنوان جديد تمامًا' });
    expect((await publishNow(id, editor, after(MINUTE))).article.slug).toBe('عنوان-ثابت');
  });

  it('with a new slug or section redirects every old address directly to the newest', async () => {
    const { id } = await write(editor, { headline: 'الأول' });
    const { article } = await publishNow(id, editor);
    const path = (slug: string, sectionSlug = 'local') => articlePath({ ...article, slug, sectionSlug });
    await type(id, editor, { slug: 'الثاني' });
    await publishNow(id, editor, after(1));
    expect(await redirectsFrom(path('الأول'))).toEqual([{ to: path('الثاني') }]);
    await type(id, editor, { sectionId: await sectionId('world') });
    await publishNow(id, editor, after(2));
    expect(await redirectsFrom(path('الأول'))).toEqual([{ to: path('الثاني', 'world') }]);
    expect(await redirectsFrom(path('الثاني'))).toEqual([{ to: path('الثاني', 'world') }]);
    await type(id, editor, { slug: 'الأول', sectionId: await sectionId() });
    await publishNow(id, editor, after(3));
    expect(await redirectsFrom(path('الأول'))).toEqual([]);
    expect(await redirectsFrom(path('الثاني'))).toEqual([{ to: path('الأول') }]);
  });
});

describe('after publication, the desk', () => {
  it('can unpublish an article, which hides it and keeps its address and publication time', async () => {
    const { id } = await write(editor, { headline: 'يُسحب مؤقتًا' });
    const { article } = await publishNow(id, editor);
    expect(await unpublishArticle({ articleId: id, articleVersion: 1 }, editor, after(1))).toEqual({
      fault: 'conflict',
    });
    await unpublishArticle({ articleId: id, articleVersion: article.version }, editor, after(1));
    expect(await getArticle(article.number, after(1))).toBeUndefined();
    expect(await finds('يُسحب', after(1))).toEqual([]);
    await type(id, editor, { headline: 'يعود', sectionId: await sectionId('world') }, after(2));
    expect((await getDraft(id))?.article).toMatchObject({
      slug: article.slug,
      sectionId: article.sectionId,
      headline: 'يعود',
    });
    expect((await publishNow(id, editor, after(3))).article).toMatchObject({
      publishedAt: NOON,
      slug: article.slug,
    });
  });

  it('gets back the first publication time when it cancels a schedule of an unpublished article', async () => {
    const { id } = await write(author, { headline: 'قُرئ مرة' });
    const { article } = await publishNow(id, editor);
    await unpublishArticle({ articleId: id }, editor, after(1));
    await publishNow(id, editor, after(2), after(MINUTE));
    expect(await cancelSchedule({ articleId: id }, editor, after(3))).toMatchObject({
      article: { status: 'draft', publishedAt: NOON },
    });
    await type(id, editor, { headline: 'عنوان آخر' }, after(4));
    expect((await getDraft(id))?.article.slug).toBe(article.slug);
    await expect(trashArticle({ articleId: id }, author, after(5))).rejects.toThrow(NotAllowed);
  });

  it('gets no publication time for an article that was only changed while it was scheduled', async () => {
    const { id } = await write(author, { headline: 'لم يُقرأ قط' });
    await publishNow(id, editor, NOON, after(MINUTE));
    expect(await tagArticle({ articleId: id, tag: 'مدن' }, editor, after(1))).toEqual({ done: true });
    expect(await cancelSchedule({ articleId: id }, editor, after(2))).toMatchObject({
      article: { status: 'draft', publishedAt: null },
    });
  });

  it('can retract an article, which leaves the search and keeps its page with the notice', async () => {
    const { id } = await write(editor, { headline: 'رواية باطلة' });
    const { article } = await publishNow(id, editor);
    expect(await retractArticle({ articleId: id, text: ' ' }, editor, after(1))).toEqual({ fault: 'text' });
    await retractArticle({ articleId: id, text: 'تبيّن أن الوثيقة مزورة.' }, editor, after(1));
    expect(await finds('باطلة', after(1))).toEqual([]);
    const page = await getArticle(article.number, after(1));
    expect(page).toMatchObject({
      status: 'retracted',
      corrections: [{ kind: 'retraction', text: 'تبيّن أن الوثيقة مزورة.' }],
    });
    expect(await retractArticle({ articleId: id, text: 'ثانية' }, editor, after(2))).toEqual({
      fault: 'state',
    });
  });

  it('can trash an article only after it is unpublished, and can restore it', async () => {
    const { id } = await write(author);
    await publishNow(id, editor);
    expect(await trashArticle({ articleId: id }, editor, NOON)).toEqual({ fault: 'state' });
    await unpublishArticle({ articleId: id }, editor, NOON);
    await expect(trashArticle({ articleId: id }, author, NOON)).rejects.toThrow(NotAllowed);
    expect(await trashArticle({ articleId: id }, editor, NOON)).toMatchObject({
      article: { status: 'trash' },
    });
    expect(await untrashArticle({ articleId: id }, editor, NOON)).toMatchObject({
      article: { status: 'draft' },
    });
    const own = await write(author);
    expect(await trashArticle({ articleId: own.id }, author, NOON)).toMatchObject({
      article: { status: 'trash' },
    });
  });

  it('excludes authors: their acts throw NotAllowed', async () => {
    const { id } = await publish();
    await expect(unpublishArticle({ articleId: id }, author, NOON)).rejects.toThrow(NotAllowed);
    await expect(retractArticle({ articleId: id, text: 'س' }, author, NOON)).rejects.toThrow(NotAllowed);
    await expect(cancelSchedule({ articleId: id }, author, NOON)).rejects.toThrow(NotAllowed);
    await expect(correctArticle({ articleId: id, kind: 'update', text: 'س' }, author, NOON)).rejects.toThrow(
      NotAllowed,
    );
  });
});
