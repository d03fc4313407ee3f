import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyObjects = new WeakMap<Buffer, KeyObject>();

/** Node imports the bytes of a key at each use, which takes longer than to hash a short text with it. */
function keyObjectOf(key: Buffer): KeyObject {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
}

/** AES-256-GCM. Returns base64url of nonce, tag and ciphertext. */
export function encryptText(key: Buffer, plain: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(key), nonce);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Decrypts the result of `encryptText`. Throws if the key differs or a byte was changed. */
export function decryptText(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}

/** HMAC-SHA-256, base64url: allows lookups of equal values without storing them. */
export const keyedHash = (key: Buffer, value: string): string =>
  createHmac('sha256', keyObjectOf(key)).update(value).digest('base64url');

export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex');

/** `payload.signature`. The payload is readable, so it must not be secret. */
export const signText = (key: Buffer, payload: string): string => `${payload}.${keyedHash(key, payload)}`;

/** The payload of a text that `signText` signed with this key, or null. */
export function verifySigned(key: Buffer, signed: string): string | null {
  const dot = signed.lastIndexOf('.');
  if (dot < 0) return null;
  const payload = signed.slice(0, dot);
  const expected = Buffer.from(keyedHash(key, payload));
  const given = Buffer.from(signed.slice(dot + 1));
  return given.length === expected.length && timingSafeEqual(given, expected) ? payload : null;
}

export const randomToken = (bytes = 24): string => randomBytes(bytes).toString('base64url');
