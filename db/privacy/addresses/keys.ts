import { and, eq, inArray, ne } from 'drizzle-orm';
import { networkIndex } from '#lib/comments/network.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import type { Runner } from '#db/engine/client.ts';
import { commentContacts } from '#db/tables/tables.ts';

/*
 * Only this folder reads and writes comment_contacts, and the addresses in comment_notices: private data of
 * commenters that is never shown. A lint rule blocks the import elsewhere, so no public query can join the
 * table.
 */

export type Contact = { email: string; address: string };

/** The keys by which an address and a network are found again; empty for an address that was not given. */
export type ContactKeys = { emailIndex: string; networkIndex: string };

export function contactKeys({ email, address }: Contact, now: Date): ContactKeys {
  const keys = getKeys();
  return {
    emailIndex: email && keyedHash(keys.emailIndex, email),
    networkIndex: networkIndex(keys.networkIndex, address, now),
  };
}

/**
 * The key by which an address is found again. It is made from the normalised address and does not reveal it.
 */
export const addressIndex = (email: string): string =>
  keyedHash(getKeys().emailIndex, readMailAddress(email) ?? email.trim().toLowerCase());

/**
 * The keys by which the writer of a comment is found again: of the address, and of the network on the day of
 * the comment.
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

/** The keys of the addresses with which these comments were sent. */
export async function getEmailIndexes(runner: Runner, commentIds: string[]): Promise<Map<string, string>> {
  const rows = await runner
    .select({ id: commentContacts.commentId, email: commentContacts.emailIndex })
    .from(commentContacts)
    .where(and(inArray(commentContacts.commentId, commentIds), ne(commentContacts.emailIndex, '')));
  return new Map(rows.map(({ id, email }) => [id, email]));
}
