import { isIPv6 } from 'node:net';
import { and, asc, count, eq, inArray, lt } from 'drizzle-orm';
import { keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { PACES, waitAfter, type Pace } from '#lib/people/try-pace.ts';
import type { Visitor } from './auth.ts';
import { db } from '#db/engine/client.ts';
import { readKnownBrowser } from './known-browser.ts';
import { tryCounts } from '#db/tables/tables.ts';

/*
 * Slows down guesses without locking anyone out. A known browser of an account, and a network that it signed
 * in from within a month, have their own counts. Attempts from elsewhere are counted together, by account and
 * by network, and have to wait longer after each attempt. Unknown addresses are counted in the same way, so
 * no response tells who works here.
 */
const SECOND = 1000;
const KNOWN_NETWORK_MS = 30 * 86_400_000;
/** Only a flood makes more rows than this; those that expire first are removed. */
export const MOST_COUNTS = 50_000;
const PRUNE_EVERY = 1000;

type Kind = 'password' | 'code' | 'reset';

export type Turn =
  | { open: true; keys: string[] }
  | { open: false; by: 'network' | 'account'; retryAfter: number };

const keyOf = (...parts: string[]) => keyedHash(getKeys().auth, ['tries', ...parts].join('|'));

/** One subscriber: an IPv4 address, or a /64 of IPv6. */
function networkOf(address = 'unknown'): string {
  if (!isIPv6(address) || address.includes('.')) return address.replace(/^::ffff:/i, '');
  const [head = '', tail = ''] = address.split('::');
  const [front, back] = [head, tail].map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: Math.max(0, 8 - front!.length - back!.length) }, () => '0');
  return [...front!, ...zeros, ...back!]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * Without a wait no time is stored: another attempt of the same moment may have read its clock a little
 * earlier.
 */
const openAfter = (wait: number, now: Date): Date => (wait ? new Date(now.getTime() + wait) : new Date(0));

/**
 * Counts one attempt under a key. The update requires the row as it was read, so that two attempts at once
 * are both counted. Returns the wait in ms if it is too early.
 */
async function countTry(key: string, pace: Pace, now: Date): Promise<number> {
  const { free } = pace;
  for (let turn = 0; turn < 100; turn++) {
    const [row] = await db().select().from(tryCounts).where(eq(tryCounts.key, key));
    if (!row) {
      const fresh = {
        key,
        count: 1,
        openAt: openAfter(waitAfter(1, pace), now),
        expiresAt: new Date(now.getTime() + pace.forget),
      };
      const [made] = await db()
        .insert(tryCounts)
        .values(fresh)
        .onConflictDoNothing()
        .returning({ key: tryCounts.key });
      if (made) return 0;
      continue;
    }
    if (row.openAt > now) return row.openAt.getTime() - now.getTime();
    const tries = row.expiresAt <= now ? 1 : Math.min(row.count + 1, free + 100);
    const wait = waitAfter(tries, pace);
    const next = {
      count: tries,
      openAt: openAfter(wait, now),
      expiresAt: new Date(now.getTime() + wait + pace.forget),
    };
    const same = and(
      eq(tryCounts.key, key),
      eq(tryCounts.count, row.count),
      eq(tryCounts.openAt, row.openAt),
      eq(tryCounts.expiresAt, row.expiresAt),
    );
    const [changed] = await db().update(tryCounts).set(next).where(same).returning({ key: tryCounts.key });
    if (changed) return 0;
  }
  return pace.first;
}

/** The known browser or network that an attempt comes from, if this account has used it. */
async function findKnownPlace(
  userId: string | undefined,
  visitor: Visitor,
  now: Date,
): Promise<string | undefined> {
  if (!userId) return undefined;
  const browser = readKnownBrowser(visitor.cookie);
  if (browser?.userIds.includes(userId)) return `browser ${browser.id}`;
  const [seen] = await db()
    .select({ at: tryCounts.expiresAt })
    .from(tryCounts)
    .where(eq(tryCounts.key, keyOf('seen', userId, networkOf(visitor.address))));
  return seen && seen.at > now ? `network ${networkOf(visitor.address)}` : undefined;
}

let counted = 0;

/**
 * Counts an attempt before anything is checked. `account` is the typed address or the account concerned;
 * `userId` is its owner, if there is one. An attempt that has to wait is not counted.
 */
export async function takeTry(
  kind: Kind,
  account: string,
  userId: string | undefined,
  visitor: Visitor,
  now = new Date(),
): Promise<Turn> {
  if (++counted % PRUNE_EVERY === 0) await pruneTries(now);
  const place = await findKnownPlace(userId, visitor, now);
  const own = keyOf(kind, account, place ?? 'elsewhere');
  const network = keyOf(kind === 'reset' ? 'resetNetwork' : 'network', networkOf(visitor.address));
  const networkWait = place
    ? 0
    : await countTry(network, PACES[kind === 'reset' ? 'resetNetwork' : 'network'], now);
  if (networkWait) return { open: false, by: 'network', retryAfter: Math.ceil(networkWait / SECOND) };
  const wait = await countTry(own, PACES[kind], now);
  if (wait) return { open: false, by: 'account', retryAfter: Math.ceil(wait / SECOND) };
  return { open: true, keys: place ? [own] : [own, network] };
}

/**
 * Resets the account's count after a right password or code. Its network gets back this one attempt, not
 * those of others.
 */
export async function forgiveTry({ keys: [own, network] }: Extract<Turn, { open: true }>): Promise<void> {
  await db().delete(tryCounts).where(eq(tryCounts.key, own!));
  if (!network) return;
  const [row] = await db().select().from(tryCounts).where(eq(tryCounts.key, network));
  if (row)
    await db()
      .update(tryCounts)
      .set({ count: Math.max(0, row.count - 1) })
      .where(and(eq(tryCounts.key, network), eq(tryCounts.count, row.count)));
}

/** Stores the network of a completed sign-in as known. */
export async function rememberNetwork(userId: string, visitor: Visitor, now = new Date()): Promise<void> {
  const row = { count: 0, openAt: now, expiresAt: new Date(now.getTime() + KNOWN_NETWORK_MS) };
  await db()
    .insert(tryCounts)
    .values({ key: keyOf('seen', userId, networkOf(visitor.address)), ...row })
    .onConflictDoUpdate({ target: tryCounts.key, set: row });
}

/** Removes expired counts, and if there are still too many, those that expire first. */
export async function pruneTries(now: Date, most = MOST_COUNTS): Promise<void> {
  await db().delete(tryCounts).where(lt(tryCounts.expiresAt, now));
  const [rows] = await db().select({ count: count() }).from(tryCounts);
  if (rows!.count <= most) return;
  const oldest = db()
    .select({ key: tryCounts.key })
    .from(tryCounts)
    .orderBy(asc(tryCounts.expiresAt))
    .limit(rows!.count - most);
  await db().delete(tryCounts).where(inArray(tryCounts.key, oldest));
}
