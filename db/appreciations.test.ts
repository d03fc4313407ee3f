import { beforeAll, beforeEach, expect, it } from 'vitest';
import { appreciateComment, refreshAppreciations } from './appreciations.ts';
import { db } from './client.ts';
import { getContentVersion } from './content-version.ts';
import { newId } from './ids.ts';
import { comments } from './tables.ts';
import { addComment, addNewsroom, NOON, publish } from './test-articles.ts';

let articleId: string;
let commentId: string;

beforeAll(async () => {
  await addNewsroom();
  articleId = (await publish()).id;
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
  expect(await appreciate('w2', 's1')).toBe(false);
  expect(await appreciate('w2', 's2')).toBe(true);
  await refreshAppreciations();
  expect(await shown()).toBe(2);
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
