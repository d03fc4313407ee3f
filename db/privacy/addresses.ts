import { and, desc, eq, exists, gte, inArray, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm';
import { encryptText, keyedHash } from '#lib/security/crypto.ts';
import { maskAddress } from '#lib/comments/mask-address.ts';
import { networkIndex } from '#lib/comments/network.ts';
import { getKeys } from '#lib/security/keys.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { db, given, preparedIn, type Runner, type Transaction } from '#db/engine/client.ts';
import { openSealed } from './open-address.ts';
import { articles, commentContacts, commentNotices, comments, jobs } from '#db/tables/tables.ts';

/*
 * The only reader and writer of comment_contacts and of the addresses in comment_notices: what we know of a
 * commenter and never show. No other file of db/ may name the table (db/comments/threads.test.ts keeps watch), so no
 * public query can join it.
 */
const NETWORK_DAYS = 30;

export type Contact = { email: string; address: string };

/** Under which an address and a network are found again; empty for an address that was not given. */
export type ContactKeys = { emailIndex: string; networkIndex: string };

export function contactKeys({ email, address }: Contact, now: Date): ContactKeys {
  const keys = getKeys();
  return {
    emailIndex: email && keyedHash(keys.emailIndex, email),
    networkIndex: networkIndex(keys.networkIndex, address, now),
  };
}

export async function keepContact(tx: Transaction, commentId: string, contact: Contact, now: Date) {
  await tx.insert(commentContacts).values({
    commentId,
    emailCipher: contact.email && encryptText(getKeys().emailCipher, contact.email),
    ...contactKeys(contact, now),
    networkExpiresAt: new Date(now.getTime() + NETWORK_DAYS * 86_400_000),
    createdAt: now,
  });
}

const timesSent = (key: keyof ContactKeys) =>
  preparedIn((runner) =>
    runner
      .select({ at: commentContacts.createdAt })
      .from(commentContacts)
      .where(
        and(
          eq(commentContacts[key], sql.placeholder('value')),
          gte(commentContacts.createdAt, given('since', commentContacts.createdAt)),
        ),
      )
      .orderBy(desc(commentContacts.createdAt))
      .limit(sql.placeholder('limit'))
      .prepare(),
  );
const timesOf = { emailIndex: timesSent('emailIndex'), networkIndex: timesSent('networkIndex') };

/**
 * Keeps addresses that came with comments from elsewhere, under the times of these; of their networks
 * nothing.
 */
export async function keepAddresses(
  tx: Transaction,
  rows: { commentId: string; email: string; sentAt: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  const keys = getKeys();
  await tx.insert(commentContacts).values(
    rows.map(({ commentId, email, sentAt }) => ({
      commentId,
      emailCipher: encryptText(keys.emailCipher, email),
      emailIndex: keyedHash(keys.emailIndex, email),
      createdAt: sentAt,
    })),
  );
}

/** When an address, or a network, sent its latest comments since a moment, the newest first. */
export async function listTimesSent(
  tx: Transaction,
  key: keyof ContactKeys,
  value: string,
  since: Date,
  limit: number,
): Promise<Date[]> {
  if (!value) return [];
  const rows = await timesOf[key](tx).execute({ value, since, limit });
  return rows.map((row) => row.at);
}

/** Whether one of these comments came from this address, or since a moment from this network. */
export async function isFromContact(
  tx: Transaction,
  commentIds: string[],
  { emailIndex, networkIndex: network }: ContactKeys,
  since: Date,
): Promise<boolean> {
  const fromNetwork = and(eq(commentContacts.networkIndex, network), gte(commentContacts.createdAt, since));
  const same = or(emailIndex ? eq(commentContacts.emailIndex, emailIndex) : undefined, fromNetwork);
  const [row] = await tx
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(and(inArray(commentContacts.commentId, commentIds), same))
    .limit(1);
  return row !== undefined;
}

/** Forgets networks whose time has passed; the ticker calls it. Returns how many rows it emptied. */
export async function forgetNetworks(now: Date): Promise<number> {
  const rows = await db()
    .update(commentContacts)
    .set({ networkIndex: null, networkExpiresAt: null })
    .where(lt(commentContacts.networkExpiresAt, now))
    .returning({ id: commentContacts.commentId });
  return rows.length;
}

/** Keeps the address to which news of this comment may go. */
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

/** The address for one mail, opened when it is sent and not before. */
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

/** Ends every notice to the address of this one: who says «no more» means all of it. */
export async function endNoticesOfAddress(tx: Transaction, commentId: string, now: Date): Promise<void> {
  await tx
    .update(commentNotices)
    .set({ endedAt: now })
    .where(
      and(inArray(commentNotices.emailIndex, indexOfNotice(tx, commentId)), isNull(commentNotices.endedAt)),
    );
}

/**
 * Of these notices, in their order, those that go to an address each of its own and not to the writer of
 * `answerId`: nobody is told twice of one answer, or of their own.
 */
export async function pickAddressees(
  tx: Transaction,
  commentIds: string[],
  answerId: string,
): Promise<string[]> {
  const rows = await tx
    .select({ commentId: commentNotices.commentId, index: commentNotices.emailIndex })
    .from(commentNotices)
    .where(inArray(commentNotices.commentId, commentIds));
  const [writer] = await tx
    .select({ index: commentContacts.emailIndex })
    .from(commentContacts)
    .where(eq(commentContacts.commentId, answerId));
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
 * Mails asked for since a moment to the address of this notice: `approvals` tell of a comment that was
 * published, `replies` of answers. Read from the ids of the jobs (db/privacy/notice-mails.ts), which are all
 * of one length, so that any collation orders them alike.
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

/** What an address is found again by: the form it is kept in, never the address itself. */
export const addressIndex = (email: string): string =>
  keyedHash(getKeys().emailIndex, readMailAddress(email) ?? email.trim().toLowerCase());

/** The comments that were sent, or are to be told about, with an address. */
export async function listCommentIdsBehind(index: string, runner: Runner = db()): Promise<string[]> {
  const sent = await runner
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(eq(commentContacts.emailIndex, index));
  const told = await runner
    .select({ id: commentNotices.commentId })
    .from(commentNotices)
    .where(eq(commentNotices.emailIndex, index));
  return [...new Set([...sent, ...told].map(({ id }) => id))];
}

/** The address behind a comment; only for who has just been written down as looking (db/privacy/requests.ts). */
export async function openAddress(tx: Transaction, commentId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ cipher: commentContacts.emailCipher })
    .from(commentContacts)
    .where(eq(commentContacts.commentId, commentId));
  return (row?.cipher && openSealed(row.cipher)) || undefined;
}

/**
 * The addresses behind comments, for an export that has been written down (db/privacy/export.ts); null for
 * one that cannot be opened.
 */
export async function openAddresses(commentIds: string[]): Promise<Map<string, string | null>> {
  const rows = await db()
    .select({ id: commentContacts.commentId, cipher: commentContacts.emailCipher })
    .from(commentContacts)
    .where(and(inArray(commentContacts.commentId, commentIds), ne(commentContacts.emailCipher, '')));
  return new Map(rows.map(({ id, cipher }) => [id, openSealed(cipher)]));
}

/** An address from one of its rows, for the copy that its owner asked for. */
export async function openAddressOf(tx: Transaction, index: string): Promise<string | undefined> {
  const [sent] = await tx
    .select({ cipher: commentContacts.emailCipher })
    .from(commentContacts)
    .where(eq(commentContacts.emailIndex, index))
    .limit(1);
  const [told] = sent
    ? []
    : await tx
        .select({ cipher: commentNotices.emailCipher })
        .from(commentNotices)
        .where(eq(commentNotices.emailIndex, index))
        .limit(1);
  const cipher = (sent ?? told)?.cipher;
  return (cipher && openSealed(cipher)) || undefined;
}

/** When an address asked to be told, and whether it confirmed that; for the copy that its owner asked for. */
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

/** Removes an address from wherever it is kept. */
export async function eraseAddress(tx: Transaction, index: string): Promise<void> {
  await tx.delete(commentContacts).where(eq(commentContacts.emailIndex, index));
  await tx.delete(commentNotices).where(eq(commentNotices.emailIndex, index));
}

/**
 * Forgets addresses that have served: those of comments on articles whose discussion ended before a moment,
 * by their own date, by the general rule (`openDays`, 0 for none) or by the newsroom's switch. When that was
 * thrown is written nowhere, but it was an act on the article, so not after its newest one. Returns how many
 * comments lost theirs.
 */
export async function forgetAddresses(endedBefore: Date, openDays: number): Promise<number> {
  const byRule = new Date(endedBefore.getTime() - openDays * 86_400_000);
  // Asked of each address that is kept: they are few, and the archive of comments is long.
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
 * Requests to be told that nobody confirmed by a moment are forgotten with their address. Nobody is asked to
 * before the comment is approved, so the time runs from that decision, and not while it may still come.
 */
export async function forgetUnconfirmed(before: Date): Promise<number> {
  const mayStillBe = or(
    eq(comments.status, 'pending'),
    and(eq(comments.status, 'rejected'), isNull(comments.appealedAt)),
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

/**
 * Addresses as moderators see them, `a•••@gm•••`, null where one cannot be opened; comments without one are
 * missing.
 */
export const getMaskedAddresses = async (commentIds: string[]) =>
  new Map(
    Array.from(await openAddresses(commentIds), ([id, address]) => [id, address && maskAddress(address)]),
  );

/**
 * The keys under which the writer of a comment can be found again: of the address, and of the network on the
 * comment's day.
 */
export async function getContactKeys(
  runner: Runner,
  commentId: string,
): Promise<{ email?: string; network?: string }> {
  const [row] = await runner
    .select({ email: commentContacts.emailIndex, network: commentContacts.networkIndex })
    .from(commentContacts)
    .where(eq(commentContacts.commentId, commentId));
  return { ...(row?.email && { email: row.email }), ...(row?.network && { network: row.network }) };
}

/** The comments sent from an address or a network, the newest first. */
export async function listCommentIdsOf(
  runner: Runner,
  kind: 'email' | 'network',
  key: string,
  limit: number,
): Promise<string[]> {
  const column = kind === 'email' ? commentContacts.emailIndex : commentContacts.networkIndex;
  const rows = await runner
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(eq(column, key))
    .orderBy(desc(commentContacts.createdAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** The latest comment from an address that a moderator typed in full. */
export async function findCommentByAddress(address: string): Promise<string | undefined> {
  const [latest] = await listCommentIdsOf(db(), 'email', addressIndex(address), 1);
  return latest;
}

/**
 * Sealed addresses of the newest rows: whether one of them can be opened tells whether these are their keys
 * (db/engine/instance-keys.ts).
 */
export async function listNewestSealed(limit = 20): Promise<string[]> {
  const newest = (table: typeof commentContacts | typeof commentNotices) =>
    db()
      .select({ cipher: table.emailCipher })
      .from(table)
      .where(ne(table.emailCipher, ''))
      .orderBy(desc(table.createdAt))
      .limit(limit);
  return [...(await newest(commentContacts)), ...(await newest(commentNotices))].map(({ cipher }) => cipher);
}
