import { and, desc, eq, gte, inArray, lt, or } from 'drizzle-orm';
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

/** Under which an address and a network are found again; empty for an address that was not given. */
export type ContactKeys = { emailIndex: string; networkIndex: string };

export function contactKeys({ email, address }: Contact, now: Date): ContactKeys {
  const keys = getKeys();
  return { emailIndex: email && keyedHash(keys.emailIndex, email), networkIndex: networkIndex(keys.networkIndex, address, now) };
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

/** When an address, or a network, sent its latest comments since a moment, the newest first. */
export async function listTimesSent(tx: Transaction, key: keyof ContactKeys, value: string, since: Date, limit: number): Promise<Date[]> {
  if (!value) return [];
  const rows = await tx
    .select({ at: commentContacts.createdAt })
    .from(commentContacts)
    .where(and(eq(commentContacts[key], value), gte(commentContacts.createdAt, since)))
    .orderBy(desc(commentContacts.createdAt))
    .limit(limit);
  return rows.map((row) => row.at);
}

/** Whether one of these comments came from this address or network. */
export async function isFromContact(tx: Transaction, commentIds: string[], { emailIndex, networkIndex: network }: ContactKeys): Promise<boolean> {
  const same = or(emailIndex ? eq(commentContacts.emailIndex, emailIndex) : undefined, eq(commentContacts.networkIndex, network));
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
