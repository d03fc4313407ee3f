import { isIPv4, isIPv6 } from 'node:net';
import { keyedHash } from '#lib/security/crypto.ts';

/** The network of an address: /24 of IPv4, /48 of IPv6; never the whole address. */
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

/** The hash includes the day, so that values of two days cannot be linked. */
export const networkIndex = (key: Buffer, address: string, now: Date): string =>
  keyedHash(key, `${now.toISOString().slice(0, 10)}|${networkOf(address)}`);

/** Until when a network has the same index as at a moment. A ban on it cannot last longer. */
export const networkKnownUntil = (at: Date): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1));

/**
 * The source of a report or an appreciation: each network counts once a day. The hash differs from
 * `networkIndex`, so that it cannot be linked with writers.
 */
export const sourceOf = (key: Buffer, address: string, now: Date): string =>
  keyedHash(key, `source|${now.toISOString().slice(0, 10)}|${networkOf(address)}`);
