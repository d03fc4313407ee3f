import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { maskAddress } from '#lib/comments/mask-address.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { commentContacts, commentNotices } from '#db/tables/tables.ts';
import { openSealed } from './sealed.ts';

/** The address of a comment. Only for a caller that logs the access (db/privacy/requests.ts). */
export async function openAddress(tx: Transaction, commentId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ cipher: commentContacts.emailCipher })
    .from(commentContacts)
    .where(eq(commentContacts.commentId, commentId));
  return (row?.cipher && openSealed(row.cipher)) || undefined;
}

/**
 * The addresses of comments, for an export that is logged (db/privacy/export.ts) and for masking; null for
 * one that cannot be decrypted.
 */
export async function openAddresses(commentIds: string[]): Promise<Map<string, string | null>> {
  const rows = await db()
    .select({ id: commentContacts.commentId, cipher: commentContacts.emailCipher })
    .from(commentContacts)
    .where(and(inArray(commentContacts.commentId, commentIds), ne(commentContacts.emailCipher, '')));
  return new Map(rows.map(({ id, cipher }) => [id, openSealed(cipher)]));
}

/** The address from one of its rows, for the copy that its owner asked for and for mailed links. */
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

/**
 * Addresses as moderators see them, `a•••@gm•••`; null if it cannot be decrypted. Comments without an address
 * are left out.
 */
export const getMaskedAddresses = async (commentIds: string[]) =>
  new Map(
    Array.from(await openAddresses(commentIds), ([id, address]) => [id, address && maskAddress(address)]),
  );

/**
 * Encrypted addresses of the newest rows: if one of them can be decrypted, the keys are right
 * (db/privacy/instance-keys.ts).
 */
export async function listNewestSealed(limit = 20): Promise<string[]> {
  const newest = (table: typeof commentContacts | typeof commentNotices) =>
    db()
      .select({ cipher: table.emailCipher })
      .from(table)
      .where(ne(table.emailCipher, ''))
      // Ids are in the order of time, and have an index.
      .orderBy(desc(table.commentId))
      .limit(limit);
  return [...(await newest(commentContacts)), ...(await newest(commentNotices))].map(({ cipher }) => cipher);
}
