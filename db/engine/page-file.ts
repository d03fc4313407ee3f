import { logFault } from '#lib/log.ts';
import { isBusy } from './errors.ts';
import { deletePageRows, identityOf, PageRows, type Stored } from './page-rows.ts';

const DAY = 86_400_000;
const FLUSH_MS = 1000;
/** How often pages of past days are deleted. A file that failed is opened again then. */
const EXPIRE_MS = 60_000;
/** How long a start waits for other workers that make the same file. It serves no request yet. */
const START_MS = 5000;
/** Rows written at a time: about 400 kB, which holds the thread for some milliseconds. */
const PIECE = 25;
/** Changes that wait to be written. More are dropped: the store is a cache. */
const MOST_WAITING = 2000;
/** Pages deleted at a time: overwriting them holds the thread for some milliseconds. */
const PORTION = 40;

const isFull = (error: unknown) => (error as { code?: unknown } | undefined)?.code === 'SQLITE_FULL';

/**
 * Cached pages in a file of their own, for all workers and the next start: the second tier of the page cache.
 * A page from here is checked like one in memory. The file can be deleted at any time. While another process
 * writes, or the disk is full, changes wait. After any other fault the file is replaced within a minute; the
 * site goes on without it.
 */
export class PageFile {
  private readonly path: string;
  private readonly maxBytes: number;
  /** Missing after a fault. */
  private rows: PageRows | undefined;
  private readonly waiting = new Map<string, Stored | null>();
  private timer: NodeJS.Timeout | undefined;
  private readonly expiry: NodeJS.Timeout;
  /** A fault is logged once until pages can be written again. */
  private isFaulty = false;

  constructor(path: string, maxBytes: number) {
    this.path = path;
    this.maxBytes = maxBytes;
    this.open(START_MS);
    // The file was damaged, and has been deleted.
    if (!this.rows) this.open(START_MS);
    void this.expire();
    this.expiry = setInterval(() => this.renew(), EXPIRE_MS).unref();
  }

  private open(patience = 0) {
    const found = identityOf(this.path);
    try {
      this.rows = new PageRows(this.path, patience);
    } catch (error) {
      this.fail('opened', error, () => identityOf(this.path) === found);
      return;
    }
    if (this.waiting.size > 0) this.flushLater();
  }

  /** Deletes pages of past days, also on a site without readers, and replaces an unusable file. */
  private renew() {
    // Another worker found it damaged.
    if (this.rows && !this.rows.isInPlace) this.drop();
    if (!this.rows) this.open();
    void this.expire();
  }

  load(key: string): Stored | undefined {
    const waiting = this.waiting.get(key);
    if (waiting !== undefined) return waiting ?? undefined;
    const found = this.guard('read', (rows) => rows.find(key));
    if (found !== 'damaged') return found;
    this.remove(key);
    return undefined;
  }

  save(key: string, stored: Stored): void {
    const { brotli, hash, type, reads, day, renderedAt, expires } = stored;
    this.put(key, { brotli, hash, type, reads, day, renderedAt, expires });
  }

  remove(key: string): void {
    this.put(key, null);
  }

  private put(key: string, change: Stored | null) {
    this.waiting.delete(key);
    // Without a file only deletions wait: they take no memory.
    this.waiting.set(key, this.rows ? change : null);
    if (this.waiting.size > MOST_WAITING) this.waiting.delete(this.waiting.keys().next().value!);
    this.flushLater();
  }

  private flushLater() {
    if (this.rows) this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Writes what waits, in pieces; other work of the process comes between them. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.waiting.size > 0) {
      const piece = [...this.waiting].slice(0, PIECE);
      if (!this.guard('written', (rows) => (rows.write(piece), true))) return this.flushLater();
      this.isFaulty = false;
      for (const [key, change] of piece) if (this.waiting.get(key) === change) this.waiting.delete(key);
      await new Promise(setImmediate);
      await this.makeRoom();
    }
    this.emptyLog();
  }

  private emptyLog() {
    if (!this.guard('written', (rows) => rows.emptyLog())) this.flushLater();
  }

  close(): void {
    clearTimeout(this.timer);
    clearInterval(this.expiry);
    this.drop();
  }

  private drop() {
    this.rows?.close();
    this.rows = undefined;
  }

  private async expire() {
    await this.deleteInPortions((rows) => rows.deleteOldest(Date.now() - DAY, PORTION));
    this.emptyLog();
  }

  /** Deletes the oldest pages while the file is larger than its limit. */
  private makeRoom = () =>
    this.deleteInPortions((rows) => (rows.bytes > this.maxBytes ? rows.deleteOldest(Infinity, PORTION) : 0));

  /** Until a portion is not full; other work of the process comes between them. */
  private async deleteInPortions(deletePortion: (rows: PageRows) => number) {
    while (this.guard('written', deletePortion) === PORTION) await new Promise(setImmediate);
  }

  /** Undefined when the file cannot be used now. */
  private guard<T>(done: string, work: (rows: PageRows) => T): T | undefined {
    const { rows } = this;
    if (!rows) return undefined;
    try {
      return work(rows);
    } catch (error) {
      this.fail(done, error, () => rows.isInPlace);
      return undefined;
    }
  }

  /**
   * Deletes the file, unless the fault passes by itself. Another worker may have deleted it and opened a new
   * one; `isOurs` is whether the file is still the one that failed.
   */
  private fail(done: string, error: unknown, isOurs: () => boolean) {
    if (isBusy(error)) return;
    const isFirst = !this.isFaulty;
    if (isFirst) logFault(`The store of cached pages cannot be ${done}; the site works without it`, error);
    this.isFaulty = true;
    if (isFull(error)) return;
    try {
      const isDeleted = isOurs();
      this.drop();
      if (isDeleted) deletePageRows(this.path);
    } catch (another) {
      if (isFirst) logFault('The store of cached pages cannot be deleted', another);
    }
  }
}
