import { and, eq, inArray, isNull, lt } from 'drizzle-orm';
import { keyedHash, sha256 } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { isPublicNow } from '#db/articles/cards.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { inPortions } from '#db/engine/portions.ts';
import { endNoticesOfAddress, keepNotice } from '#db/privacy/addresses/notices.ts';
import { hasConfirmed } from './same-person.ts';
import { articles, commentNotices, comments, sections } from '#db/tables/tables.ts';

/*
 * Notices: writers ask with a comment for mails when it is published and when it gets a reply. Nothing else
 * is sent to that address. No mail is sent before the comment is approved, and no mail about replies before
 * the owner of the mailbox has confirmed. Why: docs/decisions/007.
 */
const ENDED_KEPT_MS = 7 * 86_400_000;

/**
 * The token in the links of a comment's mails. It is derived again for each mail, so that only its hash is
 * stored.
 */
export const noticeToken = (commentId: string): string => keyedHash(getKeys().noticeToken, commentId);

/**
 * Stores that the writer of a comment ticked the box; sends nothing. A writer who has confirmed this address
 * before, known by this browser, need not confirm again.
 */
export async function requestNotice(
  tx: Transaction,
  { commentId, email }: { commentId: string; email: string },
  now: Date,
): Promise<void> {
  const [comment] = await tx
    .select({ writerId: comments.writerId })
    .from(comments)
    .where(eq(comments.id, commentId));
  const confirmedAt = (await hasConfirmed(tx, email, comment?.writerId ?? '')) ? now : null;
  await keepNotice(tx, { commentId, email, tokenHash: sha256(noticeToken(commentId)), confirmedAt }, now);
}

const ofToken = (token: string) =>
  and(eq(commentNotices.tokenHash, sha256(token)), isNull(commentNotices.endedAt));

/**
 * The subject of a link in a mail. Undefined for an ended, erased or invalid link alike, so that they cannot
 * be distinguished.
 */
export async function getNotice(token: string, now: Date) {
  const [row] = await db()
    .select({
      commentId: commentNotices.commentId,
      confirmedAt: commentNotices.confirmedAt,
      locale: articles.locale,
      number: articles.number,
      slug: articles.slug,
      headline: articles.headline,
      sectionSlug: sections.slug,
      isPublic: isPublicNow(now),
    })
    .from(commentNotices)
    .innerJoin(comments, eq(comments.id, commentNotices.commentId))
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(ofToken(token));
  return row;
}

/** The owner of the mailbox confirms the notices. */
export async function confirmNotice(token: string, now = new Date()): Promise<void> {
  await db()
    .update(commentNotices)
    .set({ confirmedAt: now })
    .where(and(ofToken(token), isNull(commentNotices.confirmedAt)));
}

/** The owner of the mailbox ends all notices, for every comment. */
export async function endNotices(token: string, now = new Date()): Promise<void> {
  await db().transaction(async (tx) => {
    const [row] = await tx
      .select({ commentId: commentNotices.commentId })
      .from(commentNotices)
      .where(ofToken(token));
    if (row) await endNoticesOfAddress(tx, row.commentId, now);
  });
}

/** Erases the addresses of ended notices after a week, since the daily limits need them until then. */
export async function eraseEndedNotices(now: Date): Promise<void> {
  const ended = lt(commentNotices.endedAt, new Date(now.getTime() - ENDED_KEPT_MS));
  await inPortions('Erasing ended notices', async (limit) => {
    const ids = db().select({ id: commentNotices.commentId }).from(commentNotices).where(ended).limit(limit);
    const rows = await db()
      .delete(commentNotices)
      .where(inArray(commentNotices.commentId, ids))
      .returning({ id: commentNotices.commentId });
    return rows.length;
  });
}
