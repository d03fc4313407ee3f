import { decryptText } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { logLine } from '#lib/log.ts';

let isTold = false;

/** An address in plain text; null if it was encrypted with other keys or is damaged. */
export function tryOpen(sealed: string): string | null {
  try {
    return decryptText(getKeys().emailCipher, sealed);
  } catch {
    return null;
  }
}

/**
 * Like `tryOpen`, and logs once that there is such an address. One such row breaks no page, export or mail.
 */
export function openSealed(sealed: string): string | null {
  const address = tryOpen(sealed);
  if (address === null && !isTold)
    logLine('An address in the database cannot be decrypted with the keys of this instance (logged once)');
  isTold ||= address === null;
  return address;
}
