import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { getContentVersion } from '#db/paper/content-version.ts';
import { getDraft } from '#db/articles/drafts.ts';
import { newId } from '#db/engine/ids.ts';
import {
  addLiveEntry,
  changeLiveEntry,
  endCoverage,
  pinLiveEntry,
  removeLiveEntry,
  reopenCoverage,
  unpinLiveEntry,
} from './desk.ts';
import {
  getEntry,
  getLiveArticle,
  getLiveOutline,
  getLivePage,
  getLiveState,
  listChanges,
  listEntryTexts,
  listForDesk,
} from './entries.ts';
import { listPublishFaults } from '#db/articles/publish-draft.ts';
import { addNewsroom, after, changeArticle, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { deleteMedia } from '#db/media/media.ts';
import { listUsages } from '#db/media/usages.ts';
import { articles, auditLog, media, mediaUsages } from '#db/tables/tables.ts';

let editor: Person;
let author: Person;
let article: { id: string; number: number };
beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('ليلى', 'editor');
  author = await addTestPerson('سامر', 'author');
});
beforeEach(async () => {
  article = await publish({ headline: 'تغطية' });
  await changeArticle(article.id, { kind: 'live', ownerId: author.id });
});

const words = (text: string, minute: number) => ({
  at: after(minute * MINUTE),
  headline: text,
  body: docFromLines([`نص ${text}`]),
  isKey: false,
  isPinned: false,
});

async function add(
  text: string,
  minute: number,
  given: Partial<ReturnType<typeof words>> = {},
): Promise<string> {
  const added = await addLiveEntry(
    { articleId: article.id, ...words(text, minute), ...given },
    editor,
    after(24 * 60 * MINUTE),
  );
  if ('fault' in added) throw new Error(added.fault);
  return added.id;
}

const headlines = (entries: { headline: string }[]) => entries.map((entry) => entry.headline);

it('pages entries by their time, lists pinned ones apart, and begins a page with any entry', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 60; n++) ids.push(await add(`${n}`, n));
  await pinLiveEntry({ articleId: article.id, entryId: ids[10]! }, editor, after(MINUTE));
  const page = (await getLivePage(article.id))!;
  expect(headlines(page.pinned)).toEqual(['10']);
  expect(headlines(page.entries)).toEqual(Array.from({ length: 25 }, (_, n) => String(59 - n)));
  expect(page).toMatchObject({ older: ids[34], newer: null, isNewest: true });
  const second = (await getLivePage(article.id, page.older))!;
  expect(headlines(second.entries)[0]).toBe('34');
  expect(headlines(second.entries)).toContain('10');
  expect(second).toMatchObject({ pinned: [], older: ids[9], newer: ids[59], isNewest: false });
  expect((await getLivePage(article.id, ids[50]))!.newer).toBeUndefined();
  expect(await getLivePage(article.id, newId())).toBeUndefined();
});

it('lists entries written since a cursor, also with an earlier time of the event', async () => {
  await add('أول', 5);
  const { cursor } = (await getLivePage(article.id))!;
  const before = await getContentVersion();
  await add('وصل متأخرًا عن حدث سابق', 1);
  expect(await getContentVersion()).toBeGreaterThan(before);
  const news = await listChanges(article.id, cursor);
  expect(headlines(news.entries)).toEqual(['وصل متأخرًا عن حدث سابق']);
  expect(news).toMatchObject({ removed: [], isTooMuch: false });
  expect(news.cursor).toBeGreaterThan(cursor);
  expect(await getLiveState(article.number, NOON)).toEqual({ cursor: news.cursor, isEnded: false });
  expect(await listChanges(article.id, news.cursor)).toMatchObject({ cursor: news.cursor, entries: [] });
  expect(headlines((await getLivePage(article.id))!.entries)).toEqual(['أول', 'وصل متأخرًا عن حدث سابق']);
  expect(await getLiveOutline(article.id, 20)).toMatchObject({ startedAt: after(MINUTE) });
});

