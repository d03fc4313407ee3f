import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { addStatement, statementIdOf, statementOf } from '#lib/recording.ts';

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
export type Stored = Validity & PackedPage;
/** A page to be written, or null for one to be deleted. */
export type Change = [key: string, page: Stored | null];

/**
 * Of a whole row. Without syncs a power failure can leave zeros for a part of a row, or the bytes of another
 * one, while the rest of the file is whole; SQLite does not notice it.
 */
const checksumOf = (key: string, { brotli, hash, type, reads, day, renderedAt, expires }: Stored) =>
  createHash('sha256')
    .update(JSON.stringify([key, hash, type, reads, day, renderedAt, expires]))
    .update(brotli)
    .digest('base64url');

/** Tells a file from one that has taken its place. */
export function identityOf(path: string): number | undefined {
  try {
    return statSync(path).ino;
  } catch {
    return undefined;
  }
}

export function deletePageRows(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}

/** An open file of cached pages. Every call can throw what SQLite throws. */
export class PageRows {
  private readonly file: Sqlite.Database;
  private readonly path: string;
  private readonly identity: number | undefined;
  private readonly knownStatements = new Set<string>();
  /** Whether SQLite's log may hold bytes of deleted pages. A process that was killed leaves its log. */
  private holdsDeleted = true;

  /** `patience` is how long the thread may wait while other processes open the file too, in milliseconds. */
  constructor(path: string, patience: number) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.file = new Sqlite(path, { timeout: patience });
    try {
      this.file.pragma('journal_mode = WAL');
      // A page that is lost is rendered again.
      this.file.pragma('synchronous = OFF');
      // A page that is deleted may hold words that were taken back.
      this.file.pragma('secure_delete = ON');
      this.file.exec(SCHEMA);
      for (const sql of this.file.prepare('select sql from statements').pluck().all() as string[])
        this.knownStatements.add(addStatement(sql));
      this.identity = identityOf(path);
      this.file.pragma('busy_timeout = 0');
    } catch (error) {
      this.file.close();
      throw error;
    }
  }

  /** False once the file was deleted: then no other process sees what is written. */
  get isInPlace(): boolean {
    return this.identity !== undefined && identityOf(this.path) === this.identity;
  }

  close(): void {
    this.file.close();
  }

  find(key: string): Stored | 'damaged' | undefined {
    const row = this.statement('select * from pages where key = ?').get(key) as Row | undefined;
    if (!row) return undefined;
    const { rendered_at: renderedAt, expires, checksum, ...rest } = row;
    const found = { ...rest, renderedAt, expires: expires ?? Infinity };
    if (!Buffer.isBuffer(found.brotli) || checksumOf(key, found) !== checksum) return 'damaged';
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

  write(changes: Change[]): void {
    this.file
      .transaction(() => {
        for (const [key, page] of changes) {
          if (this.statement('delete from pages where key = ?').run(key).changes > 0)
            this.holdsDeleted = true;
          if (page) this.insert(key, page);
        }
      })
      .immediate();
  }

  private insert(key: string, page: Stored) {
    const { renderedAt, expires, day, reads, hash, type, brotli } = page;
    for (const [read] of JSON.parse(reads) as [string][]) {
      const id = statementIdOf(read);
      const sql = statementOf(id);
      if (sql === undefined || this.knownStatements.has(id)) continue;
      this.statement('insert or replace into statements values (?, ?)').run(id, sql);
      this.knownStatements.add(id);
    }
    this.statement('insert into pages values (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
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

  /** Returns how many it deleted. */
  deleteOldest(before: number, most: number): number {
    const { changes } = this.statement(
      'delete from pages where key in (select key from pages where rendered_at < ? order by rendered_at limit ?)',
    ).run(before, most);
    if (changes > 0) this.holdsDeleted = true;
    return changes;
  }

  /**
   * Moves the log into the file if pages were deleted or replaced: `secure_delete` overwrites only what is
   * read through the log, and the old bytes stay below it. False if another process is using the log.
   */
  emptyLog(): boolean {
    if (!this.holdsDeleted) return true;
    const [result] = this.file.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    this.holdsDeleted = result!.busy !== 0;
    return !this.holdsDeleted;
  }

  /** The size of the file without what is free in it. */
  get bytes(): number {
    const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map(
      (name) => this.file.pragma(name, { simple: true }) as number,
    );
    return (pages! - free!) * size!;
  }

  private readonly prepared = new Map<string, Sqlite.Statement>();
  private statement(sql: string): Sqlite.Statement {
    const known = this.prepared.get(sql) ?? this.file.prepare(sql);
    this.prepared.set(sql, known);
    return known;
  }
}
