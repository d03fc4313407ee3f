import { describe, expect, it } from 'vitest';
import { RepeatLimit } from './repeat-limit.ts';

const HOUR = 3_600_000;

/** How many of a thousand readings of an article count. */
const counted = (limit: RepeatLimit, addressOf: (n: number) => string, number = 1, now = 0) =>
  Array.from({ length: 1000 }, (_, n) => limit.allows(addressOf(n), number, now)).filter(Boolean).length;

describe('a client', () => {
  it.each<[string, (n: number) => string]>([
    ['with one address', () => '203.0.113.7'],
    ['with one address, as IPv6 writes it', () => '::ffff:203.0.113.7'],
    [
      'with all addresses of a home',
      (n) => `2001:db8:1:${(0x4200 + (n % 256)).toString(16)}::${n.toString(16)}`,
    ],
    ['whose address is unknown', () => 'unknown'],
  ])('%s counts a few times an hour for an article', (_name, addressOf) => {
    const limit = new RepeatLimit(5, 1000);
    expect(counted(limit, addressOf)).toBe(5);
    expect(counted(limit, addressOf, 2)).toBe(5);
    expect(counted(limit, addressOf, 1, HOUR - 1)).toBe(0);
    expect(counted(limit, addressOf, 1, HOUR)).toBe(5);
  });

  it('does not count for others', () => {
    const limit = new RepeatLimit(1, 1000);
    expect(counted(limit, (n) => `198.51.${n >> 8}.${n & 255}`)).toBeGreaterThan(990);
    expect(counted(new RepeatLimit(1, 1000), (n) => `2001:db8:${n.toString(16)}::1`)).toBeGreaterThan(990);
  });

  it('counts a thousand times an hour for all articles, and leaves the cells of others free', () => {
    const limit = new RepeatLimit(1, 1000);
    let own = 0;
    for (let number = 1; number <= 200_000; number++) if (limit.allows('203.0.113.7', number, 0)) own += 1;
    expect(own).toBe(1000);
    expect(counted(limit, (n) => `198.51.${n >> 8}.${n & 255}`)).toBeGreaterThan(990);
    expect(limit.allows('203.0.113.7', 1, HOUR)).toBe(true);
  });
});
