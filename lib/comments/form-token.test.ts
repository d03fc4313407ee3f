import { describe, expect, it } from 'vitest';
import { signText } from '#lib/security/crypto.ts';
import { makeOwnToken, makeSharedToken, readFormToken, sharedTokenSpan } from './form-token.ts';

const HOUR = 3_600_000;
const HOURS = 12;
const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);
const now = new Date('2026-11-23T12:30:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const read = (token: string, number = 1001, at = now) => readFormToken(key, token, number, at, HOURS);

describe('the token of a cached page', () => {
  it('is the same for six hours, and changes at another minute for another article', () => {
    const { from, until } = sharedTokenSpan(1001, now);
    expect(until.getTime() - from.getTime()).toBe(6 * HOUR);
    const at = (time: number, number = 1001) => makeSharedToken(key, number, new Date(time));
    expect(at(from.getTime())).toBe(at(until.getTime() - 1));
    expect(at(from.getTime() - 1)).not.toBe(at(from.getTime()));
    expect(at(until.getTime())).not.toBe(at(from.getTime()));
    expect(sharedTokenSpan(1002, now).until).not.toEqual(until);
  });

  it('is valid for a preview for the hours of the form, counted from the last moment of its page', () => {
    const { from, until } = sharedTokenSpan(1001, now);
    const token = makeSharedToken(key, 1001, now);
    const lasts = until.getTime() + HOURS * HOUR;
    expect(read(token, 1001, from)).toEqual({ kind: 'shared' });
    expect(read(token, 1001, new Date(lasts))).toEqual({ kind: 'shared' });
    expect(read(token, 1001, new Date(lasts + 1))).toBeNull();
    expect(read(token, 1001, new Date(from.getTime() - 1))).toBeNull();
  });
});

describe("a reader's own token", () => {
  const token = makeOwnToken(key, 'fresh', 1001, now);

  it('is different each time', () => {
    expect(makeOwnToken(key, 'fresh', 1001, now)).not.toBe(token);
  });

  it('contains its issue and expiry times to the millisecond', () => {
    expect(read(token, 1001, later(HOURS * HOUR))).toMatchObject({
      kind: 'fresh',
      issuedAt: now,
      nonce: expect.stringMatching(/^[\w-]{16}$/),
      expiresAt: later(HOURS * HOUR),
    });
    expect(read(token, 1001, later(HOURS * HOUR + 1))).toBeNull();
  });
});

const makeFresh = (of: Buffer, number: number, at: Date) => makeOwnToken(of, 'fresh', number, at);
describe.each([
  ['shared', makeSharedToken],
  ['fresh', makeFresh],
] as const)('a %s token', (kind, make) => {
  it.each([
    ['of another article', make(key, 1002, now)],
    ['from the future', make(key, 1001, later(6 * HOUR))],
    ['signed with another key', make(otherKey, 1001, now)],
    ['whose article number was changed', make(key, 1002, now).replace('1002', '1001')],
    [
      'whose time was changed',
      make(key, 1001, later(-48 * HOUR)).replace(
        /1001:\d+/,
        `1001:${kind === 'shared' ? Math.floor(now.getTime() / HOUR) : now.getTime()}`,
      ),
    ],
    ['whose kind was changed', make(key, 1001, now).replace(kind, kind === 'shared' ? 'fresh' : 'returned')],
    ['without a signature', make(key, 1001, now).split('.')[0]!],
    ['without its last character', make(key, 1001, now).slice(0, -1)],
    ['with an additional character', `${make(key, 1001, now)}x`],
    ['that signs a bare number', signText(key, '1001')],
    ['that is empty', ''],
    ['that is only a dot', '.'],
    ['in capital letters', make(key, 1001, now).toUpperCase()],
  ])('%s is rejected', (_name, token) => {
    expect(read(token)).toBeNull();
  });
});
