import { sql, type Column } from 'drizzle-orm';
import { engine, type Database, type Orm, type Runner, type Transaction } from './engine.ts';
import type { ReadCounts } from './read-counts.ts';

export type { Runner, Transaction };

// The server and Next's bundle are two module graphs in one process. They share one database by this key:
// a second writer connection would freeze the process.
const KEY = Symbol.for('midad.database');
const registry = globalThis as { [KEY]?: Database };

/** The open database of this process. */
export const openDatabase = (): Database => (registry[KEY] ??= engine.open());

/** Drizzle, for every query in db/. Inside `transaction` use only its `tx`. */
export const db = (): Orm => openDatabase().orm;

/**
 * A query that is built once per open database and then only receives its values. Drizzle needs more time to
 * build a query than SQLite to run it. For the queries of an article's page; others do not run often enough.
 */
export function prepared<T>(build: () => T): () => T {
  let owner: Database | undefined;
  let query: T;
  return () => {
    if (owner !== openDatabase()) {
      owner = openDatabase();
      query = build();
    }
    return query;
  };
}

/**
 * `prepared` for the queries in the transactions that every comment goes through. SQLite's driver detects
 * from the async context which transaction a query belongs to (db/engine/sqlite.ts), so one query serves all.
 */
export function preparedIn<T>(build: (runner: Runner) => T): (runner: Runner) => T {
  const query = prepared(() => build(db()));
  return () => query();
}

/** A placeholder in a prepared query. Its value is passed at run time and is encoded like the column. */
export const given = (name: string, column: Column) => sql.param(sql.placeholder(name), column);

let openCounts: ReadCounts | undefined;

/** How often articles were read. */
export const readCounts = (): ReadCounts => (openCounts ??= engine.openReadCounts());

export function closeDatabase() {
  registry[KEY]?.close();
  delete registry[KEY];
  openCounts?.close();
  openCounts = undefined;
}
