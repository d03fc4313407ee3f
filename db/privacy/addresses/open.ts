import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { maskAddress } from '#lib/comments/mask-address.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { commentContacts, commentNotices } from '#db/tables/tables.ts';
import { openSealed } from './sealed.ts';

/**
 * The address behind a comment; only for who has just been written down as looking (db/privacy/requests.ts).
 */
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

/**
 * Addresses as moderators see them, `a•••@gm•••`, null where one cannot be opened; comments without one are
 * missing.
 */
export const getMaskedAddresses = async (commentIds: string[]) =>
  new Map(
    Array.from(await openAddresses(commentIds), ([id, address]) => [id, address && maskAddress(address)]),
  );

/**
 * Sealed addresses of the newest rows: whether one of them can be opened tells whether these are their keys
 * (db/privacy/instance-keys.ts).
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
