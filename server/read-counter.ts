import { addReads, highestNumber, WRITTEN_AT_ONCE } from '#db/articles/reads.ts';
import { env } from '#lib/env.ts';
import { logFault } from '#lib/log.ts';
import { RepeatLimit } from './repeat-limit.ts';

const EVERY_MS = 10_000;
/** The most articles between two writes. A client can send any number, and must not fill the memory. */
const MOST = 100_000;
/** How far above the highest known number a reading counts: that of an article added since the last look. */
const MARGIN = 1000;
/** How often one client counts for an article in an hour: a household, or readers behind one address. */
const MOST_FOR_ARTICLE = 5;
/**
 * How often one client counts in an hour for all articles together. A carrier that gives each subscriber 500
 * ports has about 130 of them behind an address, who may read seven articles an hour each. A thousand are 1
 * in 4000 of the cells and 1 in 100 of the places between two writes.
 */
const MOST_OF_CLIENT = 1000;
const partOf = (most: number) => Math.ceil(most / env.workers);

type Header = (name: string) => string | undefined;

const OWN_HOST = new URL(env.siteUrl).host;

/**
 * Browsers say where a request comes from. A page of another site could contain it as a picture. Older
 * browsers, and all on a site without TLS, say it only by the referrer, which that page can suppress but not
 * forge. A proxy may replace the host.
 */
function isOwn(header: Header): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const host = URL.parse(header('referer') ?? '')?.host;
  return host !== undefined && (host === OWN_HOST || host === header('host'));
}

const isAhead = (header: Header) =>
  /prefetch|prerender/i.test(header('sec-purpose') ?? header('purpose') ?? '');

/**
 * Counts readings in memory and writes the sums at intervals. A crash loses those of the last seconds;
 * `flush` before the end of the process loses none.
 */
export class ReadCounter {
  private counts = new Map<number, number>();
  private readonly limit = new RepeatLimit(partOf(MOST_FOR_ARTICLE), partOf(MOST_OF_CLIENT));
  private readonly write: typeof addReads;
  private highest = Infinity;
  private timer: NodeJS.Timeout | undefined;
  private learning = Promise.resolve();
  private writing = Promise.resolve();

  constructor(write = addReads) {
    this.write = write;
  }

  count(number: number, address: string, header: Header): void {
    if (!isOwn(header) || isAhead(header)) return;
    // The first number after a write is not compared: many articles may have been added since the last look.
    if (this.timer && number > this.highest + MARGIN) return;
    if (!this.counts.has(number) && this.counts.size >= MOST) return;
    if (!this.limit.allows(address, number)) return;
    if (!this.timer) this.learning = this.learn();
    this.add(number, 1);
  }

  /** One look at an index for each write. Without it, invented numbers are only dropped by the write. */
  private async learn(): Promise<void> {
    try {
      this.highest = await highestNumber();
    } catch (error) {
      logFault('Reading the highest article number failed', error);
    }
  }

  private add(number: number, reads: number) {
    this.counts.set(number, (this.counts.get(number) ?? 0) + reads);
    this.timer ??= setTimeout(() => {
      void this.flush().catch((error: unknown) => logFault('Counting readings failed', error));
    }, EVERY_MS).unref();
  }

  /** Writes what was counted. What cannot be written stays counted. */
  flush(): Promise<void> {
    const turn = this.writing.catch(() => undefined).then(() => this.writeAll());
    this.writing = turn;
    return turn;
  }

  private async writeAll(): Promise<void> {
    await this.learning;
    clearTimeout(this.timer);
    this.timer = undefined;
    const sums = [...this.counts].map(([number, reads]) => ({ number, reads }));
    this.counts = new Map();
    try {
      while (sums.length > 0) {
        await this.write(sums.slice(0, WRITTEN_AT_ONCE), new Date());
        sums.splice(0, WRITTEN_AT_ONCE);
      }
    } finally {
      for (const { number, reads } of sums) this.add(number, reads);
    }
  }
}
