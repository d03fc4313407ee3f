import { sha256 } from './crypto.ts';

/*
 * An append-only record: each event's hash covers the event and the previous hash. A person who changes,
 * removes or inserts a row has to recompute all later hashes. Then the last hash differs from a copy noted
 * elsewhere. The chain has no key and cannot detect a missing end: compare `count` and `hash` of the result
 * with a note kept outside the database.
 */

/** The previous hash of the first event. */
export const GENESIS = '0'.repeat(64);

/**
 * Canonical JSON: sorted keys, dates as ISO. A null column and a missing one are equal, so that a column
 * added later does not change the hashes of old rows.
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

/** SHA-256 of the previous hash and the event (without its own hash), as 64 hex digits. */
export const chainHash = (previousHash: string, event: object): string =>
  sha256(`${previousHash}\n${canonical(event)}`);

export type ChainedEvent = { sequence: number; hash: string };
/** The end of the verified part: pass it on to verify in batches. */
export type ChainHead = { count: number; hash: string };
/**
 * `sequence`: an event is missing, duplicated or out of order. `hash`: this event, or the previous one, was
 * changed.
 */
export type ChainFault = { ok: false; at: number; reason: 'sequence' | 'hash' };

/** Verifies a chain from its beginning, or from `head`. `at` is the index in the whole chain, from 0. */
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
