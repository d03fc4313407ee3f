import { and, desc, eq, inArray, lt, notExists, or, sql } from 'drizzle-orm';
import { engine } from '#db/engine/engine.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { conflict, latestDecision, move, type Before, type DecisionResult } from './moderate.ts';
import { factsOf, states } from '#lib/comments/states.ts';
import { inStates, notInStates } from '#db/tables/in-states.ts';
import { comments, moderationDecisions } from '#db/tables/tables.ts';

/** The reason of the last rejection of a comment, to be restored. */
async function lastReason(tx: Transaction, commentId: string) {
  const [row] = await tx
    .select({ reason: moderationDecisions.reason, reasonCode: moderationDecisions.reasonCode })
    .from(moderationDecisions)
    .where(
      and(
        eq(moderationDecisions.commentId, commentId),
        inStates(states.with('hasReason', true), moderationDecisions.toStatus),
        eq(moderationDecisions.act, 'move'),
      ),
    )
    .orderBy(desc(moderationDecisions.sequence))
    .limit(1);
  return {
    ...(row?.reason && { reason: row.reason }),
    ...(row?.reasonCode && { reasonCode: row.reasonCode }),
  };
}

/**
 * The editors' pick that a decision ended. It existed if the last earlier row about picks set it. Rows that
 * were undone are ignored.
 */
async function pickBefore(tx: Transaction, commentId: string, sequence: number): Promise<Before['pick']> {
  const later = engine.alias(moderationDecisions, 'later');
  const takenBack = tx
    .select({ one: sql`1` })
    .from(later)
    .where(eq(later.undoesId, moderationDecisions.id));
  const [last] = await tx
    .select({
      act: moderationDecisions.act,
      reason: moderationDecisions.reason,
      createdAt: moderationDecisions.createdAt,
    })
    .from(moderationDecisions)
    .where(
      and(
        eq(moderationDecisions.commentId, commentId),
        lt(moderationDecisions.sequence, sequence),
        notExists(takenBack),
        or(
          inArray(moderationDecisions.act, ['feature', 'unfeature']),
          notInStates(states.with('isPublic', true), moderationDecisions.toStatus),
        ),
      ),
    )
    .orderBy(desc(moderationDecisions.sequence))
    .limit(1);
  return last?.act === 'feature'
    ? { featuredAt: last.createdAt, featuredLine: last.reason ?? '' }
    : undefined;
}

/**
 * Undoes one decision inside a transaction. It must be the latest move of its comment, without a later edit
 * by the writer, and not itself an undo.
 */
export async function undoIn(
  tx: Transaction,
  decisionId: string,
  actor: Person,
  now: Date,
): Promise<DecisionResult> {
  const [decision] = await tx
    .select()
    .from(moderationDecisions)
    .where(eq(moderationDecisions.id, decisionId));
  if (!decision?.fromStatus || !decision.userId || decision.undoesId || decision.act !== 'move')
    return { outcome: 'gone' };
  const { commentId, fromStatus, toStatus, sequence } = decision;
  const [comment] = await tx
    .select({ editedAt: comments.editedAt })
    .from(comments)
    .where(eq(comments.id, commentId));
  const [last] = await latestDecision(tx, commentId);
  if (last?.id !== decisionId) return conflict(tx, commentId);
  const why = factsOf(fromStatus).hasReason ? await lastReason(tx, commentId) : {};
  const pick = factsOf(fromStatus).isPublic ? await pickBefore(tx, commentId, sequence) : undefined;
  const before = { decidedAt: decision.createdAt, ...(pick && { pick }) };
  return move(
    tx,
    {
      commentId,
      status: toStatus,
      editedAt: comment?.editedAt ?? null,
      to: fromStatus,
      undoesId: decisionId,
      before,
      ...why,
    },
    actor,
    now,
  );
}

/** Undoes a decision with a decision of its own, at any time before the next decision. */
export async function undoDecision(
  decisionId: string,
  actor: Person,
  now = new Date(),
): Promise<DecisionResult> {
  mustBeAble(actor, 'moderate');
  return db().transaction((tx) => undoIn(tx, decisionId, actor, now));
}
