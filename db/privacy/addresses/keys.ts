import { eq } from 'drizzle-orm';
import { networkIndex } from '#lib/comments/network.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import type { Runner } from '#db/engine/client.ts';
import { commentContacts } from '#db/tables/tables.ts';

/*
 * This folder alone reads and writes comment_contacts, and the addresses in comment_notices: what we know of
 * a commenter and never show. A lint rule keeps every other file out, so no public query can join the table.
 */

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

/** What an address is found again by: the form it is kept in, never the address itself. */
export const addressIndex = (email: string): string =>
  keyedHash(getKeys().emailIndex, readMailAddress(email) ?? email.trim().toLowerCase());

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
