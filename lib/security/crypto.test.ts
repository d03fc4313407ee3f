import { describe, expect, it } from 'vitest';
import { decryptText, encryptText, keyedHash, randomToken, signText, verifySigned } from './crypto.ts';

const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);

describe('encryptText', () => {
  it.each(['salma@example.org', '', 'سلمى@مثال.إختبار', 'x'.repeat(10_000), '\u0000😀'])(
    'is reversed by decryptText: %.20j',
    (plain) => {
      expect(decryptText(key, encryptText(key, plain))).toBe(plain);
    },
  );

  it('has a different result each time, which does not contain the text', () => {
    const [one, two] = [encryptText(key, 'salma@example.org'), encryptText(key, 'salma@example.org')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('salma');
  });

  it('cannot be decrypted with another key', () => {
    expect(() => decryptText(otherKey, encryptText(key, 'x'))).toThrow();
  });

  it('cannot be decrypted after a change of any byte', () => {
    const bytes = Buffer.from(encryptText(key, 'salma@example.org'), 'base64url');
    for (let place = 0; place < bytes.length; place++) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      expect(() => decryptText(key, changed.toString('base64url'))).toThrow();
    }
  });

  it('cannot be decrypted if it is cut or invalid', () => {
    const bytes = Buffer.from(encryptText(key, 'x'), 'base64url');
    for (let length = 0; length < bytes.length; length++)
      expect(() => decryptText(key, bytes.subarray(0, length).toString('base64url'))).toThrow();
    expect(() => decryptText(key, 'salma@example.org')).toThrow();
  });

  it('rejects a truncated tag: four bytes could be guessed', () => {
    const bytes = Buffer.from(encryptText(key, ''), 'base64url');
    expect(() => decryptText(key, bytes.subarray(0, 16).toString('base64url'))).toThrow('tag');
  });
});

describe('signText', () => {
  it('returns a text from which verifySigned reads the payload, also with dots and Arabic', () => {
    for (const payload of ['1001:5', 'a.b.c', 'مرحبا', ''])
      expect(verifySigned(key, signText(key, payload))).toBe(payload);
  });

  it('is rejected with another key, another payload or no signature', () => {
    const signed = signText(key, '1001');
    for (const forged of [
      signText(otherKey, '1001'),
      signed.replace('1001', '1002'),
      '1001',
      '1001.',
      '',
      `${signed}=`,
      `${signed} `,
      `1001.${'é'.repeat(43)}`,
    ]) {
      expect(verifySigned(key, forged)).toBeNull();
    }
  });
});

it('keyedHash is equal for equal values and keys only', () => {
  expect(keyedHash(key, 'a')).toBe(keyedHash(key, 'a'));
  expect(new Set([keyedHash(key, 'a'), keyedHash(key, 'b'), keyedHash(otherKey, 'a')]).size).toBe(3);
});

it('randomToken returns unique URL-safe tokens', () => {
  const tokens = Array.from({ length: 100 }, () => randomToken());
  expect(new Set(tokens).size).toBe(100);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
});
