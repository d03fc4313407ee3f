import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { logFault } from '#lib/log.ts';
import { addStatement, statementIdOf, statementOf } from '#lib/recording.ts';

const DAY = 86_400_000;
const FLUSH_MS = 1000;
/** How often pages of past days are deleted, and how many at a time. */
const EXPIRE_MS = 60_000;
const EXPIRED = 1000;
/** Rows written at a time: about 400 kB, which holds the thread for some milliseconds. */
const PIECE = 25;
/** Changes that wait to be written. More are dropped: the store is a cache. */
const MOST_WAITING = 2000;
/** When the store is full, so many of its oldest pages make room. */
const EVICTED = 500;

const SCHEMA = `
  create table if not exists pages (
    key text primary key, rendered_at integer not null, expires integer, day text not null,
    reads text not null, hash text not null, type text not null, brotli blob not null,
    checksum text not null
  );
  create index if not exists pages_rendered on pages (rendered_at);
  create table if not exists statements (id text primary key, sql text not null);
`;

type Row = {
  rendered_at: number;
  /** Null for never. */
  expires: number | null;
  day: string;
  reads: string;
  hash: string;
  type: string;
  brotli: Buffer;
  checksum: string;
};
/** What decides whether a cached page is still right. */
export type Validity = {
  /** JSON: the key of each read of the render, and the hash of its rows. */
  reads: string;
  /** The day, in the site's time zone, that the page was rendered on; pages show it. */
  day: string;
  renderedAt: number;
  /** From then on the page must be rendered again in any case. */
  expires: number;
};

/** A page with status 200: its compressed bytes, and what its headers are made from. */
export type PackedPage = { brotli: Buffer; hash: string; type: string };
type Stored = Validity & PackedPage;

/**
 * Of a whole row. Without syncs a power failure can leave zeros for a part of a row, or the bytes of another
 * one, while the rest of the file is whole; SQLite does not notice it.
 */
const checksumOf = (key: string, { brotli, hash, type, reads, day, renderedAt, expires }: Stored) =>
  createHash('sha256')
    .update(JSON.stringify([key, hash, type, reads, day, renderedAt, expires]))
    .update(brotli)
    .digest('base64url');

/**
 * Cached pages in a file of their own, for all workers and the next start: the second tier of the page cache.
 * A page from here is checked like one in memory. The file can be deleted at any time. Each fault of the file
 * is logged once, and the site goes on without it.
 */
export class PageFile {
  private readonly file: Sqlite.Database;
  private readonly maxBytes: number;
  private readonly waiting = new Map<string, Stored | null>();
  private readonly knownStatements = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private readonly expiry: NodeJS.Timeout;
  private isBroken = false;

  constructor(path: string, maxBytes: number) {
    this.maxBytes = maxBytes;
    this.file = new Sqlite(path, { timeout: 0 });
    this.file.pragma('journal_mode = WAL');
    // A page that is lost is rendered again.
    this.file.pragma('synchronous = OFF');
    // A page that is deleted may hold words that were taken back.
    this.file.pragma('secure_delete = ON');
    this.file.exec(SCHEMA);
    for (const sql of this.file.prepare('select sql from statements').pluck().all() as string[])
      this.knownStatements.add(addStatement(sql));
    this.expire();
    this.expiry = setInterval(() => this.expire(), EXPIRE_MS).unref();
  }

  load(key: string): Stored | undefined {
    const waiting = this.waiting.get(key);
    return waiting === undefined ? this.guard(() => this.find(key)) : (waiting ?? undefined);
  }

  private find(key: string): Stored | undefined {
    const row = this.statement('select * from pages where key = ?').get(key) as Row | undefined;
    if (!row) return undefined;
    const { rendered_at: renderedAt, expires, checksum, ...rest } = row;
    const found = { ...rest, renderedAt, expires: expires ?? Infinity };
    if (!Buffer.isBuffer(found.brotli) || checksumOf(key, found) !== checksum) {
      this.remove(key);
      return undefined;
    }
    this.learnStatements(found.reads);
    return found;
  }

