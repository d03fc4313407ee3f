import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { randomToken } from '#lib/security/crypto.ts';

const HOUR_MS = 3_600_000;
/**
 * One byte for each, 4 MB. Two readers rarely share one: with a million readings an hour a fifth do, and both
 * still count.
 */
const CELLS = 2 ** 22;
/** Two bytes for each client, 2 MB. Two clients that share one share its limit. */
const CLIENT_CELLS = 2 ** 20;

/**
 * The part of an address that one client has: all of IPv4, the first 56 bits of IPv6, which is what a home
 * gets.
 */
function clientPart(address: string): string {
  if (!isIPv6(address) || address.toLowerCase().startsWith('::ffff:')) return address;
  const [head = ''] = address.split('::');
  const groups = [...head.split(':'), '0', '0', '0', '0']
    .slice(0, 4)
    .map((group) => parseInt(group, 16) || 0);
  return groups.map((group, n) => (n === 3 ? group >> 8 : group).toString(16)).join(':');
}

/**
 * Limits how often one client counts in an hour, for one article and for all. The second limit keeps a client
 * from filling the cells of others. Keeps no address and no list: only how often each hash occurred, under a
 * random key that ends with the hour.
 */
export class RepeatLimit {
  private readonly cells = new Uint8Array(CELLS);
  private readonly clients = new Uint16Array(CLIENT_CELLS);
  private readonly mostForArticle: number;
  private readonly most: number;
  private hour = -1;
  private key = '';

  constructor(mostForArticle: number, most: number) {
    this.mostForArticle = mostForArticle;
    this.most = most;
  }

  /** Whether a reading counts; call it once for each. */
  allows(address: string, number: number, now = Date.now()): boolean {
    const hour = Math.floor(now / HOUR_MS);
    if (hour !== this.hour) {
      this.hour = hour;
      this.key = randomToken();
      this.cells.fill(0);
      this.clients.fill(0);
    }
    const part = clientPart(address);
    const client = this.hashOf(part) % CLIENT_CELLS;
    if (this.clients[client]! >= this.most) return false;
    const cell = this.hashOf(`${number} ${part}`) % CELLS;
    if (this.cells[cell]! >= this.mostForArticle) return false;
    this.clients[client]! += 1;
    this.cells[cell]! += 1;
    return true;
  }

  /** Not an HMAC, which takes ten times as long: the hash never leaves this class. */
  private hashOf(value: string): number {
    return Number.parseInt(hash('sha256', `${this.key} ${value}`).slice(0, 8), 16);
  }
}
