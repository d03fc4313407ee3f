import { setImmediate as nextTurn } from 'node:timers/promises';
import { logLine } from '#lib/log.ts';

/** Rows of one portion: their change holds the write lock for a few milliseconds. */
const PORTION = 500;
/** Work that takes longer than this tells in the log how far it is. */
const LOGGED_MS = 10_000;

/**
 * Runs `work`, which changes at most `limit` rows in one transaction and returns how many, until it changes
 * fewer. Other writes and requests run between two portions. A run that is cut off continues with the next
 * call. `what` names the work in the log. Returns the number of all rows.
 */
export async function inPortions(
  what: string,
  work: (limit: number) => Promise<number>,
  limit = PORTION,
): Promise<number> {
  const started = performance.now();
  let logged = started;
  let total = 0;
  for (;;) {
    const changed = await work(limit);
    total += changed;
    const now = performance.now();
    if (now - logged >= LOGGED_MS || (changed < limit && logged > started)) {
      logLine(`${what}: ${total} rows in ${Math.round((now - started) / 1000)} s`);
      logged = now;
    }
    if (changed < limit) return total;
    await nextTurn();
  }
}