  /** Another worker may have recorded statements that this process has not run yet. */
  private learnStatements(reads: string) {
    for (const [key] of JSON.parse(reads) as [string][]) {
      const id = statementIdOf(key);
      if (statementOf(id) !== undefined) continue;
      const sql = this.statement('select sql from statements where id = ?').pluck().get(id);
      if (typeof sql === 'string') addStatement(sql);
    }
  }

  save(key: string, stored: Stored): void {
    const { brotli, hash, type, reads, day, renderedAt, expires } = stored;
    this.put(key, { brotli, hash, type, reads, day, renderedAt, expires });
  }

  remove(key: string): void {
    this.put(key, null);
  }

  private put(key: string, change: Stored | null) {
    if (this.isBroken) return;
    this.waiting.delete(key);
    this.waiting.set(key, change);
    if (this.waiting.size > MOST_WAITING) this.waiting.delete(this.waiting.keys().next().value!);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Writes what waits, in pieces; other work of the process comes between them. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.waiting.size > 0) {
      const piece = [...this.waiting].slice(0, PIECE);
      if (!this.guard(() => this.write(piece), false)) {
        // Another worker writes just now.
        this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
        return;
      }
      for (const [key, change] of piece) if (this.waiting.get(key) === change) this.waiting.delete(key);
      await new Promise(setImmediate);
    }
  }

  close(): void {
    clearTimeout(this.timer);
    clearInterval(this.expiry);
    this.isBroken = true;
    this.file.close();
  }

  private write(changes: [string, Stored | null][]): true {
    return this.file
      .transaction(() => {
        for (const [key, change] of changes) {
          if (change) this.insert(key, change);
          else this.statement('delete from pages where key = ?').run(key);
        }
        this.makeRoom();
        return true as const;
      })
      .immediate();
  }

  private insert(key: string, page: Stored) {
    const { renderedAt, expires, day, reads, hash, type, brotli } = page;
    for (const [read] of JSON.parse(reads) as [string][]) {
      const id = statementIdOf(read);
      if (this.knownStatements.has(id)) continue;
      this.statement('insert or replace into statements values (?, ?)').run(id, statementOf(id));
      this.knownStatements.add(id);
    }
    this.statement('insert or replace into pages values (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      key,
      renderedAt,
      Number.isFinite(expires) ? expires : null,
      day,
      reads,
      hash,
      type,
      brotli,
      checksumOf(key, page),
    );
  }

  private deleteOldest(before: number, most: number) {
    this.statement(
      'delete from pages where key in (select key from pages where rendered_at < ? order by rendered_at limit ?)',
    ).run(before, most);
  }

  /** Deletes pages of past days, also on a site that nobody reads. */
  private expire() {
    this.guard(() => this.deleteOldest(Date.now() - DAY, EXPIRED), false);
  }

  /** Deletes the oldest pages while the file is larger than its limit. */
  private makeRoom() {
    const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map(
      (name) => this.file.pragma(name, { simple: true }) as number,
    );
    if ((pages! - free!) * size! > this.maxBytes) this.deleteOldest(Infinity, EVICTED);
  }

  private readonly prepared = new Map<string, Sqlite.Statement>();
  private statement(sql: string): Sqlite.Statement {
    const known = this.prepared.get(sql) ?? this.file.prepare(sql);
    this.prepared.set(sql, known);
    return known;
  }

  /** Undefined when the file cannot be used now. A damaged file is not used again. */
  private guard<T>(work: () => T, isRead = true): T | undefined {
    if (this.isBroken) return undefined;
    try {
      return work();
    } catch (error) {
      if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return undefined;
      this.isBroken = true;
      this.waiting.clear();
      logFault(`The store of cached pages cannot be ${isRead ? 'read' : 'written'}; it is not used`, error);
      return undefined;
    }
  }
}
