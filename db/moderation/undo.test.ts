import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { featureComment, unfeatureComment } from './picks.ts';
import { decideMany, undoAtOnce } from './batch.ts';
import { countQueues } from './queue.ts';
import { approveComment, markSpam, restoreComment, trashComment, type DecisionResult } from './moderate.ts';
import { reportComment } from './reports.ts';
import { deleteExpired } from '#db/privacy/retention.ts';
import { commentReports, comments, moderationDecisions } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, DAY, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { undoDecision } from './undo.ts';

let salma: Person;
let articleId = '';
const read = async (id: string) => (await db().select().from(comments).where(eq(comments.id, id)))[0]!;
const idOf = (result: DecisionResult) => (result.outcome === 'decided' ? result.decisionId : result.outcome);
const trash = async (commentId: string, at: Date) =>
  idOf(await trashComment({ commentId, status: 'approved' }, salma, at));

beforeAll(async () => {
  await addNewsroom();
  articleId = (await publish()).id;
  salma = await addTestPerson('سلمى', 'moderator');
});
beforeEach(async () => {
  await db().delete(comments);
  await db().delete(moderationDecisions);
});

describe('the button beside a decision', () => {
  it('undoes it for thirty seconds; after that only the history can', async () => {
    const [early, late] = [await addComment(articleId), await addComment(articleId)];
    const [first, second] = [await trash(early, NOON), await trash(late, after(1))];
    expect(await undoAtOnce(first, salma, after(30_000))).toMatchObject({
      outcome: 'decided',
      to: 'approved',
    });
    expect(await undoAtOnce(second, salma, after(30_002))).toEqual({ outcome: 'late' });
    expect(await read(late)).toMatchObject({ status: 'trash' });
    expect(await undoDecision(second, salma, after(DAY))).toMatchObject({
      outcome: 'decided',
      to: 'approved',
    });
  });

  it('undoes the whole batch of the decision', async () => {
    const ids = [await addComment(articleId), await addComment(articleId)];
    const { decisionId } = await decideMany(
      ids.map((commentId) => ({ commentId, status: 'approved' })),
      'spam',
      salma,
      NOON,
    );
    expect(await undoAtOnce(decisionId!, salma, after(30_001))).toEqual({ outcome: 'late' });
    expect(await undoAtOnce(decisionId!, salma, after(20_000))).toMatchObject({ decided: 2, missed: 0 });
  });
});

describe('an undo', () => {
  it('reopens the reports that the decision had resolved, and no others', async () => {
    const id = await addComment(articleId);
    const report = (source: string, at: Date) =>
      reportComment({ commentId: id, source, reason: 'hate', note: '' }, at);
    await report('a', NOON);
    await approveComment({ commentId: id, status: 'approved' }, salma, after(1));
    await report('b', after(2));
    await report('c', after(3));
    const decisionId = await trash(id, after(4));
    expect(await read(id)).toMatchObject({ openReports: 0 });
    await undoDecision(decisionId, salma, after(5));
    expect(await read(id)).toMatchObject({ status: 'approved', openReports: 2 });
    expect(await countQueues()).toMatchObject({ reported: 1 });
    const reports = await db().select().from(commentReports);
    expect(Object.fromEntries(reports.map(({ source, resolvedAt }) => [source, resolvedAt]))).toEqual({
      a: after(1),
      b: null,
      c: null,
    });
  });

  it("restores the editors' pick with its line", async () => {
    const id = await addComment(articleId);
    await featureComment(id, 'حجة واضحة', salma, NOON);
    const first = await trash(id, after(1));
    expect(await read(id)).toMatchObject({ featuredAt: null });
    await undoDecision(first, salma, after(2));
    expect(await read(id)).toMatchObject({ featuredAt: NOON, featuredLine: 'حجة واضحة' });
    await undoDecision(await trash(id, after(3)), salma, after(4));
    expect(await read(id)).toMatchObject({ featuredAt: NOON, featuredLine: 'حجة واضحة' });
  });

  it('does not restore a pick that had ended before the decision', async () => {
    const id = await addComment(articleId);
    await featureComment(id, 'حجة', salma, NOON);
    await unfeatureComment(id, salma, after(1));
    await undoDecision(await trash(id, after(2)), salma, after(3));
    expect(await read(id)).toMatchObject({ status: 'approved', featuredAt: null });
    await featureComment(id, 'حجة', salma, after(4));
    await markSpam({ commentId: id, status: 'approved' }, salma, after(5));
    await approveComment({ commentId: id, status: 'spam' }, salma, after(6));
    await undoDecision(await trash(id, after(7)), salma, after(8));
    expect(await read(id)).toMatchObject({ status: 'approved', featuredAt: null });
  });
});

it('a comment whose text was erased cannot be restored, by undo or by a decision', async () => {
  const id = await addComment(articleId, { createdAt: after(-60 * DAY) });
  const decisionId = await trash(id, after(-31 * DAY));
  await deleteExpired(NOON);
  expect(await read(id)).toMatchObject({ body: '' });
  expect(await undoDecision(decisionId, salma, NOON)).toEqual({ outcome: 'emptied' });
  expect(await restoreComment({ commentId: id, status: 'trash' }, salma, NOON)).toEqual({
    outcome: 'emptied',
  });
  expect(await approveComment({ commentId: id, status: 'trash' }, salma, NOON)).toEqual({
    outcome: 'emptied',
  });
  expect(await approveComment({ commentId: id, status: 'spam' }, salma, NOON)).toMatchObject({
    outcome: 'conflict',
    status: 'trash',
  });
  expect(await markSpam({ commentId: id, status: 'trash' }, salma, NOON)).toMatchObject({
    outcome: 'decided',
  });
});
