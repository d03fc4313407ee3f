import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { countApprovedSince, listDecisions } from './history.ts';
import { newId } from '#db/engine/ids.ts';
import { countQueue, countQueues, getOldestOpen, listQueue } from './queue.ts';
import { approveComment, getDecision, markSpam, rejectComment, trashComment } from './moderate.ts';
import { undoDecision } from './undo.ts';
import { getQueueContext } from './queue-context.ts';
import { moderationDecisions } from '#db/tables/tables.ts';
import {
  at,
  staff,
  addComment,
  statusOf,
  decided,
  addStaffAndArticle,
  clearComments,
} from '#db/testing/moderated-comments.ts';

beforeAll(addStaffAndArticle);
beforeEach(clearComments);

describe('a decision', () => {
  it('changes the state and writes a row with person, old and new state, and reason', async () => {
    const id = await addComment('مرحبا');
    const { decisionId } = decided(
      await rejectComment({ commentId: id, status: 'pending', reason: ' خارج الموضوع ' }, staff.salma),
    );
    expect(await statusOf(id)).toBe('rejected');
    const [row] = await db().select().from(moderationDecisions).where(eq(moderationDecisions.id, decisionId));
    expect(row).toMatchObject({
      userId: staff.salma.id,
      rule: null,
      fromStatus: 'pending',
      toStatus: 'rejected',
      reason: 'خارج الموضوع',
      undoesId: null,
    });
    expect(await getDecision(decisionId)).toMatchObject({ toStatus: 'rejected', commentName: 'قارئ' });
  });

  it.each([
    [approveComment, 'approved'],
    [rejectComment, 'rejected'],
    [markSpam, 'spam'],
    [trashComment, 'trash'],
  ] as const)('%o leads to %s', async (decide, status) => {
    const id = await addComment('نص');
    decided(await decide({ commentId: id, status: 'pending' }, staff.salma));
    expect(await statusOf(id)).toBe(status);
  });

  it('is made by one of two moderators at the same moment; the other gets a conflict', async () => {
    const id = await addComment('نص');
    const results = await Promise.all([
      approveComment({ commentId: id, status: 'pending' }, staff.salma),
      markSpam({ commentId: id, status: 'pending' }, staff.omar),
    ]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'decided']);
    const refused = results.find(({ outcome }) => outcome === 'conflict');
    expect(refused).toMatchObject({
      status: await statusOf(id),
      byName: (await statusOf(id)) === 'approved' ? 'سلمى' : 'عمر',
    });
    expect(
      await db().select().from(moderationDecisions).where(eq(moderationDecisions.commentId, id)),
    ).toHaveLength(2);
  });

  it('on a comment that does not exist has the outcome `gone`', async () => {
    expect(await approveComment({ commentId: newId(), status: 'pending' }, staff.salma)).toEqual({
      outcome: 'gone',
    });
  });

  it('is refused to a role that does not moderate', async () => {
    const id = await addComment('نص');
    await expect(approveComment({ commentId: id, status: 'pending' }, staff.author)).rejects.toThrow(
      NotAllowed,
    );
    await expect(undoDecision(newId(), staff.author)).rejects.toThrow(NotAllowed);
    expect(await statusOf(id)).toBe('pending');
  });
});

describe('undo', () => {
  it('restores the comment with a row of its own, and works once', async () => {
    const id = await addComment('نص');
    const { decisionId } = decided(await trashComment({ commentId: id, status: 'pending' }, staff.salma));
    const undone = decided(await undoDecision(decisionId, staff.omar));
    expect(undone).toMatchObject({ from: 'trash', to: 'pending' });
    expect(await statusOf(id)).toBe('pending');
    expect(await undoDecision(decisionId, staff.salma)).toMatchObject({
      outcome: 'conflict',
      status: 'pending',
      byName: 'عمر',
    });
    expect(await undoDecision(undone.decisionId, staff.salma)).toEqual({ outcome: 'gone' });
  });

  it('works for one of two people at the same moment', async () => {
    const id = await addComment('نص');
    const { decisionId } = decided(await approveComment({ commentId: id, status: 'pending' }, staff.salma));
    const results = await Promise.all([
      undoDecision(decisionId, staff.salma),
      undoDecision(decisionId, staff.omar),
    ]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'decided']);
  });

  it('is refused after a later decision', async () => {
    const id = await addComment('نص');
    const { decisionId } = decided(await approveComment({ commentId: id, status: 'pending' }, staff.salma));
    decided(await markSpam({ commentId: id, status: 'approved' }, staff.omar));
    expect(await undoDecision(decisionId, staff.salma)).toMatchObject({
      outcome: 'conflict',
      status: 'spam',
      byName: 'عمر',
    });
    expect(await statusOf(id)).toBe('spam');
  });

  it('never reverses the decision of a rule', async () => {
    await addComment('نص');
    const [rule] = await db().select({ id: moderationDecisions.id }).from(moderationDecisions);
    expect(await undoDecision(rule!.id, staff.salma)).toEqual({ outcome: 'gone' });
  });
});

describe('the queue', () => {
  it('lists the longest wait first, with article, parent comment and decision', async () => {
    const opening = await addComment('الأول', { createdAt: new Date(at.getTime() - 60_000) });
    await addComment('رد', { parentId: opening });
    expect(await getOldestOpen()).toEqual(new Date(at.getTime() - 60_000));
    const { rows, next } = await listQueue({ queue: 'pending' }, { order: 'oldest', limit: 10 });
    expect(next).toBeUndefined();
    expect(rows.map(({ body }) => body)).toEqual(['الأول', 'رد']);
    expect(rows[0]).toMatchObject({
      parent: null,
      article: { number: 1001, sectionSlug: 'local', headline: 'خبر' },
    });
    expect((await getQueueContext(rows))[0]).toMatchObject({
      decision: { rule: 'hold-all' },
      replies: [{ body: 'رد' }],
      history: { counts: { pending: 1 } },
    });
    expect(rows[1]).toMatchObject({ parent: { name: 'قارئ', body: 'الأول' } });
    expect(await countQueue({ queue: 'pending', articleNumber: 1001 })).toBe(2);
    expect(await countQueue({ queue: 'pending', articleNumber: 9 })).toBe(0);
  });

  it('is counted by state, and the history marks decisions that can still be undone', async () => {
    const [one, two] = [await addComment('أ'), await addComment('ب')];
    const first = decided(
      await approveComment({ commentId: one, status: 'pending' }, staff.salma, new Date(at.getTime() + 1000)),
    );
    const second = decided(
      await markSpam({ commentId: one, status: 'approved' }, staff.omar, new Date(at.getTime() + 2000)),
    );
    const third = decided(
      await approveComment({ commentId: two, status: 'pending' }, staff.omar, new Date(at.getTime() + 3000)),
    );
    expect(await countQueues()).toEqual({
      pending: 0,
      reported: 0,
      unreviewed: 0,
      approved: 1,
      rejected: 0,
      spam: 1,
      trash: 0,
      withdrawn: 0,
    });
    expect(await countApprovedSince(at)).toBe(1);
    const rows = await listDecisions({ page: 1, limit: 10 });
    expect(rows.map(({ id, canUndo, byName }) => [id, canUndo, byName])).toEqual([
      [third.decisionId, true, 'عمر'],
      [second.decisionId, true, 'عمر'],
      [first.decisionId, false, 'سلمى'],
    ]);
  });
});
