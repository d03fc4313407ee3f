import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import type { Aim } from '#lib/comments/states.ts';
import { decide, getDecision, type DecisionResult, type Seen } from './moderate.ts';
import { moderationDecisions } from '#db/tables/tables.ts';
import { undoDecision, undoIn } from './undo.ts';

/*
 * A batch is one decision on many comments. Its rows share person and time, which is what joins them. An undo
 * of the batch names any one of them.
 */
/** How long the button beside a decision can undo it; the history still can later. */
const UNDO_MS = 30_000;

export type BatchResult = { decisionId: string | undefined; decided: number; missed: number };

function summarise(results: DecisionResult[]): BatchResult {
  const decided = results.filter((result) => result.outcome === 'decided');
  return {
    decisionId: decided[0]?.decisionId,
    decided: decided.length,
    missed: results.length - decided.length,
  };
}

/**
 * Decides on each comment that is unchanged since it was seen. The others were decided by a colleague or
 * edited by their writer, and stay as they are.
 */
export async function decideMany(
  seen: Seen[],
  to: Aim,
  actor: Person,
  now = new Date(),
): Promise<BatchResult> {
  mustBeAble(actor, 'moderate');
  return db().transaction((tx) => decideEach(tx, seen, to, actor, now));
}

export async function decideEach(
  tx: Transaction,
  seen: Seen[],
  to: Aim,
  actor: Person,
  now: Date,
): Promise<BatchResult> {
  const results: DecisionResult[] = [];
  for (const each of seen) results.push(await decide(tx, each, to, actor, now));
  return summarise(results);
}

const ofBatch = (userId: string, at: Date, isUndo = false) =>
  and(
    eq(moderationDecisions.createdAt, at),
    eq(moderationDecisions.userId, userId),
    eq(moderationDecisions.act, 'move'),
    isUndo ? isNotNull(moderationDecisions.undoesId) : isNull(moderationDecisions.undoesId),
  );

/** Undoes all decisions of one person at one time. */
export async function takeBackAll(
  tx: Transaction,
  batch: { userId: string; at: Date },
  actor: Person,
  now: Date,
): Promise<BatchResult> {
  const rows = await tx
    .select({ id: moderationDecisions.id })
    .from(moderationDecisions)
    .where(ofBatch(batch.userId, batch.at))
    .orderBy(asc(moderationDecisions.sequence));
  const results: DecisionResult[] = [];
  for (const { id } of rows) results.push(await undoIn(tx, id, actor, now));
  return summarise(results);
}

/** Undoes a decision and the rest of its batch; comments that changed since stay as they are. */
export async function undoBatch(decisionId: string, actor: Person, now = new Date()): Promise<BatchResult> {
  mustBeAble(actor, 'moderate');
  const decision = await getDecision(decisionId);
  if (!decision?.userId || decision.undoesId) return { decisionId: undefined, decided: 0, missed: 1 };
  const batch = { userId: decision.userId, at: decision.createdAt };
  return db().transaction((tx) => takeBackAll(tx, batch, actor, now));
}

/** Number of decisions, or of undos, in one batch. */
export async function countBatch(userId: string, at: Date, isUndo = false): Promise<number> {
  const [row] = await db()
    .select({ count: count() })
    .from(moderationDecisions)
    .where(ofBatch(userId, at, isUndo));
  return row!.count;
}

/** The button beside a decision: undoes it together with its batch, within `UNDO_MS`. */
export async function undoAtOnce(
  decisionId: string,
  actor: Person,
  now = new Date(),
): Promise<DecisionResult | BatchResult> {
  mustBeAble(actor, 'moderate');
  const decision = await getDecision(decisionId);
  if (!decision?.userId || decision.undoesId) return { outcome: 'gone' };
  if (now.getTime() - decision.createdAt.getTime() > UNDO_MS) return { outcome: 'late' };
  const together = await countBatch(decision.userId, decision.createdAt);
  return together > 1 ? undoBatch(decisionId, actor, now) : undoDecision(decisionId, actor, now);
}
