import cluster from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { logLine } from '#lib/log.ts';

/** A worker that ends is replaced after a pause, which doubles while they keep ending and begins anew after a calm minute. */
const PAUSES = { first: 500, longest: 30_000 };
const CALM_MS = 60_000;

function endAll(signal: NodeJS.Signals) {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
}

/**
 * Keeps so many workers running until the house is closed; resolves when the first of them listens. When one ends before any did, so
 * would all that follow (the port is in use, a setting is wrong): it has said why, and the house ends too.
 */
export function runWorkers(count: number, { first, longest } = PAUSES): Promise<void> {
  const closing = new AbortController();
  const close = () => {
    closing.abort();
    endAll('SIGTERM');
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
  let pause = first;
  let lastEnd = 0;

  async function replace() {
    if (closing.signal.aborted) return;
    const now = Date.now();
    pause = now - lastEnd < CALM_MS ? Math.min(pause * 2, longest) : first;
    lastEnd = now;
    await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
    if (!closing.signal.aborted) cluster.fork();
  }

  return new Promise((resolve) => {
    let hasListened = false;
    cluster.on('listening', () => {
      hasListened = true;
      resolve();
    });
    cluster.on('exit', () => {
      if (hasListened) return void replace();
      endAll('SIGKILL');
      if (closing.signal.aborted) process.exit(0);
      logLine('Midad could not start: a worker ended before it listened');
      process.exit(1);
    });
    for (let n = 0; n < count; n++) cluster.fork();
  });
}
