import { and, desc, eq } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/can.ts';
import { db, type Runner, type Transaction } from './client.ts';
import { learnFromDecision } from './classifier.ts';
import { recordDecision } from './decisions.ts';
import type { CommentStatus } from './schema.ts';
import { comments, moderationDecisions, users } from './tables.ts';

/** A comment as the moderator saw it when deciding. */
export type Seen = { commentId: string; status: CommentStatus; reason?: string };

export type DecisionResult =
  | { outcome: 'decided'; decisionId: string; commentId: string; from: CommentStatus; to: CommentStatus }
  /** Somebody decided meanwhile: nothing was changed; the comment stands in `status`. */
  | { outcome: 'conflict'; commentId: string; status: CommentStatus; byName: string | null }
  | { outcome: 'gone' };

const latestDecision = (runner: Runner, commentId: string) =>
  runner
    .select({ id: moderationDecisions.id, byName: users.name })
    .from(moderationDecisions)
    .leftJoin(users, eq(moderationDecisions.userId, users.id))
    .where(eq(moderationDecisions.commentId, commentId))
    .orderBy(desc(moderationDecisions.createdAt), desc(moderationDecisions.id))
    .limit(1);

type Move = { commentId: string; from: CommentStatus; to: CommentStatus; reason?: string | undefined; undoesId?: string };

/** The state changes only if it is still the one expected; the row that says so is written with it. */
async function move(tx: Transaction, { commentId, from, to, reason, undoesId }: Move, actor: Person, now: Date): Promise<DecisionResult> {
  const [moved] = await tx
    .update(comments)
    .set({ status: to, reviewedAt: now })
    .where(and(eq(comments.id, commentId), eq(comments.status, from)))
    .returning({ body: comments.body });
  if (!moved) return conflict(tx, commentId);
  const decisionId = await recordDecision(tx, { commentId, userId: actor.id, from, to, reason: reason ?? null, undoesId: undoesId ?? null }, now);
  await learnFromDecision(tx, moved.body, from, to, commentId);
  return { outcome: 'decided', decisionId, commentId, from, to };
}

/** Where a comment stands now, and who brought it there. */
export async function getStanding(commentId: string, runner: Runner = db()) {
  const [comment] = await runner.select({ status: comments.status }).from(comments).where(eq(comments.id, commentId));
  if (!comment) return undefined;
  const [last] = await latestDecision(runner, commentId);
  return { status: comment.status, byName: last?.byName ?? null };
}

async function conflict(tx: Transaction, commentId: string): Promise<DecisionResult> {
  const standing = await getStanding(commentId, tx);
  return standing ? { outcome: 'conflict', commentId, ...standing } : { outcome: 'gone' };
}

const decideAs = (to: CommentStatus) =>
  async (seen: Seen, actor: Person, now = new Date()): Promise<DecisionResult> => {
    mustBeAble(actor, 'moderate');
    const { commentId, status: from, reason } = seen;
    return db().transaction((tx) => (from === to ? conflict(tx, commentId) : move(tx, { commentId, from, to, reason }, actor, now)));
  };

export const approveComment = decideAs('approved');
export const rejectComment = decideAs('rejected');
export const markSpam = decideAs('spam');
export const trashComment = decideAs('trash');

/** Takes a decision back, as a decision of its own. Only the latest on a comment, and not one that itself took back another. */
export async function undoDecision(decisionId: string, actor: Person, now = new Date()): Promise<DecisionResult> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => {
    const [decision] = await tx.select().from(moderationDecisions).where(eq(moderationDecisions.id, decisionId));
    if (!decision?.fromStatus || decision.undoesId) return { outcome: 'gone' };
    const { commentId, fromStatus, toStatus } = decision;
    const [last] = await latestDecision(tx, commentId);
    if (last?.id !== decisionId) return conflict(tx, commentId);
    return move(tx, { commentId, from: toStatus, to: fromStatus, undoesId: decisionId }, actor, now);
  });
}

/** A decision to tell about after it was taken: what became of which comment. */
export async function getDecision(id: string) {
  const [row] = await db()
    .select({
      id: moderationDecisions.id, toStatus: moderationDecisions.toStatus, undoesId: moderationDecisions.undoesId,
      userId: moderationDecisions.userId, commentName: comments.name,
    })
    .from(moderationDecisions)
    .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
    .where(eq(moderationDecisions.id, id));
  return row;
}
