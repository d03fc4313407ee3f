import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/can.ts';
import { db } from './client.ts';
import { getContentVersion } from './content-version.ts';
import { newId } from './ids.ts';
import { addLiveEntry, changeLiveEntry, endCoverage, pinLiveEntry, removeLiveEntry, reopenCoverage, unpinLiveEntry } from './live-desk.ts';
import { getEntry, getLiveArticle, getLiveOutline, getLivePage, getLiveState, listEntriesAfter, listForDesk } from './live-entries.ts';
import { addNewsroom, after, changeArticle, MINUTE, NOON, publish } from './test-articles.ts';
import { addTestPerson } from './test-staff.ts';
import { articles, auditLog, media, mediaUsages } from './tables.ts';

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

const words = (text: string, minute: number) => ({ at: after(minute * MINUTE), headline: text, body: docFromLines([`نص ${text}`]), isKey: false, isPinned: false });

async function add(text: string, minute: number, given: Partial<ReturnType<typeof words>> = {}): Promise<string> {
  const added = await addLiveEntry({ articleId: article.id, ...words(text, minute), ...given }, editor, after(24 * 60 * MINUTE));
  if ('fault' in added) throw new Error(added.fault);
  return added.id;
}

const headlines = (entries: { headline: string }[]) => entries.map((entry) => entry.headline);

it('lists entries by their time, pinned ones apart, and pages that begin with any entry', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 60; n++) ids.push(await add(`${n}`, n));
  await pinLiveEntry({ articleId: article.id, entryId: ids[10]! }, editor, after(MINUTE));
  const page = (await getLivePage(article.id))!;
  expect(headlines(page.pinned)).toEqual(['10']);
  expect(headlines(page.entries)).toEqual(Array.from({ length: 25 }, (_, n) => String(59 - n)));
  expect(page).toMatchObject({ older: ids[34], newer: null, isNewest: true, lastId: ids[59] });
  const second = (await getLivePage(article.id, page.older))!;
  expect(headlines(second.entries)[0]).toBe('34');
  expect(headlines(second.entries)).toContain('10');
  expect(second).toMatchObject({ pinned: [], older: ids[9], newer: ids[59], isNewest: false });
  expect((await getLivePage(article.id, ids[50]))!.newer).toBeUndefined();
  expect(await getLivePage(article.id, newId())).toBeUndefined();
});

it('tells what was written since, whatever time it is about', async () => {
  const first = await add('أول', 5);
  const before = await getContentVersion();
  const late = await add('وصل متأخرًا عن حدث سابق', 1);
  expect(await getContentVersion()).toBeGreaterThan(before);
  expect(headlines(await listEntriesAfter(article.id, first))).toEqual(['وصل متأخرًا عن حدث سابق']);
  expect(await getLiveState(article.number, NOON)).toEqual({ lastId: late, isEnded: false });
  expect(headlines((await getLivePage(article.id))!.entries)).toEqual(['أول', 'وصل متأخرًا عن حدث سابق']);
  expect(await getLiveOutline(article.id, 20)).toMatchObject({ startedAt: after(MINUTE) });
});

it('changes an entry, tells of a change meanwhile, and keeps what was removed for the record', async () => {
  const entryId = await add('أول', 1);
  const seen = (await getEntry(article.id, entryId))!;
  const change = { articleId: article.id, entryId, ...words('مصحح', 2) };
  const at = after(60 * MINUTE);
  expect(await changeLiveEntry({ ...change, seenAt: seen.updatedAt }, editor, at)).toEqual({ id: entryId });
  expect(await changeLiveEntry({ ...change, seenAt: seen.updatedAt }, editor, at)).toEqual({ fault: 'conflict' });
  await unpinLiveEntry({ articleId: article.id, entryId }, editor, at);
  expect(await removeLiveEntry({ articleId: article.id, entryId }, editor, at)).toEqual({ id: entryId });
  expect(await removeLiveEntry({ articleId: article.id, entryId }, editor, at)).toEqual({ fault: 'gone' });
  expect((await getLivePage(article.id))!.entries).toEqual([]);
  expect(await listForDesk(article.id, { limit: 10 })).toMatchObject([{ headline: 'مصحح', removedAt: at }]);
  const rows = await db().select().from(auditLog).where(eq(auditLog.subject, article.id)).orderBy(auditLog.id);
  expect(rows.map((row) => row.action)).toEqual(['live.added', 'live.changed', 'live.unpinned', 'live.removed']);
  expect(rows[1]).toMatchObject({ before: { headline: 'أول', text: 'نص أول' }, after: { headline: 'مصحح' } });
  const [touched] = await db().select().from(articles).where(eq(articles.id, article.id));
  expect(touched).toMatchObject({ revisedAt: at, updatedAt: at, version: 1 });
});

it('refuses what has not happened, what says nothing, and who may not publish', async () => {
  const entry = { articleId: article.id, ...words('x', 0) };
  expect(await addLiveEntry({ ...entry, at: after(2 * MINUTE) }, editor, NOON)).toEqual({ fault: 'future' });
  expect(await addLiveEntry({ ...entry, headline: ' ', body: { type: 'doc', v: 2, content: [{ type: 'paragraph', content: [] }] } }, editor, NOON)).toEqual({ fault: 'empty' });
  expect(await addLiveEntry({ ...entry, articleId: (await publish()).id }, editor, NOON)).toEqual({ fault: 'gone' });
  await expect(addLiveEntry(entry, author, NOON)).rejects.toThrow();
  await expect(endCoverage(article.id, author, NOON)).rejects.toThrow();
});

it('knows which pictures its entries use', async () => {
  const mediaId = newId();
  await db().insert(media).values({ id: mediaId, hash: mediaId.slice(0, 16), width: 1, height: 1, alt: '', credit: '', createdAt: NOON });
  const entryId = await add('مع صورة', 1, { body: { type: 'doc', v: 2, content: [{ type: 'figure', attrs: { mediaId, caption: '', credit: '', alt: '', decorative: true } }] } });
  const used = () => db().select().from(mediaUsages).where(eq(mediaUsages.mediaId, mediaId));
  expect(await used()).toMatchObject([{ usedIn: 'live_entry', subjectId: entryId }]);
  await removeLiveEntry({ articleId: article.id, entryId }, editor, NOON);
  expect(await used()).toEqual([]);
});

it('ends, and goes on when it must', async () => {
  expect(await reopenCoverage(article.id, editor, NOON)).toEqual({ fault: 'gone' });
  await endCoverage(article.id, editor, NOON);
  expect(await getLiveState(article.number, NOON)).toEqual({ lastId: '', isEnded: true });
  expect(await getLiveArticle(article.number, NOON)).toMatchObject({ endedAt: NOON });
  await reopenCoverage(article.id, editor, NOON);
  expect(await getLiveState(article.number, NOON)).toMatchObject({ isEnded: false });
  await changeArticle(article.id, { status: 'draft' });
  expect(await getLiveState(article.number, NOON)).toBeUndefined();
  expect(await getLiveArticle(article.number, NOON)).toBeUndefined();
});
