import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import type { Transaction } from '#db/engine/client.ts';
import { commentNotices, comments } from '#db/tables/tables.ts';

/** Browsers of one person; more would add nothing. */
const MOST_BROWSERS = 5;

/**
 * The writers (browsers) that confirmed, from its mailbox, an address which this one confirmed too: they are
 * one person. With `email` only that address counts. An address that is only typed proves nothing, even if it
 * was confirmed elsewhere.
 */
export async function listSamePerson(tx: Transaction, writerId: string, email = ''): Promise<string[]> {
  if (!writerId) return [];
  const stands = and(isNotNull(commentNotices.confirmedAt), isNull(commentNotices.endedAt));
  const here = tx
    .select({ index: commentNotices.emailIndex })
    .from(commentNotices)
    .innerJoin(comments, and(eq(comments.id, commentNotices.commentId), eq(comments.writerId, writerId)))
    .where(
      and(stands, email ? eq(commentNotices.emailIndex, keyedHash(getKeys().emailIndex, email)) : undefined),
    );
  const confirmed = and(inArray(commentNotices.emailIndex, here), stands);
  const writers = await tx
    .select({ id: comments.writerId })
    .from(commentNotices)
    .innerJoin(comments, eq(comments.id, commentNotices.commentId))
    .where(confirmed)
    .groupBy(comments.writerId);
  const ids = writers.map(({ id }) => id);
  return ids.includes(writerId)
    ? [writerId, ...ids.filter((id) => id !== writerId)].slice(0, MOST_BROWSERS)
    : [];
}

/** Whether the writer of this browser has confirmed this address before. */
export const hasConfirmed = async (tx: Transaction, email: string, writerId: string): Promise<boolean> =>
  email !== '' && (await listSamePerson(tx, writerId, email)).length > 0;
