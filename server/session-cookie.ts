import { createHmac, timingSafeEqual } from 'node:crypto';
import { getKeys } from '#lib/security/keys.ts';

const COOKIE = /(?:^|;\s*)(?:__Secure-)?midad\.session_token=([^;]+)/g;

function isSigned(given: string): boolean {
  if (given.length > 500 || /%(?![0-9a-f]{2})/i.test(given)) return false;
  const value = given.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const dot = value.lastIndexOf('.');
  const expected = createHmac('sha256', getKeys().auth.toString('hex'))
    .update(value.slice(0, Math.max(0, dot)))
    .digest();
  const signature = Buffer.from(value.slice(dot + 1), 'base64');
  return dot > 0 && signature.length === expected.length && timingSafeEqual(signature, expected);
}

/**
 * Whether the cookies contain a session that this site has signed, in the format of better-auth:
 * `token.signature`, by HMAC-SHA256. The session may have ended: this shows only that the client was signed
 * in at some time, and costs no query. A browser may send several cookies of this name (from another instance
 * on this host, or a parent domain). better-auth decides which one counts, so one valid signature is enough.
 */
export const holdsSignedSession = (cookies: string | undefined): boolean =>
  (cookies ?? '').length < 20_000 &&
  [...(cookies ?? '').matchAll(COOKIE)].some(([, given]) => isSigned(given!));
