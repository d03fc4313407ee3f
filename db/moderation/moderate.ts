import { and, desc, eq, gt, isNull, ne, or, type Column } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { learnFromDecision } from './classifier.ts';
import { recordDecision } from './decisions.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { reopenReports, resolveReports } from './reports.ts';
import type { CommentStatus, ReasonCode } from '#db/tables/content.ts';
import { comments, moderationDecisions, users } from '#db/tables/tables.ts';

/**
 * A comment as the moderator saw it when deciding: its state, and when its writer had last changed it, if
 * ever. The reason is told to the writer of a refused one.
 */
export type Seen = {
  commentId: string;
  status: CommentStatus;
  editedAt?: Date | null;
  reason?: string;
  reasonCode?: ReasonCode;
};

export type DecisionResult =
  | { outcome: 'decided'; decisionId: string; commentId: string; from: CommentStatus; to: CommentStatus }
  /**
   * Somebody decided meanwhile, or the writer changed it: nothing was changed; the comment stands in
   * `status`.
   */
  | { outcome: 'conflict'; commentId: string; status: CommentStatus; byName: string | null }
  /** Its text was thrown away after its time in the bin: there is nothing left to bring out. */
  | { outcome: 'emptied' }
  /** Too late for the button beside a decision; the history still takes it back. */
  | { outcome: 'late' }
  | { outcome: 'gone' };

type Rows = Record<'act' | 'fromStatus' | 'toStatus', Column>;

/** Rows that brought a comment where it stands; a report, a note or a look at its address did not. */
export const broughtItThere = (rows: Rows = moderationDecisions) =>
  or(eq(rows.act, 'move'), isNull(rows.fromStatus), ne(rows.fromStatus, rows.toStatus));

/**
 * Rows behind which no older decision is taken back: it was about other words, too, once the writer changed
 * them.
 */
export const supersedes = (rows: Rows = moderationDecisions) =>
  or(broughtItThere(rows), eq(rows.act, 'edit'));

export const latestDecision = (runner: Runner, commentId: string) =>
  runner
    .select({ id: moderationDecisions.id, act: moderationDecisions.act, byName: users.name })
    .from(moderationDecisions)
    .leftJoin(users, eq(moderationDecisions.userId, users.id))
    .where(and(eq(moderationDecisions.commentId, commentId), supersedes()))
    .orderBy(desc(moderationDecisions.sequence))
    .limit(1);

/** What was taken away by the decision that is now taken back, to stand there again. */
export type Before = { decidedAt: Date; pick?: { featuredAt: Date; featuredLine: string } };
type Move = Seen & { to: CommentStatus; undoesId?: string; before?: Before };

/**
 * What a state brings with it: a reason belongs to a refused comment, the editors' pick to one that is on the
 * site.
 */
const consequences = ({ to, reason = '', reasonCode = 'other', before }: Move) => ({
  status: to,
  openReports: 0,
  reasonCode: to === 'rejected' ? reasonCode : null,
  reasonNote: to === 'rejected' ? reason.trim() : '',
  ...(to !== 'approved' && { featuredAt: null, featuredLine: '' }),
  ...(to === 'approved' && before?.pick),
});

/** The writer is told of an answer, not of a bin; who listens to the webhook only of what is public. */
async function tell(tx: Transaction, commentId: string, to: CommentStatus, now: Date) {
  if (to === 'approved' || to === 'rejected')
    await enqueueJob(tx, 'notice', { commentId, event: to === 'approved' ? 'approved' : 'refused' }, now);
  if (to === 'approved') await enqueueJob(tx, 'webhook', { event: 'comment.approved', commentId }, now);
}

/** Still as it was seen: whoever read the old words has not let the new ones through. */
const asSeen = ({ commentId, status, editedAt }: Seen) =>
  and(
    eq(comments.id, commentId),
    eq(comments.status, status),
    editedAt ? eq(comments.editedAt, editedAt) : isNull(comments.editedAt),
  );

/**
 * The state changes only if the comment is still the one that was seen; the row that says so is written with
 * it.
 */
