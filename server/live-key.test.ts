import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { changeLiveEntry, removeLiveEntry } from '#db/live/desk.ts';
import { listChanges, nearestChange } from '#db/live/entries.ts';
import { listSections } from '#db/paper/sections.ts';
import { newId } from '#db/engine/ids.ts';
import { db } from '#db/engine/client.ts';
import { liveEntries } from '#db/tables/tables.ts';
import { addNewsroom, after, changeArticle, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { createFrontDoor } from './front-door.ts';
import { ask } from './test-request.ts';

let editor: Person;
let article: { id: string; number: number };

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('ليلى', 'editor');
});
beforeEach(async () => {
  article = await publish({ headline: 'تغطية' });
  await changeArticle(article.id, { kind: 'live' });
});

const CHANGED = {
  at: NOON,
  headline: 'آخر',
  body: docFromLines(['آخر']),
  isKey: false,
  isPinned: false,
};

/** Adds entries, one every ten milliseconds. */
async function addEntries(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await db()
    .insert(liveEntries)
    .values(
      ids.map((id, n) => ({
        id,
        articleId: article.id,
        at: after(n * 10),
        headline: `تحديث ${n}`,
        body: docFromLines(['نص']),
        isKey: false,
        isPinned: false,
        userId: editor.id,
        createdAt: after(n * 10),
        updatedAt: after(n * 10),
      })),
    );
  return ids;
}

/** What the page of the changes since a time shows, but for the time itself. */
async function shownSince(since: number) {
  const { entries, removed, isTooMuch } = await listChanges(article.id, since);
  return {
    entries: entries.map(({ id, createdAt }) => ({ id, isNew: createdAt.getTime() > since })),
    // A page that is too far behind is replaced as a whole.
    removed: isTooMuch ? null : removed,
    isTooMuch,
  };
}

it('finds for any time one with the same page', async () => {
  const ids = await addEntries(40);
  for (const [n, entryId] of ids.entries()) {
    const mark = { articleId: article.id, entryId };
    if (n % 5 === 1) await removeLiveEntry(mark, editor, after(500 + n * 7));
    if (n % 5 === 3)
      await changeLiveEntry({ ...mark, ...CHANGED, seenAt: after(n * 10) }, editor, after(500 + n * 7));
  }
  const found = new Set<number>();
  for (let time = -20; time < 900; time += 3) {
    const since = after(time).getTime();
    const nearest = await nearestChange(article.number, since);
    found.add(nearest);
    expect(nearest).toBeLessThanOrEqual(since);
    expect(await shownSince(nearest), `since ${time}`).toEqual(await shownSince(since));
  }
  expect(found.size).toBeLessThan(60);
});

it('shares one page for all times after which there were too many changes', async () => {
  await addEntries(80);
  const found = new Set<number>();
  for (let n = 0; n < 29; n++) found.add(await nearestChange(article.number, after(n * 10 + 5).getTime()));
  expect([...found]).toEqual([0]);
  expect(await nearestChange(article.number, after(29 * 10).getTime())).toBe(after(29 * 10).getTime());
});

it('renders few pages for a client that asks for 300 different times', async () => {
  await addEntries(5);
  const rendered: string[] = [];
  const { handle } = createFrontDoor(async (request: IncomingMessage, response: ServerResponse) => {
    await listSections();
    rendered.push(request.url!);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!DOCTYPE html><p>');
  });
  const first = after(0).getTime();
  for (let n = 0; n < 300; n++)
    await ask(handle, { path: `/live/${article.number}?after=${first - 150 + n}` });
  await ask(handle, { path: `/live/${article.number}?after=999999999999999` });
  const path = `/ar/live/${article.number}`;
  expect(rendered).toEqual([path, ...[0, 1, 2, 3, 4].map((n) => `${path}?after=${after(n * 10).getTime()}`)]);
});
