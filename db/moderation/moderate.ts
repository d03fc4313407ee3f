import { and, desc, eq, gt, isNull, ne, or, type Column } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { learnFromDecision } from './classifier.ts';
import { recordDecision } from './decisions.ts';
import { reopenReports, resolveReports } from './reports.ts';
import { tellWebhook, tellWriters } from './tell.ts';
import { factsOf, states, type Aim, type CommentStatus } from '#lib/comments/states.ts';
import type { ReasonCode } from '#db/tables/content.ts';
import { comments, moderationDecisions, users } from '#db/tables/tables.ts';

/**
 * A comment as the moderator saw it when deciding: its state, and the time of its writer's last edit, if any.
 * The writer of a rejected comment is told the reason.
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
   * A colleague decided or the writer edited it meanwhile: nothing was changed; the comment is in `status`.
   */
  | { outcome: 'conflict'; commentId: string; status: CommentStatus; byName: string | null }
  /** Its text was erased after its time in the trash, so it cannot be restored. */
  | { outcome: 'emptied' }
  /** Too late for the button beside a decision; the history can still undo it. */
  | { outcome: 'late' }
  | { outcome: 'gone' };

type Rows = Record<'act' | 'fromStatus' | 'toStatus', Column>;

/** Decisions that put a comment into its current state; reports, notes and revealed addresses do not. */
export const setsState = (rows: Rows = moderationDecisions) =>
  or(eq(rows.act, 'move'), isNull(rows.fromStatus), ne(rows.fromStatus, rows.toStatus));

/**
 * Rows after which no older decision can be undone. An edit is one: the older decision was about other words.
 */
export const supersedes = (rows: Rows = moderationDecisions) => or(setsState(rows), eq(rows.act, 'edit'));

export const latestDecision = (runner: Runner, commentId: string) =>
  runner
    .select({ id: moderationDecisions.id, act: moderationDecisions.act, byName: users.name })
    .from(moderationDecisions)
    .leftJoin(users, eq(moderationDecisions.userId, users.id))
    .where(and(eq(moderationDecisions.commentId, commentId), supersedes()))
    .orderBy(desc(moderationDecisions.sequence))
    .limit(1);

/** What the undone decision had removed, to be restored. */
export type Before = { decidedAt: Date; pick?: { featuredAt: Date; featuredLine: string } };
type Move = Seen & { to: CommentStatus; undoesId?: string; before?: Before };

/**
 * The fields that depend on the state: only a rejected comment has a reason, and only an approved one can be
 * an editors' pick.
 */
const consequences = ({ to, reason = '', reasonCode = 'other', before }: Move) => ({
  status: to,
  openReports: 0,
  reasonCode: factsOf(to).hasReason ? reasonCode : null,
  reasonNote: factsOf(to).hasReason ? reason.trim() : '',
  ...(!factsOf(to).isPublic && { featuredAt: null, featuredLine: '' }),
  ...(factsOf(to).isPublic && before?.pick),
});

/** A mail tells only of a publication: a refusal is shown on the writer's page. So does the webhook. */
async function tell(tx: Transaction, commentId: string, to: CommentStatus, now: Date) {
  const { notice, webhook, isPublic } = factsOf(to);
  if (notice === 'approved') await tellWriters(tx, commentId, now);
  if (isPublic && webhook) await tellWebhook(tx, webhook, commentId, now);
}

/** Still as it was seen: a moderator who read the old words has not approved the new ones. */
const asSeen = ({ commentId, status, editedAt }: Seen) =>
  and(
    eq(comments.id, commentId),
    eq(comments.status, status),
    editedAt ? eq(comments.editedAt, editedAt) : isNull(comments.editedAt),
  );

/** Changes the state only if the comment is still as it was seen, and writes the decision with it. */
export async function move(tx: Transaction, asked: Move, actor: Person, now: Date): Promise<DecisionResult> {
  const { commentId, status: from, to, reason, reasonCode, undoesId, before } = asked;
  const isBroughtOut = states.live.includes(to);
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
 * Keeps an approved comment: it is now reviewed and its reports are resolved. The second of two moderators
 * gets a conflict.
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
    { commentId, act: 'resolve', userId: actor.id, from: seen.status, to: seen.status },
    now,
  );
  return { outcome: 'decided', decisionId, commentId, from: seen.status, to: seen.status };
}

/**
 * The current state of a comment and who put it there; `isEdited` if its writer edited it after the last
 * decision.
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

/**
 * Makes one decision, in a transaction that may hold more of them. The newsroom cannot restore a comment that
 * its writer withdrew.
 */
export async function decide(
  tx: Transaction,
  seen: Seen,
  to: Aim,
  actor: Person,
  now: Date,
): Promise<DecisionResult> {
  if (factsOf(seen.status).isFinal) return conflict(tx, seen.commentId);
  if (seen.status !== to) return move(tx, { ...seen, to }, actor, now);
  return factsOf(to).isPublic ? confirm(tx, seen, actor, now) : conflict(tx, seen.commentId);
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
/** Puts a comment back into the queue. */
export const restoreComment = decideAs('pending');

/** A decision to report after it was made: the comment and its new state. */
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
