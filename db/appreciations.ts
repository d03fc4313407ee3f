import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { db } from './client.ts';
import { commentAppreciations, comments } from './tables.ts';

type Appreciation = { commentId: string; writerId: string; source: string };

/** Keeps that somebody found a comment good: once a browser, and once a network and day. Says whether it was the first time. */
export async function appreciateComment({ commentId, writerId, source }: Appreciation, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [comment] = await tx.select({ id: comments.id }).from(comments).where(and(eq(comments.id, commentId), eq(comments.status, 'approved')));
    if (!comment) return false;
    const rows = await tx.insert(commentAppreciations).values({ commentId, writerId, source, createdAt: now }).onConflictDoNothing().returning();
    return rows.length > 0;
  });
}

/**
 * Brings the numbers that readers see up to date; the ticker calls it. In batches, because each change of a published comment
 * makes every kept page be made anew. Returns how many comments it changed.
 */
export async function refreshAppreciations(): Promise<number> {
  const counted = db()
    .select({ commentId: commentAppreciations.commentId, count: sql<number>`count(*)`.mapWith(Number).as('count') })
    .from(commentAppreciations)
    .groupBy(commentAppreciations.commentId)
    .as('counted');
  const stale = await db()
    .select({ id: comments.id, count: counted.count })
    .from(counted)
    .innerJoin(comments, eq(comments.id, counted.commentId))
    .where(ne(comments.appreciations, counted.count));
  if (stale.length === 0) return 0;
  return db().transaction(async (tx) => {
    const byCount = Map.groupBy(stale, ({ count }) => count);
    for (const [count, rows] of byCount) {
      await tx.update(comments).set({ appreciations: count }).where(inArray(comments.id, rows.map(({ id }) => id)));
    }
    return stale.length;
  });
}
