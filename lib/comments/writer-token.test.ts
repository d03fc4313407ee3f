import { expect, it } from 'vitest';
import { signText } from '#lib/security/crypto.ts';
import { readWriter, writerCookie } from './writer-token.ts';

const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);
const id = '01938f2e-7d3a-7c11-8a55-2f1e6a0b9c77';
const valueOf = (cookie: string) => cookie.split(';')[0]!;

it('readWriter finds the signed writer cookie among other cookies', () => {
  const cookie = valueOf(writerCookie(key, id, false));
  expect(readWriter(key, cookie)).toBe(id);
  expect(readWriter(key, `theme=dark; writer=forged; ${cookie}; x=1`)).toBe(id);
});

it('readWriter rejects everything else', () => {
  const cookie = valueOf(writerCookie(key, id, false));
  const forged = [
    null,
    '',
    'writer=',
    `writer=${id}`,
    cookie.replace('0193', '0194'),
    cookie.slice(0, -1),
    valueOf(writerCookie(otherKey, id, false)),
    cookie.replace('writer=', 'rewriter='),
  ];
  for (const header of [...forged, `writer=${signText(key, id)}`]) expect(readWriter(key, header)).toBe('');
});

it('the cookie is HttpOnly, SameSite and Secure on https', () => {
  expect(writerCookie(key, id, false)).toMatch(/; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/);
  expect(writerCookie(key, id, true)).toMatch(/; Secure$/);
});
