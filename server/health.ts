import { setTimeout as sleep } from 'node:timers/promises';
import { logFault, logLine } from '#lib/log.ts';

/**
 * How long a good result is reused. A bad one is reused for a shorter time, because the caller waits for
 * recovery.
 */
const GOOD_FOR_MS = 5000;
const BAD_FOR_MS = 1000;
/** How long a request waits for a check; then the last result counts. */
const PATIENCE_MS = 1000;
/** A check that takes longer has failed: no reader would wait this long for a page. */
const STUCK_MS = 15_000;

/**
 * Whether this process can answer readers, for clients that poll. A check costs a render, so its result is
 * shared. A slow check is not a failed one: another process may hold the database, or many pages may be
 * requested.
 */
export class Health {
  private readonly check: () => Promise<void>;
  private readonly now: () => number;
  private isGood = true;
  private until = -Infinity;
  private running: Promise<void> | undefined;
  private since = 0;

  /** `check` rejects when readers cannot be answered. */
  constructor(check: () => Promise<void>, now: () => number = performance.now.bind(performance)) {
    this.check = check;
    this.now = now;
  }

  async isWell(): Promise<boolean> {
    if (!this.running && this.now() >= this.until) this.begin();
    const { running } = this;
    if (running) {
      const waiting = new AbortController();
      const pause = sleep(PATIENCE_MS, undefined, { signal: waiting.signal, ref: false }).catch(
        () => undefined,
      );
      await Promise.race([running, pause]).finally(() => waiting.abort());
      if (this.isStuck()) return false;
    }
    return this.isGood;
  }

  private isStuck = () => this.running !== undefined && this.now() - this.since > STUCK_MS;

  private begin() {
    this.since = this.now();
    this.running = this.check().then(
      () => this.settle(true),
      (error: unknown) => this.settle(false, error),
    );
  }

  private settle(isGood: boolean, error?: unknown) {
    if (!isGood && this.isGood) logFault('Health: readers cannot be answered', error);
    if (isGood && !this.isGood) logLine('Health: readers are answered again');
    this.isGood = isGood;
    this.until = this.now() + (isGood ? GOOD_FOR_MS : BAD_FOR_MS);
    this.running = undefined;
  }
}
