import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { decide, getDecision, type Aim, type DecisionResult, type Seen } from './moderate.ts';
import { moderationDecisions } from '#db/tables/tables.ts';
import { takeBack, undoDecision } from './undo.ts';

/*
 * One decision on many comments. All its rows have one person and one moment, and that is what joins them:
 * whoever takes the batch back names any one of them.
 */
/** For so long the button beside a decision takes it back; the history does so later. */
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
 * Decides on each that still stands where it was seen; on the others somebody else decided, or their writer
 * wrote anew, and that stays.
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

/** Takes back all that a person decided in one moment. */
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
  for (const { id } of rows) results.push(await takeBack(tx, id, actor, now));
  return summarise(results);
}

/** Takes back the decision and all that were taken with it; what somebody changed since stays as it is. */
export async function undoBatch(decisionId: string, actor: Person, now = new Date()): Promise<BatchResult> {
  mustBeAble(actor, 'moderate');
  const decision = await getDecision(decisionId);
  if (!decision?.userId || decision.undoesId) return { decisionId: undefined, decided: 0, missed: 1 };
  const batch = { userId: decision.userId, at: decision.createdAt };
  return db().transaction((tx) => takeBackAll(tx, batch, actor, now));
}

/** How many decisions were taken, or taken back, in one moment. */
export async function countBatch(userId: string, at: Date, isUndo = false): Promise<number> {
  const [row] = await db()
    .select({ count: count() })
    .from(moderationDecisions)
    .where(ofBatch(userId, at, isUndo));
  return row!.count;
}

/** What the button beside a decision does: takes it back at once, with those that were taken with it. */
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
