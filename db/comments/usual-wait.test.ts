import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { countApprovedSince } from '#db/moderation/history.ts';
import { getModerationStats } from '#db/moderation/stats.ts';
import { approveComment } from '#db/moderation/moderate.ts';
import { comments, moderationDecisions } from '#db/tables/tables.ts';
import { after, DAY, MINUTE, NOON } from '#db/testing/articles.ts';
import { addHeldComment } from '#db/testing/comments.ts';
import { addTestArticle, addTestPerson } from '#db/testing/staff.ts';
import { undoDecision } from '#db/moderation/undo.ts';
import { getUsualWait } from './writer-status.ts';

const HOUR = 60 * MINUTE;
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

async function approveAfter(minutes: number, n = 0) {
  const commentId = await addHeldComment(articleId, { createdAt: after(n) });
  const result = await approveComment({ commentId, status: 'pending' }, salma, after(n + minutes * MINUTE));
  return result.outcome === 'decided' ? result.decisionId : '';
}

it('the usual wait is given only after ten decisions', async () => {
  for (let n = 0; n < 9; n++) await approveAfter(1, n);
  expect(await getUsualWait(after(HOUR))).toBeUndefined();
  await approveAfter(1, 9);
  expect(await getUsualWait(after(HOUR))).toBe(MINUTE);
});

it('the usual wait is at least as long as the longest wait of an unseen comment', async () => {
  for (let n = 0; n < 12; n++) await approveAfter(1, n);
  for (let n = 0; n < 34; n++) await addHeldComment(articleId, { createdAt: after(n) });
  expect(await getUsualWait(after(15 * HOUR))).toBe(15 * HOUR);
  // comments that came back to the queue were seen before and do not count
  await db().delete(comments);
  await db().delete(moderationDecisions);
  for (let n = 0; n < 12; n++) await approveAfter(1, n);
  await addHeldComment(articleId, { createdAt: after(-30 * DAY), reviewedAt: after(-29 * DAY) });
  await addHeldComment(articleId, { createdAt: after(-30 * DAY), appealedAt: after(0) });
  expect(await getUsualWait(after(HOUR))).toBe(MINUTE);
});

it('an undone decision counts in no statistic and not in the usual wait', async () => {
  const decisions: string[] = [];
  for (let n = 0; n < 10; n++) decisions.push(await approveAfter(1, n));
  expect(await countApprovedSince(NOON)).toBe(10);
  for (const id of decisions.slice(0, 9)) await undoDecision(id, salma, after(HOUR));
  const { waits, moderators, hours } = await getModerationStats({
    dayStart: NOON,
    now: after(2 * HOUR),
    days: 30,
  });
  expect(waits.decided).toBe(1);
  expect(moderators).toEqual([{ name: 'سلمى', total: 1, to: { approved: 1 } }]);
  expect(hours.reduce((sum, { decided }) => sum + decided, 0)).toBe(1);
  expect(await countApprovedSince(NOON)).toBe(1);
  expect(await getUsualWait(after(2 * HOUR))).toBeUndefined();
});

it('a comment that no person approved is not counted as approved', async () => {
  await addHeldComment(articleId, { status: 'approved' });
  expect(await countApprovedSince(NOON)).toBe(0);
});
