import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { comments } from '#db/tables/tables.ts';
import { listWaits } from '#db/moderation/waits.ts';

/** From how many of the latest decisions the usual wait is told. */
const DECISIONS = 50;
const FEWEST_DECISIONS = 10;

/**
 * How many comments were waiting before one that came in at this moment; its writer's own also where a rule
 * put them among spam.
 */
export async function countWaitingBefore(createdAt: Date, writerId = ''): Promise<number> {
  const ownSpam = writerId ? and(eq(comments.writerId, writerId), eq(comments.status, 'spam')) : undefined;
  const [row] = await db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(comments)
    .where(and(or(eq(comments.status, 'pending'), ownSpam), lt(comments.createdAt, createdAt)));
  return row?.count ?? 0;
}

/** Since when the comment has waited that nobody has ever decided on; one that came back was seen already. */
async function getLongestWaiting(): Promise<Date | undefined> {
  const neverSeen = and(
    eq(comments.status, 'pending'),
    isNull(comments.reviewedAt),
    isNull(comments.appealedAt),
  );
  const [row] = await db()
    .select({ at: comments.createdAt })
    .from(comments)
    .where(neverSeen)
    .orderBy(asc(comments.createdAt))
    .limit(1);
  return row?.at;
}

/**
 * How long, in milliseconds, a writer should expect to wait: what half of the latest comments waited for a
 * person, and never less than what waits now has waited. Nothing before enough was decided: a promise from
 * three quick decisions is none.
 */
export async function getUsualWait(now = new Date()): Promise<number | undefined> {
  const [waits, oldest] = await Promise.all([
    listWaits({ to: ['approved', 'rejected'], limit: DECISIONS }),
    getLongestWaiting(),
  ]);
  if (waits.length < FEWEST_DECISIONS) return undefined;
  return Math.max(waits[Math.floor(waits.length / 2)]!, oldest ? now.getTime() - oldest.getTime() : 0);
}
