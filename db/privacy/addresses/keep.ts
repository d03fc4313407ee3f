import { encryptText, keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { preparedIn, valuesOf, type Transaction } from '#db/engine/client.ts';
import { commentContacts } from '#db/tables/tables.ts';
import { contactKeys, type Contact, type ContactKeys } from './keys.ts';

const NETWORK_DAYS = 30;

/** An address in the form in which it is stored. */
export type SealedContact = ContactKeys & { emailCipher: string };

/** Encrypts an address and makes its keys, before the transaction that stores it. */
export const sealContact = (contact: Contact, now: Date): SealedContact => ({
  emailCipher: contact.email && encryptText(getKeys().emailCipher, contact.email),
  ...contactKeys(contact, now),
});

const newContact = preparedIn((runner) =>
  runner
    .insert(commentContacts)
    .values(
      valuesOf(commentContacts, [
        'commentId',
        'emailCipher',
        'emailIndex',
        'networkIndex',
        'networkExpiresAt',
        'createdAt',
      ]),
    )
    .prepare(),
);

export async function keepSealed(tx: Transaction, commentId: string, sealed: SealedContact, now: Date) {
  const networkExpiresAt = new Date(now.getTime() + NETWORK_DAYS * 86_400_000);
  await newContact(tx).execute({ commentId, ...sealed, networkExpiresAt, createdAt: now });
}

export const keepContact = (tx: Transaction, commentId: string, contact: Contact, now: Date) =>
  keepSealed(tx, commentId, sealContact(contact, now), now);

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
