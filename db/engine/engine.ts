import type { Subquery } from 'drizzle-orm';
import type { alias, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { Read } from '#lib/recording.ts';
import type { Kit } from './kit.sqlite.ts';
import type { ReadCounts } from './read-counts.ts';
import type { SearchIndex } from './search-index.ts';
import { sqliteEngine } from './sqlite-engine.ts';

/** Drizzle. All code uses SQLite's types; the tables of another engine are cast to them. */
export type Orm = SqliteRemoteDatabase;
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0];
/** Where a query runs: the database, or an open transaction. */
export type Runner = Orm | Transaction;

/**
 * Gets a statement with what it read. Without `answer`, it writes or runs in a transaction; then it has only
 * begun.
 */
export type OnStatement = (statement: Read, answer?: { rows: unknown }) => void;
/** Whether reads gave the same rows again; 'moved': not asked, because there was a commit. */
export type Replay = 'same' | 'changed' | 'moved';

/** An open database. */
export type Database = {
  /**
   * Queries and `transaction`. One transaction writes at a time; a query finds its own by the async context.
   */
  orm: Orm;
  /** Changes whenever a connection in any process has committed. Cheap enough to read before each page. */
  commitCounter: () => number;
  /**
   * Runs `work`, and calls `onStatement` for each statement that is executed in its async context. A call
   * inside another one informs both.
   */
  watch: <T>(onStatement: OnStatement, work: () => T) => T;
  /**
   * Runs reads one after the other, all in one snapshot of the database, until `isSame` is false for the rows
   * of one. Runs none if there was a commit after the commit counter was `counter`.
   */
  askAgain: (counter: number, reads: Iterable<Read>, isSame: (rows: unknown) => boolean) => Promise<Replay>;
  close: () => void;
};

/** What Midad needs from a database engine. Code outside db/engine uses nothing else of it. */
export type Engine = {
  /** The column types from which the tables are built. */
  kit: Kit;
  alias: typeof alias;
  /** The engine's name in better-auth. */
  authProvider: 'sqlite' | 'pg';
  open: () => Database;
  /** How many migrations are pending for a database that exists, and its size. */
  pending: () => { count: number; bytes: number };
  /** Runs the pending migrations, all of them or none. Returns how many ran. */
  migrate: () => number;
  search: SearchIndex;
  /**
   * A table that is read through one of its indexes. SQLite has no statistics and chooses wrongly for some
   * statements. An engine may ignore the name: the rows are the same.
   */
  through: (table: SQLiteTable, index: string) => Subquery;
  openReadCounts: () => ReadCounts;
};

/** The engine of this site. It is chosen only here; tables, migrations and search follow it. */
export const engine: Engine = sqliteEngine;
