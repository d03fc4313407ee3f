import { setTimeout as sleep } from 'node:timers/promises';
import { applyDueRevisions } from '#db/articles/scheduled.ts';
import { getNextDueTime, getToday } from '#db/front/next-change.ts';
import { commitCounter, getVersions } from '#db/paper/content-version.ts';
import { Answers } from './answers.ts';

/**
 * A clock may go back this far, as time corrections do every day. If it goes back further, pages from before
 * count as rendered in the future.
 */
export const BACK_MS = 1000;

/**
 * How long a page waits for due revisions to be applied. If another process holds the database longer, the
 * old text is shown.
 */
const HELD_MS = 1000;

/** The number of requests in one turn of the event loop that share a read of the commit counter. */
const MAX_PER_READ = 16;

/**
 * What this process knows of the content that readers see. It changes with the content version and with due
 * times; what is right in one epoch stays right until the next.
 */
export class ContentState {
  /** Counts the changes of the version, and the due times that passed. */
  epoch = 0;
  /** The day in the site's time zone. */
  day = '';
  /** The answers of this epoch. */
  answers = new Answers();
  /** The commit counter with which the epoch was last confirmed. */
  counter = -1;
  private version = 0;
  private due = Infinity;
  private dueVersion = -1;
  /** When the due time was read. */
  private since = -Infinity;
  /**
   * Due revisions whose application is delayed by a lock. They are applied later, with a commit like any
   * other.
   */
  private heldUp: Promise<void> | undefined;
  private turnCounter = -1;
  private turnUses = 0;

  /** Whether the epoch is the current one, by the commit counter `counter`. */
  isCurrent(counter: number, now: number): boolean {
    return counter === this.counter && now < this.due && !this.isBefore(now);
  }

  /** Whether the clock is before the last read of the due time; cached pages may show the future. */
  private isBefore(now: number): boolean {
    return now < this.since - BACK_MS;
  }

  /**
   * The commit counter for this turn. All data that was on the sockets at the poll was sent before now, so
   * one read serves it all. It serves only a few requests: after a thousand the event loop polls the sockets
   * again within the same turn.
   */
  counterOfTurn(): number {
    if (this.turnUses === 0) setImmediate(() => (this.turnUses = 0));
    if (this.turnUses % MAX_PER_READ === 0) this.turnCounter = commitCounter();
    this.turnUses++;
    return this.turnCounter;
  }

  /**
   * Reads the versions again after a commit. Reads the next due time when a commit changed it, when it has
   * passed, or when the clock went back. Due revisions are applied before that.
   */
  async refresh() {
    const now = new Date();
    const isDue = now.getTime() >= this.due || this.isBefore(now.getTime());
    if (commitCounter() === this.counter && !isDue) return;
    // The counter is read before the versions: a commit between the two makes the next request read again.
    let counter = commitCounter();
    let versions = await getVersions();
    if (isDue || versions.due !== this.dueVersion) {
      await this.applyDue(now);
      counter = commitCounter();
      versions = await getVersions();
      const [due, day] = await Promise.all([getNextDueTime(now), getToday(now)]);
      // Checked again: another request may have refreshed meanwhile, and entries checked since are right.
      if (now.getTime() >= this.due || this.isBefore(now.getTime())) this.beginEpoch();
      this.due = due.getTime();
      this.day = day;
      this.since = now.getTime();
      this.dueVersion = versions.due;
    }
    if (versions.version !== this.version) this.beginEpoch();
    this.version = versions.version;
    this.counter = counter;
  }

  private beginEpoch() {
    this.epoch++;
    this.answers = new Answers();
  }

  private async applyDue(now: Date): Promise<void> {
    if (this.heldUp) return;
    const waiting = new AbortController();
    const applied = applyDueRevisions(now).finally(() => waiting.abort());
    const pause = sleep(HELD_MS, 'late' as const, { signal: waiting.signal, ref: false }).catch(
      () => undefined,
    );
    if ((await Promise.race([applied, pause])) !== 'late') return applied;
    this.heldUp ??= applied.catch(() => undefined).finally(() => (this.heldUp = undefined));
  }
}
