import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { articleInputSchema } from '#lib/articles/input.ts';
import { docText } from '#lib/body/doc-text.ts';
import type { Doc } from '#lib/body/doc.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { parseComment } from '#lib/comments/rules.ts';
import { findDescription } from '#lib/media/find-description.ts';
import { noise, withIptc } from '#lib/media/test-pictures.ts';
import { readImported } from '#lib/wordpress/imported-comment.ts';
import { retractArticle } from '#db/articles/acts.ts';
import { db } from '#db/engine/client.ts';
import { amendCorrection, correctArticle, correctionStamp } from '#db/articles/corrections.ts';
import { beginArticle, getDraft } from '#db/articles/drafts.ts';
import { addLiveEntry } from '#db/live/desk.ts';
import { tagArticle } from '#db/articles/bulk.ts';
import { articles, articleTags, corrections, drafts, liveEntries, tags } from '#db/tables/tables.ts';
import { addNewsroom, getPage, NOON, publish } from './articles.ts';
import { publishNow, sectionId, type, whole, write } from './desk.ts';
import { addTestPerson } from './staff.ts';
import { TYPED, CLEAN, HIDDEN } from './hidden-characters.ts';

let editor: Person;
beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('ليلى', 'admin');
});

const body = (text: string): Doc => ({
  type: 'doc',
  v: 2,
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text },
        { type: 'text', text: '\u202E\u200B', marks: [{ type: 'bold' }] },
      ],
    },
  ],
});
const dirty = {
  label: TYPED,
  headline: TYPED,
  standfirst: TYPED,
  source: TYPED,
  city: TYPED,
  tags: [TYPED],
  seoTitle: TYPED,
  seoDescription: TYPED,
  commentsQuestion: TYPED,
  slug: TYPED,
  lead: { mediaId: null, caption: TYPED, credit: TYPED, alt: TYPED, decorative: false },
};
const cleaned = {
  label: CLEAN,
  headline: CLEAN,
  standfirst: CLEAN,
  source: CLEAN,
  city: CLEAN,
  tags: [CLEAN],
  seoTitle: CLEAN,
  seoDescription: CLEAN,
  commentsQuestion: CLEAN,
  slug: 'عام-2026-مداد-آخر-لا',
  lead: { mediaId: null, caption: CLEAN, credit: CLEAN, alt: CLEAN, decorative: false },
};