it('lists the earlier texts of an entry, without changes of the time alone and without other entries', async () => {
  const [entryId, other] = [await add('أول', 1), await add('غيره', 1)];
  const at = (minute: number) => after((60 + minute) * MINUTE);
  const change = async (
    id: string,
    text: string,
    minute: number,
    given: Partial<ReturnType<typeof words>> = {},
  ) => {
    const { updatedAt } = (await getEntry(article.id, id))!;
    expect(
      await changeLiveEntry(
        { articleId: article.id, entryId: id, ...words(text, 1), ...given, seenAt: updatedAt },
        editor,
        at(minute),
      ),
    ).toEqual({ id });
  };
  await change(entryId, 'ثانٍ', 1);
  await change(entryId, 'ثانٍ', 2, { at: after(3 * MINUTE), isKey: true });
  await change(entryId, 'ثالث', 3);
  await change(other, 'غيره معدلًا', 4);
  await pinLiveEntry({ articleId: article.id, entryId }, editor, at(5));
  expect(await listEntryTexts(article.id, entryId)).toMatchObject([
    { headline: 'ثانٍ', body: docFromLines(['نص ثانٍ']), by: 'ليلى', at: at(3) },
    { headline: 'أول', body: docFromLines(['نص أول']), by: 'ليلى', at: at(1) },
  ]);
});

it('changes an entry, rejects a change with an old stamp, and keeps removed entries for the record', async () => {
  const entryId = await add('أول', 1);
  const seen = (await getEntry(article.id, entryId))!;
  const change = { articleId: article.id, entryId, ...words('مصحح', 2) };
  const at = after(60 * MINUTE);
  expect(await changeLiveEntry({ ...change, seenAt: seen.updatedAt }, editor, at)).toEqual({ id: entryId });
  expect(await changeLiveEntry({ ...change, seenAt: seen.updatedAt }, editor, at)).toEqual({
    fault: 'conflict',
  });
  await unpinLiveEntry({ articleId: article.id, entryId }, editor, at);
  expect(await removeLiveEntry({ articleId: article.id, entryId }, editor, at)).toEqual({ id: entryId });
  expect(await removeLiveEntry({ articleId: article.id, entryId }, editor, at)).toEqual({ fault: 'gone' });
  expect((await getLivePage(article.id))!.entries).toEqual([]);
  expect(await listForDesk(article.id, { limit: 10 })).toMatchObject([{ headline: 'مصحح', removedAt: at }]);
  const rows = await db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, article.id))
    .orderBy(auditLog.id);
  expect(rows.map((row) => row.action)).toEqual([
    'live.added',
    'live.changed',
    'live.unpinned',
    'live.removed',
  ]);
  expect(rows[1]).toMatchObject({
    before: { headline: 'أول', body: seen.body },
    after: { headline: 'مصحح' },
  });
  const [touched] = await db().select().from(articles).where(eq(articles.id, article.id));
  expect(touched).toMatchObject({ revisedAt: at, updatedAt: at, version: 1 });
});

it('lists every change and removal once, also if the clock was behind', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) ids.push(await add(`${n}`, n));
  const which = (n: number) => ({ articleId: article.id, entryId: ids[n]! });
  let { cursor } = (await getLivePage(article.id))!;
  const news = async () => {
    const found = await listChanges(article.id, cursor);
    ({ cursor } = found);
    return [headlines(found.entries), found.removed];
  };
  // The clock is behind the earlier changes, and two changes have the same time.
  await pinLiveEntry(which(0), editor, NOON);
  expect(await news()).toEqual([['0'], []]);
  await unpinLiveEntry(which(0), editor, NOON);
  expect(await news()).toEqual([['0'], []]);
  const seen = (await getEntry(article.id, ids[1]!))!;
  await changeLiveEntry({ ...which(1), ...words('1', 1), isKey: true, seenAt: seen.updatedAt }, editor, NOON);
  expect((await getEntry(article.id, ids[1]!))!.editedAt).toBeNull();
  const marked = (await getEntry(article.id, ids[1]!))!;
  await changeLiveEntry({ ...which(1), ...words('مصحح', 1), seenAt: marked.updatedAt }, editor, NOON);
  expect((await getEntry(article.id, ids[1]!))!.editedAt).toEqual(NOON);
  await removeLiveEntry(which(2), editor, NOON);
  expect(await news()).toEqual([['مصحح'], [ids[2]]]);
  expect(await news()).toEqual([[], []]);
  expect((await getLivePage(article.id))!.cursor).toBe(cursor);
  expect(await getLiveState(article.number, NOON)).toEqual({ cursor, isEnded: false });
});

