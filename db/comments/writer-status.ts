import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { comments } from '#db/tables/tables.ts';
import { listWaits } from '#db/moderation/waits.ts';
import { states } from '#lib/comments/states.ts';
import { inStates, isOpenComment } from '#db/tables/in-states.ts';

/**
 * The usual wait is computed from at most this many of the latest decisions, and from no fewer than the
 * minimum.
 */
const DECISIONS = 50;
const FEWEST_DECISIONS = 10;

/** States that the writer sees as pending but the queue does not list. */
const HIDDEN = states.where(({ told, isOpen }) => told === 'waiting' && !isOpen);
/** The decisions that a writer is told of. */
const ANSWERED = states.where(({ notice }) => notice !== null);

/** Number of pending comments sent before this time; for their own writer, spam counts as pending. */
export async function countWaitingBefore(createdAt: Date, writerId = ''): Promise<number> {
  const ownSpam = writerId ? and(eq(comments.writerId, writerId), inStates(HIDDEN)) : undefined;
  const [row] = await db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(comments)
    .where(and(or(isOpenComment(), ownSpam), lt(comments.createdAt, createdAt)));
  return row?.count ?? 0;
}

/**
 * When the oldest pending comment was sent that nobody has decided on yet; comments that came back do not
 * count.
 */
async function getLongestWaiting(): Promise<Date | undefined> {
  const neverSeen = and(isOpenComment(), isNull(comments.reviewedAt), isNull(comments.appealedAt));
  const [row] = await db()
    .select({ at: comments.createdAt })
    .from(comments)
    .where(neverSeen)
    .orderBy(asc(comments.createdAt))
    .limit(1);
  return row?.at;
}

/**
 * The wait, in milliseconds, that a writer should expect: the median of the latest waits, but at least the
 * longest current wait. Undefined before enough decisions: three quick ones are no basis for a promise.
 */
export async function getUsualWait(now = new Date()): Promise<number | undefined> {
  const [waits, oldest] = await Promise.all([
    listWaits({ to: ANSWERED, limit: DECISIONS }),
    getLongestWaiting(),
  ]);
  if (waits.length < FEWEST_DECISIONS) return undefined;
  return Math.max(waits[Math.floor(waits.length / 2)]!, oldest ? now.getTime() - oldest.getTime() : 0);
}
