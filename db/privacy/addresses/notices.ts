import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import { encryptText, keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { commentContacts, commentNotices, jobs } from '#db/tables/tables.ts';
import { openSealed } from './sealed.ts';

/** Stores the address for the notices of this comment. */
export async function keepNotice(
  tx: Transaction,
  {
    commentId,
    email,
    tokenHash,
    confirmedAt,
  }: { commentId: string; email: string; tokenHash: string; confirmedAt: Date | null },
  now: Date,
) {
  const keys = getKeys();
  await tx
    .insert(commentNotices)
    .values({
      commentId,
      tokenHash,
      confirmedAt,
      emailCipher: encryptText(keys.emailCipher, email),
      emailIndex: keyedHash(keys.emailIndex, email),
      createdAt: now,
    })
    .onConflictDoNothing();
}

/** The address for one mail, decrypted only when the mail is sent. */
export async function openNoticeAddress(commentId: string): Promise<string | undefined> {
  const [row] = await db()
    .select({ sealed: commentNotices.emailCipher })
    .from(commentNotices)
    .where(eq(commentNotices.commentId, commentId));
  return (row && openSealed(row.sealed)) || undefined;
}

const indexOfNotice = (runner: Runner, commentId: string) =>
  runner
    .select({ index: commentNotices.emailIndex })
    .from(commentNotices)
    .where(eq(commentNotices.commentId, commentId));

/** Ends all notices to the address of this one: to say «no more» ends all of them. */
export async function endNoticesOfAddress(tx: Transaction, commentId: string, now: Date): Promise<void> {
  await tx
    .update(commentNotices)
    .set({ endedAt: now })
    .where(
      and(inArray(commentNotices.emailIndex, indexOfNotice(tx, commentId)), isNull(commentNotices.endedAt)),
    );
}

/**
 * Filters these notices, in their order: only one per address, and none to the writer of `replyId`. Nobody
 * is told twice of one reply, or of their own.
 */
export async function pickAddressees(
  tx: Transaction,
  commentIds: string[],
  replyId: string,
): Promise<string[]> {
  const rows = await tx
    .select({ commentId: commentNotices.commentId, index: commentNotices.emailIndex })
    .from(commentNotices)
    .where(inArray(commentNotices.commentId, commentIds));
  const [writer] = await tx
    .select({ index: commentContacts.emailIndex })
    .from(commentContacts)
    .where(eq(commentContacts.commentId, replyId));
  const indexes = new Map(rows.map((row) => [row.commentId, row.index]));
  const told = new Set([writer?.index]);
  return commentIds.filter((commentId) => {
    const index = indexes.get(commentId);
    if (index === undefined || told.has(index)) return false;
    told.add(index);
    return true;
  });
}

/**
 * Mails queued since a time to the address of this notice: `approvals` are about published comments,
 * `replies` about replies to a comment. Read from the ids of the jobs (db/comments/notice-mails.ts). These
 * all have the same length, so that any collation orders them alike.
 */
export async function countMails(tx: Transaction, commentId: string, since: Date) {
  const start = sql`replace(${commentNotices.commentId}, '-', '')`;
  const rows = await tx
    .select({ id: jobs.id })
    .from(commentNotices)
    .innerJoin(jobs, sql`${jobs.id} between ${start} || ${'0'.repeat(33)} and ${start} || ${'z'.repeat(33)}`)
    .where(
      and(
        inArray(commentNotices.emailIndex, indexOfNotice(tx, commentId)),
        eq(jobs.kind, 'mail'),
        gte(jobs.createdAt, since),
      ),
    );
  const approvals = rows.filter((row) => row.id.endsWith('a')).length;
  return { approvals, replies: rows.length - approvals };
}

/** The requests for notices of an address with their confirmation, for the copy that its owner asked for. */
export const listNoticesOf = (tx: Transaction, index: string) =>
  tx
    .select({
      commentId: commentNotices.commentId,
      askedAt: commentNotices.createdAt,
      confirmedAt: commentNotices.confirmedAt,
      endedAt: commentNotices.endedAt,
    })
    .from(commentNotices)
    .where(eq(commentNotices.emailIndex, index));
