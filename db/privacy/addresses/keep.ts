import { encryptText, keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import type { Transaction } from '#db/engine/client.ts';
import { commentContacts } from '#db/tables/tables.ts';
import { contactKeys, type Contact } from './keys.ts';

const NETWORK_DAYS = 30;

export async function keepContact(tx: Transaction, commentId: string, contact: Contact, now: Date) {
  await tx.insert(commentContacts).values({
    commentId,
    emailCipher: contact.email && encryptText(getKeys().emailCipher, contact.email),
    ...contactKeys(contact, now),
    networkExpiresAt: new Date(now.getTime() + NETWORK_DAYS * 86_400_000),
    createdAt: now,
  });
}

/** Stores the addresses of imported comments with the times of these comments; networks are not stored. */
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
