import { sql, type Column } from 'drizzle-orm';
import { engine, type Database, type Orm, type Runner, type Transaction } from './engine.ts';

export type { Runner, Transaction };

// The server and Next's bundle are two module graphs in one process; a second writer connection would freeze
// it.
const KEY = Symbol.for('midad.database');
const registry = globalThis as { [KEY]?: Database };

/** The open database of this process. */
export const openDatabase = (): Database => (registry[KEY] ??= engine.open());

/** Drizzle, for every query in db/. Inside `transaction` use only its `tx`. */
export const db = (): Orm => openDatabase().orm;

/**
 * A query that is built once and from then on only given its values: Drizzle spends more on building a query
 * than SQLite on answering it. For the queries of an article's page; the others are not asked often enough.
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
 * The same for queries of a transaction on the way of every comment. SQLite's driver knows by itself whether
 * a query belongs to the transaction it is asked in (db/engine/sqlite.ts), so one serves them all.
 */
export function preparedIn<T>(build: (runner: Runner) => T): (runner: Runner) => T {
  const query = prepared(() => build(db()));
  return () => query();
}

/** A value of a prepared query that is given when it runs, in the form of its column. */
export const given = (name: string, column: Column) => sql.param(sql.placeholder(name), column);

export function closeDatabase() {
  registry[KEY]?.close();
  delete registry[KEY];
}
