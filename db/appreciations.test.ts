import { beforeAll, beforeEach, expect, it } from 'vitest';
import { appreciateComment, hasAppreciatedOn, listAppreciatedOn, refreshAppreciations, takeBackAppreciation } from './appreciations.ts';
import { db } from './client.ts';
import { getContentVersion } from './content-version.ts';
import { newId } from './ids.ts';
import { comments } from './tables.ts';
import { addComment, addNewsroom, NOON, publish } from './test-articles.ts';

let articleId: string;
let number: number;
let commentId: string;

beforeAll(async () => {
  await addNewsroom();
  ({ id: articleId, number } = await publish());
});
beforeEach(async () => {
  await db().delete(comments);
  commentId = await addComment(articleId);
});

const appreciate = (writerId: string, source: string, id = commentId) => appreciateComment({ commentId: id, writerId, source }, NOON);
const shown = async () => (await db().select({ n: comments.appreciations }).from(comments))[0]!.n;

it('counts once a browser, and once a network and day', async () => {
  expect(await appreciate('w1', 's1')).toBe(true);
  expect(await appreciate('w1', 's2')).toBe(false);
  expect(await appreciate('w2', 's1')).toBe(true);
  await refreshAppreciations();
  expect(await shown()).toBe(1);
  expect(await appreciate('w3', 's2')).toBe(true);
  await refreshAppreciations();
  expect(await shown()).toBe(2);
});

it('remembers each browser of a network, up to what a program could make up', async () => {
  for (let n = 0; n < 25; n++) await appreciate(`w${n}`, 's1');
  expect(await hasAppreciatedOn('w1', number)).toBe(true);
  expect(await hasAppreciatedOn('w19', number)).toBe(true);
  expect(await hasAppreciatedOn('w20', number)).toBe(false);
  expect(await hasAppreciatedOn('w1', number + 1)).toBe(false);
});

it('is known to who pressed before the numbers are brought up to date, and can be taken back and given again', async () => {
  await appreciate('w1', 's1');
  await appreciate('w2', 's2');
  expect(await listAppreciatedOn('w1', articleId)).toEqual(new Map([[commentId, 2]]));
  await refreshAppreciations();
  expect(await takeBackAppreciation({ commentId, writerId: 'w1' })).toBe(true);
  expect(await takeBackAppreciation({ commentId, writerId: 'w1' })).toBe(false);
  expect(await takeBackAppreciation({ commentId, writerId: 'nobody' })).toBe(false);
  expect(await listAppreciatedOn('w1', articleId)).toEqual(new Map());
  await takeBackAppreciation({ commentId, writerId: 'w2' });
  await refreshAppreciations();
  expect(await shown()).toBe(0);
  expect(await appreciate('w1', 's1')).toBe(true);
  await refreshAppreciations();
  expect(await shown()).toBe(1);
});

it('is for published comments alone', async () => {
  expect(await appreciate('w1', 's1', await addComment(articleId, { status: 'pending' }))).toBe(false);
  expect(await appreciate('w1', 's1', newId())).toBe(false);
});

it('makes no page anew until the numbers are brought up to date together', async () => {
  const before = await getContentVersion();
  for (let n = 0; n < 5; n++) await appreciate(`w${n}`, `s${n}`);
  expect(await getContentVersion()).toBe(before);
  expect(await shown()).toBe(0);
  expect(await refreshAppreciations()).toBe(1);
  expect(await getContentVersion()).toBe(before + 1);
  expect(await refreshAppreciations()).toBe(0);
  expect(await getContentVersion()).toBe(before + 1);
});
