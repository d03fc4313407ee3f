import { and, eq, exists, gte, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import { db, type Transaction } from '#db/engine/client.ts';
import { articles, commentContacts, commentNotices, comments } from '#db/tables/tables.ts';
import { states } from '#lib/comments/states.ts';
import { inStates, isOpenComment } from '#db/tables/in-states.ts';

/** Erases networks whose time is over; a periodic task calls it. Returns the number of rows. */
export async function forgetNetworks(now: Date): Promise<number> {
  const rows = await db()
    .update(commentContacts)
    .set({ networkIndex: null, networkExpiresAt: null })
    .where(lt(commentContacts.networkExpiresAt, now))
    .returning({ id: commentContacts.commentId });
  return rows.length;
}

/** Deletes an address everywhere. */
export async function eraseAddress(tx: Transaction, index: string): Promise<void> {
  await tx.delete(commentContacts).where(eq(commentContacts.emailIndex, index));
  await tx.delete(commentNotices).where(eq(commentNotices.emailIndex, index));
}

/**
 * Deletes addresses that are not needed any more: those of comments on articles whose discussion ended before
 * a time. It ends by the article's own date, by the general rule (`openDays`, 0 for none) or by the switch of
 * the newsroom. The time of the switch is not stored, but it is not later than the article's last change.
 * Returns how many comments lost their address.
 */
export async function forgetAddresses(endedBefore: Date, openDays: number): Promise<number> {
  const byRule = new Date(endedBefore.getTime() - openDays * 86_400_000);
  // Checked for each stored address: they are few, and the archive of comments is long.
  const isOver = ({ commentId, createdAt }: typeof commentContacts | typeof commentNotices) =>
    exists(
      db()
        .select({ one: sql`1` })
        .from(comments)
        .innerJoin(articles, eq(articles.id, comments.articleId))
        .where(
          and(
            eq(comments.id, commentId),
            or(
              lt(articles.commentsCloseAt, endedBefore),
              openDays > 0
                ? and(isNull(articles.commentsCloseAt), lt(articles.publishedAt, byRule))
                : undefined,
              and(
                eq(articles.commentsOpen, false),
                lt(articles.updatedAt, endedBefore),
                lt(createdAt, endedBefore),
              ),
            ),
          ),
        ),
    );
  await db().delete(commentNotices).where(isOver(commentNotices));
  const rows = await db()
    .delete(commentContacts)
    .where(isOver(commentContacts))
    .returning({ id: commentContacts.commentId });
  return rows.length;
}

/**
 * Deletes requests for notices, with their address, that were not confirmed before a time. The confirmation
 * is asked for only after the approval, so the time runs from that decision, and not while it is still
 * possible.
 */
export async function forgetUnconfirmed(before: Date): Promise<number> {
  const mayStillBe = or(
    isOpenComment(),
    and(inStates(states.with('mayAppeal', true)), isNull(comments.appealedAt)),
    gte(comments.reviewedAt, before),
  );
  const inTime = db()
    .select({ one: sql`1` })
    .from(comments)
    .where(and(eq(comments.id, commentNotices.commentId), mayStillBe));
  const rows = await db()
    .delete(commentNotices)
    .where(and(isNull(commentNotices.confirmedAt), lt(commentNotices.createdAt, before), notExists(inTime)))
    .returning({ id: commentNotices.commentId });
  return rows.length;
}
