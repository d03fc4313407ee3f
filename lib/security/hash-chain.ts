import { sha256 } from './crypto.ts';

/*
 * An append-only record: each event's hash covers the event and the hash before it. Whoever changes, removes
 * or puts in a row has to make all hashes after it anew, and then the last one is not the one that was noted
 * elsewhere. The chain has no key and cannot see its own end: compare `count` and `hash` of the answer with a
 * note kept outside the database.
 */

/** What the first event of a chain stands on. */
export const GENESIS = '0'.repeat(64);

/**
 * JSON that is the same for the same facts: sorted keys, moments as ISO. An empty column and one that isn't
 * there are the same fact, so a column added later leaves the hashes of old rows alone.
 */
function canonical(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`No JSON for ${value}`);
  if (typeof value !== 'object' || value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const facts = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  const sorted = facts.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join()}}`;
}

/** SHA-256 over the hash before and the event (without its own hash), as 64 hex digits. */
export const chainHash = (previousHash: string, event: object): string =>
  sha256(`${previousHash}\n${canonical(event)}`);

export type ChainedEvent = { sequence: number; hash: string };
/** How far a chain was followed: pass it on to verify in batches. */
export type ChainHead = { count: number; hash: string };
/**
 * `sequence`: an event is missing, twice or out of place. `hash`: this event, or the one before it, is not
 * what was written.
 */
export type ChainFault = { ok: false; at: number; reason: 'sequence' | 'hash' };

/**
 * Follows a chain from its beginning, or from where `head` left off; `at` counts from the beginning of the
 * chain, from 0.
 */
export function verifyChain(
  events: Iterable<ChainedEvent>,
  head: ChainHead = { count: 0, hash: GENESIS },
): ({ ok: true } & ChainHead) | ChainFault {
  let { count, hash: previous } = head;
  for (const { hash, ...event } of events) {
    if (event.sequence !== count + 1) return { ok: false, at: count, reason: 'sequence' };
    if (hash !== chainHash(previous, event)) return { ok: false, at: count, reason: 'hash' };
    previous = hash;
    count++;
  }
  return { ok: true, count, hash: previous };
}
