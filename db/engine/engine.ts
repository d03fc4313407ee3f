import type { alias } from 'drizzle-orm/sqlite-core';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { Kit } from './kit.sqlite.ts';
import type { SearchIndex } from './search-index.ts';
import { sqliteEngine } from './sqlite-engine.ts';

/** Drizzle. SQLite's types stand for those of every engine: the tables of another pass for them. */
export type Orm = SqliteRemoteDatabase;
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0];
/** Where a query runs: the database, or a transaction that a command has begun. */
export type Runner = Orm | Transaction;

/** An open database. */
export type Database = {
  /**
   * Queries, and `transaction`: one at a time writes, and a query knows by its context which one it is in.
   */
  orm: Orm;
  /** Another number whenever anybody, in any process, has committed. Cheap enough to ask before each page. */
  commitCounter: () => number;
  close: () => void;
};

/** What Midad asks of a database engine. Nothing outside db/engine knows more of it. */
export type Engine = {
  /** The columns that the tables are made of. */
  kit: Kit;
  alias: typeof alias;
  /** What better-auth calls it. */
  authProvider: 'sqlite' | 'pg';
  open: () => Database;
  /** Brings the stored tables to the newest schema, all of it or nothing. Returns how many migrations ran. */
  migrate: () => number;
  search: SearchIndex;
};

/** The engine of this site, chosen here and nowhere else; tables, migrations and search follow it. */
export const engine: Engine = sqliteEngine;
