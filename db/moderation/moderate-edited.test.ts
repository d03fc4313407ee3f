import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listDecisions } from './history.ts';
import { decideMany, undoAtOnce } from './batch.ts';
import {
  approveComment,
  getStanding,
  markSpam,
  rejectComment,
  restoreComment,
  trashComment,
} from './moderate.ts';
import { reportComment } from './reports.ts';
import { undoDecision } from './undo.ts';
import { editComment } from '#db/comments/writer-acts.ts';
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

describe('a comment that its writer edited after it was seen', () => {
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  const edit = (id: string, body: string, now: Date) =>
    editComment(id, { name: 'قارئ', body, locale: 'ar', controls: { all: 0, deceiving: 0 } }, now);

  it('can be decided only by a moderator who saw the new words', async () => {
    const id = await addComment('كلام طيب');
    expect(await edit(id, 'كلام آخر', later(1))).toEqual({});
    for (const decide of [approveComment, rejectComment, markSpam]) {
      expect(await decide({ commentId: id, status: 'pending' }, staff.salma, later(2))).toMatchObject({
        outcome: 'conflict',
        status: 'pending',
      });
    }
    expect(await getStanding(id)).toMatchObject({ isEdited: true });
    await edit(id, 'كلام ثالث', later(3));
    expect(
      await approveComment({ commentId: id, status: 'pending', editedAt: later(1) }, staff.salma, later(4)),
    ).toMatchObject({ outcome: 'conflict' });
    decided(
      await approveComment({ commentId: id, status: 'pending', editedAt: later(3) }, staff.salma, later(5)),
    );
    expect(await getStanding(id)).toMatchObject({ status: 'approved', isEdited: false });
  });

  it('can be kept only by a moderator who saw the new words', async () => {
    const id = await addComment('كلام طيب');
    decided(await approveComment({ commentId: id, status: 'pending' }, staff.salma, later(1)));
    await edit(id, 'كلام آخر', later(2));
    decided(
      await approveComment({ commentId: id, status: 'pending', editedAt: later(2) }, staff.omar, later(3)),
    );
    await reportComment({ commentId: id, source: 'a', reason: 'hate', note: '' }, later(4));
    expect(await approveComment({ commentId: id, status: 'approved' }, staff.salma, later(5))).toMatchObject({
      outcome: 'conflict',
    });
    decided(
      await approveComment({ commentId: id, status: 'approved', editedAt: later(2) }, staff.salma, later(5)),
    );
  });

  it('is left out of a decision on many comments', async () => {
    const [changed, same] = [await addComment('كلام طيب'), await addComment('كلام طيب أيضًا')];
    await edit(changed, 'كلام آخر', later(1));
    const seen = [changed, same].map((commentId) => ({ commentId, status: 'pending' as const }));
    expect(await decideMany(seen, 'approved', staff.salma, later(2))).toMatchObject({
      decided: 1,
      missed: 1,
    });
    expect([await statusOf(changed), await statusOf(same)]).toEqual(['pending', 'approved']);
  });

  it('is not restored by an undo, at once or from the history, which offers none', async () => {
    const id = await addComment('كلام طيب');
    decided(await approveComment({ commentId: id, status: 'pending' }, staff.salma, later(1)));
    const { decisionId } = decided(
      await restoreComment({ commentId: id, status: 'approved' }, staff.salma, later(2)),
    );
    expect((await listDecisions({ page: 1, limit: 1 }))[0]).toMatchObject({ id: decisionId, canUndo: true });
    await edit(id, 'كلام آخر', later(3));
    expect(await undoAtOnce(decisionId, staff.salma, later(4))).toMatchObject({
      outcome: 'conflict',
      status: 'pending',
    });
    expect(await undoDecision(decisionId, staff.salma, later(4))).toMatchObject({
      outcome: 'conflict',
      status: 'pending',
    });
    expect((await listDecisions({ page: 1, limit: 1 }))[0]).toMatchObject({ id: decisionId, canUndo: false });
  });

  it('can still be restored by undoing a decision on the new words', async () => {
    const id = await addComment('كلام طيب');
    await edit(id, 'كلام آخر', later(1));
    const { decisionId } = decided(
      await trashComment({ commentId: id, status: 'pending', editedAt: later(1) }, staff.salma, later(2)),
    );
    expect(await undoDecision(decisionId, staff.salma, later(3))).toMatchObject({
      outcome: 'decided',
      to: 'pending',
    });
  });
});
