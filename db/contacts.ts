import { and, desc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import { decryptText, encryptText, keyedHash } from '#lib/crypto.ts';
import { maskAddress } from '#lib/comments/mask-address.ts';
import { networkIndex } from '#lib/comments/network.ts';
import { getKeys } from '#lib/keys.ts';
import { db, type Runner, type Transaction } from './client.ts';
import { commentContacts } from './tables.ts';

/*
 * The only reader and writer of comment_contacts: what we know of a commenter and never show. No other file of db/ may
 * name the table (lint), so no public query can join it.
 */
const NETWORK_DAYS = 30;

export type Contact = { email: string; address: string };

export async function keepContact(tx: Transaction, commentId: string, { email, address }: Contact, now: Date) {
  const keys = getKeys();
  await tx.insert(commentContacts).values({
    commentId,
    emailCipher: encryptText(keys.emailCipher, email),
    emailIndex: keyedHash(keys.emailIndex, email),
    networkIndex: networkIndex(keys.networkIndex, address, now),
    networkExpiresAt: new Date(now.getTime() + NETWORK_DAYS * 86_400_000),
    createdAt: now,
  });
}

/** How many comments this network and this address have sent since a moment. */
export async function countSent(tx: Transaction, { email, address }: Contact, since: Date, now: Date) {
  const keys = getKeys();
  const count = async (where: ReturnType<typeof eq>) => {
    const [row] = await tx
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(commentContacts)
      .where(and(where, gte(commentContacts.createdAt, since)));
    return row?.count ?? 0;
  };
  return {
    byNetwork: await count(eq(commentContacts.networkIndex, networkIndex(keys.networkIndex, address, now))),
    byEmail: await count(eq(commentContacts.emailIndex, keyedHash(keys.emailIndex, email))),
  };
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

/** Addresses as moderators see them, `a•••@gm•••`; comments without one are missing. */
export async function getMaskedAddresses(commentIds: string[]): Promise<Map<string, string>> {
  const rows = await db()
    .select({ id: commentContacts.commentId, cipher: commentContacts.emailCipher })
    .from(commentContacts)
    .where(and(inArray(commentContacts.commentId, commentIds), ne(commentContacts.emailCipher, '')));
  const key = getKeys().emailCipher;
  return new Map(rows.map(({ id, cipher }) => [id, maskAddress(decryptText(key, cipher))]));
}

/** The keys under which the writer of a comment can be found again: of the address, and of the network on the comment's day. */
export async function getContactKeys(runner: Runner, commentId: string): Promise<{ email?: string; network?: string }> {
  const [row] = await runner
    .select({ email: commentContacts.emailIndex, network: commentContacts.networkIndex })
    .from(commentContacts)
    .where(eq(commentContacts.commentId, commentId));
  return { ...(row?.email && { email: row.email }), ...(row?.network && { network: row.network }) };
}

/** The comments sent from an address or a network, the newest first. */
export async function listCommentIdsOf(runner: Runner, kind: 'email' | 'network', key: string, limit: number): Promise<string[]> {
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
  const index = keyedHash(getKeys().emailIndex, address.trim().toLowerCase());
  const [latest] = await listCommentIdsOf(db(), 'email', index, 1);
  return latest;
}
