import { isIPv4, isIPv6 } from 'node:net';
import { keyedHash } from '#lib/security/crypto.ts';

/** The network a reader writes from: /24 of IPv4, /48 of IPv6; never the whole address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped.split('.').slice(0, 3).join('.');
  if (!isIPv6(mapped)) return 'unknown';
  const [head = ''] = mapped.split('::');
  const groups = head.split(':').filter(Boolean);
  return [...groups, '0', '0', '0']
    .slice(0, 3)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** Keyed with the day, so that yesterday's value can't be joined with today's. */
export const networkIndex = (key: Buffer, address: string, now: Date): string =>
  keyedHash(key, `${now.toISOString().slice(0, 10)}|${networkOf(address)}`);

/** Until when a network that wrote at a moment is known by the same value: no ban on it can hold longer. */
export const networkKnownUntil = (at: Date): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1));

/**
 * Who reports or appreciates: the same network counts once a day. Of another kind than `networkIndex`, so
 * that it can't be joined with writers.
 */
export const sourceOf = (key: Buffer, address: string, now: Date): string =>
  keyedHash(key, `source|${now.toISOString().slice(0, 10)}|${networkOf(address)}`);