describe('the text of an article is cleaned', () => {
  it('by autosave and publishing', async () => {
    const { id } = await write(editor, whole({ ...dirty, body: body('قبل \u202E2026\u202C \uFEFB ') }));
    const { draft } = (await getDraft(id))!;
    expect(draft.content).toMatchObject(cleaned);
    expect(draft.content.body.content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'قبل 2026 لا ' }] },
    ]);
    const { article } = await publishNow(id, editor);
    const { commentsQuestion, tags: names, lead, ...row } = cleaned;
    expect(await getPage(article.number)).toMatchObject({
      ...row,
      commentsQuestion,
      leadCaption: lead.caption,
      leadAlt: lead.alt,
      tags: [{ name: names[0] }],
    });
  });

  it('on publishing a draft that was stored uncleaned', async () => {
    const { id } = await write(editor);
    const { draft } = (await getDraft(id))!;
    await db()
      .update(drafts)
      .set({ content: { ...draft.content, ...dirty } })
      .where(eq(drafts.articleId, id));
    const { article } = await publishNow(id, editor);
    expect(await getPage(article.number)).toMatchObject({
      headline: CLEAN,
      standfirst: CLEAN,
      label: CLEAN,
      source: CLEAN,
      city: CLEAN,
    });
  });

  it('by the form for a new article', async () => {
    const { id } = await beginArticle(
      { locale: 'ar', kind: 'article', sectionId: await sectionId(), headline: TYPED },
      editor,
      NOON,
    );
    const [row] = await db().select().from(articles).where(eq(articles.id, id));
    expect([row!.headline, (await getDraft(id))!.draft.content.headline]).toEqual([CLEAN, CLEAN]);
  });

  it('by the import of a file', async () => {
    const file = {
      headline: TYPED,
      standfirst: TYPED,
      source: TYPED,
      city: TYPED,
      tags: [TYPED],
      commentsQuestion: TYPED,
      body: ['نص \u202E2026\u202C \u200Bواحد'],
    };
    const { number } = await publish({
      ...file,
      corrections: [{ kind: 'correction', text: TYPED, publishedAt: NOON.toISOString() }],
      image: { alt: TYPED, caption: TYPED, credit: TYPED },
    });
    const page = await getPage(number);
    expect(page).toMatchObject({
      headline: CLEAN,
      standfirst: CLEAN,
      source: CLEAN,
      city: CLEAN,
      commentsQuestion: CLEAN,
      leadCaption: CLEAN,
      tags: [{ name: CLEAN }],
    });
    expect(docText(page.body)).toBe('نص 2026 واحد');
    expect(page.corrections[0]!.text).not.toMatch(HIDDEN);
    expect(
      articleInputSchema.parse({
        section: 'local',
        headline: 'x',
        body: ['x'],
        image: { alt: TYPED, caption: TYPED, credit: TYPED },
      }).image,
    ).toEqual({ alt: CLEAN, caption: CLEAN, credit: CLEAN });
  });

  it('by the bulk acts of the list', async () => {
    const { id } = await publish();
    await tagArticle({ articleId: id, tag: TYPED }, editor, NOON);
    const [row] = await db()
      .select({ name: tags.name })
      .from(articleTags)
      .innerJoin(tags, eq(tags.id, articleTags.tagId))
      .where(eq(articleTags.articleId, id));
    expect(row!.name).toBe(CLEAN);
  });

  it('by an entry of a coverage', async () => {
    const { id } = await write(editor, { kind: 'live', headline: TYPED });
    const entry = await addLiveEntry(
      {
        articleId: id,
        at: NOON,
        headline: TYPED,
        body: body('تحديث\u202E 2026'),
        isKey: false,
        isPinned: false,
      },
      editor,
      NOON,
    );
    if ('fault' in entry) throw new Error(entry.fault);
    const [row] = await db().select().from(liveEntries).where(eq(liveEntries.id, entry.id));
    expect([row!.headline, docText(row!.body)]).toEqual([CLEAN, 'تحديث 2026']);
  });

  it('by a new or changed note and by a retraction', async () => {
    const { id } = await publish();
    const made = await correctArticle({ articleId: id, kind: 'correction', text: TYPED }, editor, NOON);
    if ('fault' in made) throw new Error(made.fault);
    await amendCorrection(
      { id: made.correction.id, articleId: id, stamp: correctionStamp(made.correction), text: `ثم ${TYPED}` },
      editor,
      NOON,
    );
    await retractArticle({ articleId: id, text: TYPED }, editor, NOON);
    const rows = await db().select().from(corrections).where(eq(corrections.articleId, id));
    expect(rows).toHaveLength(2);
    for (const { text } of rows) expect(text).not.toMatch(HIDDEN);
    expect(
      await correctArticle({ articleId: id, kind: 'correction', text: '\u202E\u200B' }, editor, NOON),
    ).toEqual({ fault: 'text' });
  });

  it('before its length is checked', async () => {
    const { id } = await write(editor);
    await type(id, editor, { headline: `${'\u200B'.repeat(300)}خبر` });
    expect((await getDraft(id))!.draft.content.headline).toBe('خبر');
  });
});

describe('text from outside is cleaned', () => {
  it('in the IPTC fields of a picture', async () => {
    const picture = withIptc(await noise({ width: 60, height: 60 }).jpeg().toBuffer(), {
      110: TYPED,
      120: TYPED,
      116: TYPED,
    });
    const { credit, caption, license } = findDescription(picture);
    expect([credit, license]).toEqual([CLEAN, CLEAN]);
    expect(caption).not.toMatch(HIDDEN);
  });

  it('in the name of a commenter, from the form and from an import', () => {
    const parsed = parseComment(
      { body: 'رأي', name: 'سا\u202Eلم\u202C\u200B عمر\n', email: '' },
      { commentEmail: 'optional', takenNames: { site: [], people: [] } },
    );
    expect('input' in parsed && parsed.input.name).toBe('سالم عمر');
    const imported = readImported(
      {
        author: 'سا\u202Eلم\u202C\u200B عمر\n',
        email: '',
        content: 'رأي\u202E',
        approved: '1',
        own: null,
      } as Parameters<typeof readImported>[0],
      { locale: 'ar', takenNames: { site: [], people: [] } },
    );
    expect('name' in imported && [imported.name, imported.body]).toEqual(['سالم عمر', 'رأي']);
  });

  it('in a body that is written as lines', () =>
    expect(docText(docFromLines(['> \u202Eقول\u202C\u200B']))).toBe('قول'));
});
