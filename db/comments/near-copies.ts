import { and, desc, eq, gt, isNull, max, sql } from 'drizzle-orm';
import { findNearCopies, packSignatures } from '#lib/comments/similarity.ts';
import { preparedIn, db, untilCommit, type Runner, type Transaction } from '#db/engine/client.ts';
import { comments, moderationDecisions } from '#db/tables/tables.ts';

const WEEK = 7 * 86_400_000;
/** A flood shows in the newest comments; comparing with all comments of a busy week would be slow. */
const MOST_COMPARED = 500;

/** A row as the database returns it: objects for 500 rows would cost more than the comparison. */
type Raw = [id: string, signature: string, createdAt: number, sequence: number];
type Signatures = { ids: string[]; times: number[]; packed: Uint32Array };

/**
 * Comments and the last decision that was read with them. Comments that are stored later have a decision
 * after `upTo`: the first decision on a comment is written in the transaction that stores it.
 */
type Known = { parts: Signatures[]; upTo: number };
/**
 * The newest committed comments, and those that were stored since, as each transaction sees them. They are
 * kept apart: a transaction that is rolled back takes its comments along, and the next one gives their
 * sequence numbers to other decisions.
 */
export type NewestComments = Known & { seenIn: WeakMap<Transaction, Known> };

const fields = { id: comments.id, signature: comments.signature, createdAt: comments.createdAt };

const lastDecision = preparedIn((runner) =>
  runner
    .select({ sequence: max(moderationDecisions.sequence) })
    .from(moderationDecisions)
    .prepare(),
);
const newestOf = preparedIn((runner) =>
  runner.select(fields).from(comments).orderBy(desc(comments.id)).limit(MOST_COMPARED).prepare(),
);
const newerOf = preparedIn((runner) =>
  runner
    .select({ ...fields, sequence: moderationDecisions.sequence })
    .from(moderationDecisions)
    .innerJoin(comments, eq(comments.id, moderationDecisions.commentId))
    .where(
      and(
        gt(moderationDecisions.sequence, sql.placeholder('upTo')),
        isNull(moderationDecisions.fromStatus),
        eq(moderationDecisions.act, 'move'),
      ),
    )
    .orderBy(desc(moderationDecisions.sequence))
    .limit(MOST_COMPARED)
    .prepare(),
);

const pack = (rows: Raw[]): Signatures => ({
  ids: rows.map(([id]) => id),
  times: rows.map(([, , createdAt]) => createdAt),
  packed: packSignatures(rows.map(([, signature]) => signature)),
});

/** Reads the newest comments with their signatures. */
export async function readNewest(runner: Runner): Promise<NewestComments> {
  // First: a comment that is stored between the two reads is then compared twice, not missed.
  const [last] = await lastDecision(runner).execute();
  const parts = [pack((await newestOf(runner).values()) as Raw[])];
  return { upTo: last?.sequence ?? 0, parts, seenIn: new WeakMap() };
}

/**
 * The newest comments before a transaction begins. All comments that wait for one commit share the read. A
 * transaction that stores several comments must read its own (`readNewest`): a member of a commit is rolled
 * back alone, and the other members would compare with its comments.
 */
export const listNewest = untilCommit(() => readNewest(db()));

/** Adds what was stored since. The members of one commit share a transaction, so each row is read once. */
async function addNewer(tx: Transaction, newest: NewestComments): Promise<Known> {
  const known = newest.seenIn.get(tx) ?? { parts: [...newest.parts], upTo: newest.upTo };
  newest.seenIn.set(tx, known);
  const rows = (await newerOf(tx).values({ upTo: known.upTo })) as Raw[];
  if (rows.length === 0) return known;
  known.parts.push(pack(rows));
  known.upTo = rows[0]![3];
  return known;
}

/**
 * Counts the near-copies of a text among the newest comments of a week. Only those that were stored since
 * `newest` are read inside the transaction. So each of many copies at the same moment counts the ones before.
 */
export async function countNearCopies(
  tx: Transaction,
  newest: NewestComments,
  { signature, exceptId }: { signature: string; exceptId: string },
  now: Date,
): Promise<number> {
  if (signature === '') return 0;
  const { parts } = await addNewer(tx, newest);
  const since = now.getTime() - WEEK;
  let count = 0;
  for (const { ids, times, packed } of parts)
    for (const at of findNearCopies(packed, signature))
      if (times[at]! >= since && ids[at] !== exceptId) count += 1;
  return count;
}
