import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long the reads of one turn of the event loop, and the rendering between them, may hold the thread. */
const SHARE_MS = 2;

let begunAt: number | undefined;

/** Whether this turn of the event loop, counted from its first read, has lasted long enough. */
function isSpent(): boolean {
  if (begunAt !== undefined) return performance.now() - begunAt > SHARE_MS;
  begunAt = performance.now();
  setImmediate(() => {
    begunAt = undefined;
  });
  return false;
}

/**
 * A read answers at once, so that a page of ten reads would be rendered in one turn, and every kept page
 * would wait for it. Once the share of a turn is spent, reads wait for the next; of those that wait together,
 * each turn takes what its share allows.
 */
export function turnForRead(): Promise<void> | undefined {
  return isSpent() ? waitForTurn() : undefined;
}

async function waitForTurn(): Promise<void> {
  do await nextTurn();
  while (isSpent());
}
