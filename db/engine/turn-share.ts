import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long the reads of one event loop turn, and the rendering between them, may occupy the thread. */
const SHARE_MS = 2;

let begunAt: number | undefined;

/** Whether this turn of the event loop, counted from its first read, has used up its share. */
function isSpent(): boolean {
  if (begunAt !== undefined) return performance.now() - begunAt > SHARE_MS;
  begunAt = performance.now();
  setImmediate(() => {
    begunAt = undefined;
  });
  return false;
}

/**
 * Reads are synchronous, so a page with ten reads would render in one turn, and every cached page would wait
 * for it. When the share of a turn is used up, further reads wait for the next turn. Each turn runs as many
 * waiting reads as its share allows.
 */
export function turnForRead(): Promise<void> | undefined {
  return isSpent() ? waitForTurn() : undefined;
}

async function waitForTurn(): Promise<void> {
  do await nextTurn();
  while (isSpent());
}