it('lists removals but no entries when a page missed too many changes', async () => {
  const gone = await add('يزال', 0);
  const { cursor } = (await getLivePage(article.id))!;
  for (let n = 0; n < 51; n++) await add(`${n}`, n);
  await removeLiveEntry({ articleId: article.id, entryId: gone }, editor, NOON);
  expect(await listChanges(article.id, cursor)).toMatchObject({
    isTooMuch: true,
    entries: [],
    removed: [gone],
  });
  expect(await listChanges(article.id, cursor + 1)).toMatchObject({ isTooMuch: false });
});

it('rejects entries in the future, empty entries and people who may not publish', async () => {
  const entry = { articleId: article.id, ...words('x', 0) };
  expect(await addLiveEntry({ ...entry, at: after(2 * MINUTE) }, editor, NOON)).toEqual({ fault: 'future' });
  expect(
    await addLiveEntry(
      { ...entry, headline: ' ', body: { type: 'doc', v: 2, content: [{ type: 'paragraph', content: [] }] } },
      editor,
      NOON,
    ),
  ).toEqual({ fault: 'empty' });
  expect(await addLiveEntry({ ...entry, articleId: (await publish()).id }, editor, NOON)).toEqual({
    fault: 'gone',
  });
  await expect(addLiveEntry(entry, author, NOON)).rejects.toThrow();
  await expect(endCoverage(article.id, author, NOON)).rejects.toThrow();
});

it('checks the pictures of entries and records their usages', async () => {
  const mediaId = newId();
  await db()
    .insert(media)
    .values({
      id: mediaId,
      hash: mediaId.slice(0, 16),
      width: 1,
      height: 1,
      alt: '',
      credit: '',
      createdAt: NOON,
    });
  const attrs = { mediaId, caption: '', credit: 'مداد', alt: '', decorative: true };
  const withPicture = (change: Partial<typeof attrs>) =>
    addLiveEntry(
      {
        articleId: article.id,
        ...words('', 1),
        body: { type: 'doc', v: 2, content: [{ type: 'figure', attrs: { ...attrs, ...change } }] },
      },
      editor,
      after(MINUTE),
    );
  expect(await withPicture({ mediaId: newId() })).toEqual({ fault: 'pictureMissing' });
  expect(await withPicture({ decorative: false })).toEqual({ fault: 'alt' });
  expect(await withPicture({ credit: '' })).toEqual({ fault: 'credit' });
  const entryId = await add('مع صورة', 1, {
    body: { type: 'doc', v: 2, content: [{ type: 'figure', attrs }] },
  });
  const used = () => db().select().from(mediaUsages).where(eq(mediaUsages.mediaId, mediaId));
  expect(await used()).toMatchObject([{ usedIn: 'live_entry', subjectId: entryId }]);
  expect(await listUsages(mediaId)).toMatchObject([
    { usedIn: 'live_entry', id: article.id, number: article.number, titleAr: 'تغطية' },
  ]);
  expect(await deleteMedia(mediaId, editor)).toMatchObject({ fault: 'used' });
  await removeLiveEntry({ articleId: article.id, entryId }, editor, NOON);
  expect(await used()).toEqual([]);
});

it('can be ended and reopened', async () => {
  expect(await reopenCoverage(article.id, editor, NOON)).toEqual({ fault: 'gone' });
  await endCoverage(article.id, editor, NOON);
  expect(await getLiveState(article.number, NOON)).toEqual({ cursor: 0, isEnded: true });
  expect(await getLiveArticle(article.number, NOON)).toMatchObject({ endedAt: NOON });
  await reopenCoverage(article.id, editor, NOON);
  expect(await getLiveState(article.number, NOON)).toMatchObject({ isEnded: false });
  await changeArticle(article.id, { status: 'draft' });
  expect(await getLiveState(article.number, NOON)).toBeUndefined();
  expect(await getLiveArticle(article.number, NOON)).toBeUndefined();
});

it('warns that entries become hidden when a coverage is changed to an article', async () => {
  const { draft } = (await getDraft(article.id))!;
  const keys = async () =>
    (await listPublishFaults({ ...draft, content: { ...draft.content, kind: 'article' } }, NOON)).map(
      ({ key }) => key,
    );
  expect(await keys()).not.toContain('entriesHidden');
  const entryId = await add('أول', 1);
  expect(await keys()).toContain('entriesHidden');
  await removeLiveEntry({ articleId: article.id, entryId }, editor, NOON);
  expect(await keys()).not.toContain('entriesHidden');
});