export async function move(tx: Transaction, asked: Move, actor: Person, now: Date): Promise<DecisionResult> {
  const { commentId, status: from, to, reason, reasonCode, undoesId, before } = asked;
  const isBroughtOut = to === 'approved' || to === 'pending';
  const [moved] = await tx
    .update(comments)
    .set({ ...consequences(asked), reviewedAt: now })
    .where(and(asSeen(asked), isBroughtOut ? ne(comments.body, '') : undefined))
    .returning({ body: comments.body });
  if (!moved)
    return (await isEmptied(tx, commentId, from)) ? { outcome: 'emptied' } : conflict(tx, commentId);
  const decisionId = await recordDecision(
    tx,
    {
      commentId,
      userId: actor.id,
      from,
      to,
      reason: reason ?? null,
      reasonCode: reasonCode ?? null,
      undoesId: undoesId ?? null,
    },
    now,
  );
  if (before) await reopenReports(tx, commentId, before.decidedAt);
  else await resolveReports(tx, commentId, now);
  await tell(tx, commentId, to, now);
  await learnFromDecision(tx, moved.body, from, to, commentId);
  return { outcome: 'decided', decisionId, commentId, from, to };
}

/**
 * An approved comment stays: somebody has now looked at it, and at what was reported. One of two who look at
 * once is told.
 */
async function confirm(tx: Transaction, seen: Seen, actor: Person, now: Date): Promise<DecisionResult> {
  const { commentId } = seen;
  const [kept] = await tx
    .update(comments)
    .set({ reviewedAt: now, openReports: 0 })
    .where(and(asSeen(seen), or(isNull(comments.reviewedAt), gt(comments.openReports, 0))))
    .returning({ id: comments.id });
  if (!kept) return conflict(tx, commentId);
  await resolveReports(tx, commentId, now);
  const decisionId = await recordDecision(
    tx,
    { commentId, act: 'resolve', userId: actor.id, from: 'approved', to: 'approved' },
    now,
  );
  return { outcome: 'decided', decisionId, commentId, from: 'approved', to: 'approved' };
}

/**
 * Where a comment stands now, and who brought it there; `isEdited` when its writer changed it since anybody
 * decided.
 */
export async function getStanding(commentId: string, runner: Runner = db()) {
  const [comment] = await runner
    .select({ status: comments.status })
    .from(comments)
    .where(eq(comments.id, commentId));
  if (!comment) return undefined;
  const [last] = await latestDecision(runner, commentId);
  return { status: comment.status, byName: last?.byName ?? null, isEdited: last?.act === 'edit' };
}

async function isEmptied(tx: Transaction, commentId: string, status: CommentStatus): Promise<boolean> {
  const [row] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.status, status), eq(comments.body, '')));
  return row !== undefined;
}

export async function conflict(tx: Transaction, commentId: string): Promise<DecisionResult> {
  const standing = await getStanding(commentId, tx);
  return standing ? { outcome: 'conflict', commentId, ...standing } : { outcome: 'gone' };
}

export type Aim = Exclude<CommentStatus, 'withdrawn'>;

/**
 * One decision, in a transaction that may hold more of them. What its writer took back is not ours to bring
 * out again.
 */
export async function decide(
  tx: Transaction,
  seen: Seen,
  to: Aim,
  actor: Person,
  now: Date,
): Promise<DecisionResult> {
  if (seen.status === 'withdrawn') return conflict(tx, seen.commentId);
  if (seen.status !== to) return move(tx, { ...seen, to }, actor, now);
  return to === 'approved' ? confirm(tx, seen, actor, now) : conflict(tx, seen.commentId);
}

const decideAs =
  (to: Aim) =>
  async (seen: Seen, actor: Person, now = new Date()): Promise<DecisionResult> => {
    mustBeAble(actor, 'moderate');
    return db().transaction((tx) => decide(tx, seen, to, actor, now));
  };

export const approveComment = decideAs('approved');
export const rejectComment = decideAs('rejected');
export const markSpam = decideAs('spam');
export const trashComment = decideAs('trash');
/** Back to where it waits for a decision. */
export const restoreComment = decideAs('pending');

/** A decision to tell about after it was taken: what became of which comment. */
export async function getDecision(id: string) {
  const [row] = await db()
    .select({
      id: moderationDecisions.id,
      act: moderationDecisions.act,
      toStatus: moderationDecisions.toStatus,
      undoesId: moderationDecisions.undoesId,
      userId: moderationDecisions.userId,
      createdAt: moderationDecisions.createdAt,
      commentName: comments.name,
    })
    .from(moderationDecisions)
    .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
    .where(eq(moderationDecisions.id, id));
  return row;
}
