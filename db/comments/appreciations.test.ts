import Sqlite from 'better-sqlite3';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import {
  appreciateComment,
  hasAppreciatedOn,
  listAppreciatedOn,
  refreshAppreciations,
  takeBackAppreciation,
} from './appreciations.ts';
import { closeDatabase, db } from '#db/engine/client.ts';
import { commitCounter, getContentVersion } from '#db/paper/content-version.ts';
import { newId } from '#db/engine/ids.ts';
import { commentAppreciations, comments, instanceState } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { watchStatements } from '#db/testing/reader-reads.ts';

let articleId: string;
let number: number;
let commentId: string;

beforeAll(async () => {
  await addNewsroom();
  ({ id: articleId, number } = await publish());
});
beforeEach(async () => {
  await db().delete(comments);
  await db().delete(instanceState);
  commentId = await addComment(articleId);
});

const appreciate = (writerId: string, source: string, id = commentId) =>
  appreciateComment({ commentId: id, writerId, source }, NOON);
const shown = async () => (await db().select({ n: comments.appreciations }).from(comments))[0]!.n;

it('an appreciation counts once per browser, and once per network and day', async () => {
  expect(await appreciate('w1', 's1')).toBe(true);
  expect(await appreciate('w1', 's2')).toBe(false);
  expect(await appreciate('w2', 's1')).toBe(true);
  await refreshAppreciations(NOON);
  expect(await shown()).toBe(1);
  expect(await appreciate('w3', 's2')).toBe(true);
  await refreshAppreciations(NOON);
  expect(await shown()).toBe(2);
});

it('each browser of a network is stored, up to a limit against made-up browsers', async () => {
  for (let n = 0; n < 25; n++) await appreciate(`w${n}`, 's1');
  expect(await hasAppreciatedOn('w1', number)).toBe(true);
  expect(await hasAppreciatedOn('w19', number)).toBe(true);
  expect(await hasAppreciatedOn('w20', number)).toBe(false);
  expect(await hasAppreciatedOn('w1', number + 1)).toBe(false);
});

it('an appreciation shows to its writer before the refresh, and can be taken back and given again', async () => {
  await appreciate('w1', 's1');
  await appreciate('w2', 's2');
  expect(await listAppreciatedOn('w1', articleId)).toEqual(new Map([[commentId, 2]]));
  await refreshAppreciations(NOON);
  expect(await takeBackAppreciation({ commentId, writerId: 'w1' }, NOON)).toBe(true);
  expect(await takeBackAppreciation({ commentId, writerId: 'w1' }, NOON)).toBe(false);
  expect(await takeBackAppreciation({ commentId, writerId: 'nobody' }, NOON)).toBe(false);
  expect(await listAppreciatedOn('w1', articleId)).toEqual(new Map());
  await takeBackAppreciation({ commentId, writerId: 'w2' }, NOON);
  await refreshAppreciations(NOON);
  expect(await shown()).toBe(0);
  expect(await appreciate('w1', 's1')).toBe(true);
  await refreshAppreciations(NOON);
  expect(await shown()).toBe(1);
});

it('only published comments can be appreciated', async () => {
  expect(await appreciate('w1', 's1', await addComment(articleId, { status: 'pending' }))).toBe(false);
  expect(await appreciate('w1', 's1', newId())).toBe(false);
});

it('appreciations do not raise the content version until a refresh counts them together', async () => {
  const before = await getContentVersion();
  for (let n = 0; n < 5; n++) await appreciate(`w${n}`, `s${n}`);
  expect(await getContentVersion()).toBe(before);
  expect(await shown()).toBe(0);
  expect(await refreshAppreciations(NOON)).toBe(1);
  expect(await getContentVersion()).toBe(before + 1);
  expect(await refreshAppreciations(NOON)).toBe(0);
  expect(await getContentVersion()).toBe(before + 1);
});

it('a refresh counts what changed since the last one, without reading the archive', async () => {
  await appreciate('w1', 's1');
  const other = await addComment(articleId);
  await appreciateComment({ commentId: other, writerId: 'w2', source: 's2' }, after(DAY));
  expect(await refreshAppreciations(after(DAY))).toBe(2);
  // Inserted directly with an old time: only a scan of all rows would find it.
  await db()
    .insert(commentAppreciations)
    .values({ commentId, writerId: 'w3', source: 's3', createdAt: NOON });
  await appreciateComment({ commentId: other, writerId: 'w4', source: 's4' }, after(DAY + MINUTE));
  expect(await refreshAppreciations(after(DAY + MINUTE))).toBe(1);
  // A row that was committed late is not missed.
  await appreciate('w5', 's5', other);
  await db()
    .insert(commentAppreciations)
    .values({ commentId: other, writerId: 'w6', source: 's6', createdAt: after(DAY - 5 * MINUTE) });
  expect(await refreshAppreciations(after(DAY + 2 * MINUTE))).toBe(1);
  const counter = commitCounter();
  expect(await refreshAppreciations(after(DAY + 3 * MINUTE))).toBe(0);
  expect(commitCounter()).toBe(counter);
  // The clock went back: a new row may have an earlier time than one that was counted.
  expect(await refreshAppreciations(after(MINUTE))).toBe(1);
  expect(await shown()).toBe(2);
});

it('a refresh finds the changes by an index', async () => {
  await appreciate('w1', 's1');
  await refreshAppreciations(NOON);
  const { seen, stop } = watchStatements();
  closeDatabase();
  await refreshAppreciations(NOON);
  stop();
  const asked = [...seen].filter((sql) => /^select.*comment_appreciations/i.test(sql));
  expect(asked.length).toBeGreaterThan(0);
  const file = new Sqlite(env.databaseFile, { readonly: true });
  for (const sql of asked) {
    const plan = file
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...Array.from({ length: sql.split('?').length - 1 }, () => 'x'));
    expect(
      plan
        .map(({ detail }) => detail)
        .filter((line) => /^SCAN (?:comment_appreciations|comments)/.test(line)),
      sql,
    ).toEqual([]);
  }
  file.close();
});
