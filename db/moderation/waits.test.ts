import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { getModerationStats } from './stats.ts';
import { approveComment, rejectComment } from './moderate.ts';
import { reportComment } from './reports.ts';
import { comments, moderationDecisions } from '#db/tables/tables.ts';
import { after, DAY, MINUTE, NOON } from '#db/testing/articles.ts';
import { addHeldComment } from '#db/testing/comments.ts';
import { addTestArticle, addTestPerson } from '#db/testing/staff.ts';
import { undoDecision } from './undo.ts';
import { listWaits } from './waits.ts';

let salma: Person;
let articleId = '';

beforeAll(async () => {
  salma = await addTestPerson('سلمى', 'moderator');
  articleId = await addTestArticle();
});
beforeEach(async () => {
  await db().delete(comments);
  await db().delete(moderationDecisions);
});

const measured = async () => ({
  ...(await getModerationStats({ dayStart: NOON, now: after(DAY), days: 30 })).waits,
});
const four = { decided: 1, medianMinutes: 4, p95Minutes: 4 };

async function approveAfterFour() {
  const commentId = await addHeldComment(articleId, { createdAt: NOON });
  const result = await approveComment({ commentId, status: 'pending' }, salma, after(4 * MINUTE));
  return { commentId, decisionId: result.outcome === 'decided' ? result.decisionId : '' };
}

it('a comment that was public for a month until reports hid it does not count as waiting for a month', async () => {
  await approveAfterFour();
  const commentId = await addHeldComment(articleId, { status: 'approved', createdAt: after(-30 * DAY) });
  for (const source of ['a', 'b', 'c'])
    await reportComment({ commentId, source, reason: 'hate', note: '' }, after(MINUTE));
  expect(await approveComment({ commentId, status: 'pending' }, salma, after(2 * MINUTE))).toMatchObject({
    outcome: 'decided',
  });
  expect(await measured()).toEqual(four);
});

it('a decision that was undone does not end a wait', async () => {
  const { commentId, decisionId } = await approveAfterFour();
  await undoDecision(decisionId, salma, after(5 * MINUTE));
  await rejectComment({ commentId, status: 'pending' }, salma, after(90 * MINUTE));
  expect(await measured()).toEqual({ decided: 1, medianMinutes: 90, p95Minutes: 90 });
});

it('with a limit, only the newest decisions count', async () => {
  for (const [minutes, wait] of [
    [30, 3],
    [20, 2],
    [10, 1],
  ] as const) {
    const commentId = await addHeldComment(articleId, { createdAt: after((minutes - wait) * MINUTE) });
    await approveComment({ commentId, status: 'pending' }, salma, after(minutes * MINUTE));
  }
  expect(await listWaits({ limit: 2 })).toEqual([2 * MINUTE, 3 * MINUTE]);
});
