import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { encryptText, keyedHash } from '#lib/crypto.ts';
import { networkIndex } from '#lib/comments/network.ts';
import { getKeys } from '#lib/keys.ts';
import { db, type Transaction } from './client.ts';
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
