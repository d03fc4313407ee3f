import {
  and,
  asc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  notExists,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { db, type Transaction } from '#db/engine/client.ts';
import { inPortions } from '#db/engine/portions.ts';
import { isUnconfirmed } from '#db/tables/community.ts';
import { articles, commentContacts, commentNotices, comments } from '#db/tables/tables.ts';
import { states } from '#lib/comments/states.ts';
import { inStates, isOpenComment } from '#db/tables/in-states.ts';

/** Erases networks whose time is over; a periodic task calls it. Returns the number of rows. */
export async function forgetNetworks(now: Date): Promise<number> {
  return inPortions('Erasing networks', async (limit) => {
    const expired = db()
      .select({ id: commentContacts.commentId })
      .from(commentContacts)
      .where(lt(commentContacts.networkExpiresAt, now))
      .limit(limit);
    const rows = await db()
      .update(commentContacts)
      .set({ networkIndex: null, networkExpiresAt: null })
      .where(inArray(commentContacts.commentId, expired))
      .returning({ id: commentContacts.commentId });
    return rows.length;
  });
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
  await deleteWhere(commentNotices, isOver(commentNotices));
  return deleteWhere(commentContacts, isOver(commentContacts));
}

/** Checks all rows of a table in the order of their ids, a portion at a time, and deletes those that meet. */
async function deleteWhere(
  table: typeof commentContacts | typeof commentNotices,
  condition: SQL,
): Promise<number> {
  let deleted = 0;
  let last = '';
  await inPortions('Checking addresses', async (limit) => {
    const rows = await db()
      .select({ id: table.commentId, isMeant: sql<number>`${condition}`.mapWith(Number) })
      .from(table)
      .where(gt(table.commentId, last))
      .orderBy(asc(table.commentId))
      .limit(limit);
    last = rows.at(-1)?.id ?? last;
    const ids = rows.filter(({ isMeant }) => isMeant).map(({ id }) => id);
    if (ids.length > 0) {
      const gone = await db()
        .delete(table)
        .where(and(inArray(table.commentId, ids), condition))
        .returning({ id: table.commentId });
      deleted += gone.length;
    }
    return rows.length;
  });
  return deleted;
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
  const isForgotten = and(
    isUnconfirmed(commentNotices),
    lt(commentNotices.createdAt, before),
    notExists(inTime),
  );
  return inPortions('Deleting unconfirmed notices', async (limit) => {
    const ids = db()
      .select({ id: commentNotices.commentId })
      .from(commentNotices)
      .where(isForgotten)
      .limit(limit);
    const rows = await db()
      .delete(commentNotices)
      .where(inArray(commentNotices.commentId, ids))
      .returning({ id: commentNotices.commentId });
    return rows.length;
  });
}
