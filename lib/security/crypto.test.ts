import { describe, expect, it } from 'vitest';
import { decryptText, encryptText, keyedHash, randomToken, signText, verifySigned } from './crypto.ts';

const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);

describe('a sealed text', () => {
  it.each(['salma@example.org', '', 'سلمى@مثال.إختبار', 'x'.repeat(10_000), '\u0000😀'])(
    '%.20j comes back as it was',
    (plain) => {
      expect(decryptText(key, encryptText(key, plain))).toBe(plain);
    },
  );

  it('is another each time, and does not show what is in it', () => {
    const [one, two] = [encryptText(key, 'salma@example.org'), encryptText(key, 'salma@example.org')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('salma');
  });

  it('is not opened by another key', () => {
    expect(() => decryptText(otherKey, encryptText(key, 'x'))).toThrow();
  });

  it('is not opened when one byte of it was changed, wherever', () => {
    const bytes = Buffer.from(encryptText(key, 'salma@example.org'), 'base64url');
    for (let place = 0; place < bytes.length; place++) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      expect(() => decryptText(key, changed.toString('base64url'))).toThrow();
    }
  });

  it('is not opened when it was cut, nor when it is nothing of ours', () => {
    const bytes = Buffer.from(encryptText(key, 'x'), 'base64url');
    for (let length = 0; length < bytes.length; length++)
      expect(() => decryptText(key, bytes.subarray(0, length).toString('base64url'))).toThrow();
    expect(() => decryptText(key, 'salma@example.org')).toThrow();
  });

  it('takes no short tag for a whole one: four bytes could be guessed', () => {
    const bytes = Buffer.from(encryptText(key, ''), 'base64url');
    expect(() => decryptText(key, bytes.subarray(0, 16).toString('base64url'))).toThrow('tag');
  });
});

describe('a signature', () => {
  it('gives its payload back, also one with dots and Arabic', () => {
    for (const payload of ['1001:5', 'a.b.c', 'مرحبا', ''])
      expect(verifySigned(key, signText(key, payload))).toBe(payload);
  });

  it('of another key, of another payload, or none, gives nothing', () => {
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

it('finds equal values again by their keyed hash, and only with the key', () => {
  expect(keyedHash(key, 'a')).toBe(keyedHash(key, 'a'));
  expect(new Set([keyedHash(key, 'a'), keyedHash(key, 'b'), keyedHash(otherKey, 'a')]).size).toBe(3);
});

it('makes tokens that stand in an address and never repeat', () => {
  const tokens = Array.from({ length: 100 }, () => randomToken());
  expect(new Set(tokens).size).toBe(100);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
});
