import { setTimeout as sleep } from 'node:timers/promises';
import { logFault, logLine } from '#lib/log.ts';

/** A good verdict is kept for so long, a bad one shorter: who asks waits for the moment it is good again. */
const GOOD_FOR_MS = 5000;
const BAD_FOR_MS = 1000;
/** So long a question waits for a check; then the last verdict stands. */
const PATIENCE_MS = 1000;
/** A check that takes longer has failed: nobody would wait so long for a page. */
const STUCK_MS = 15_000;

/**
 * Whether this process can answer readers, for those that ask again and again. A check costs a render, so its
 * verdict is shared; a check that is slow, because another process holds the database or many pages are asked
 * for, is not a bad one.
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
