import { getTableColumns, sql, type Column, type SQL, type Table } from 'drizzle-orm';
import { pageRequest } from '#lib/page-request.ts';
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

/**
 * A read that all callers share until any connection commits. Many comments arrive between two commits, and
 * each needs the same few rows. The result may be newer than the commit that it is kept for, never older.
 * Throws in a page that will be cached: a read that another request made is not in its recording.
 */
export function untilCommit<T>(read: () => Promise<T>): () => Promise<T> {
  let owner: Database | undefined;
  let counter = -1;
  let value: Promise<T> | undefined;
  return () => {
    if (pageRequest()?.recording)
      throw new Error(
        'A page that will be cached must make its reads itself (docs/decisions/022-asked-again.md)',
      );
    const current = openDatabase().commitCounter();
    if (!value || owner !== openDatabase() || counter !== current) {
      [owner, counter] = [openDatabase(), current];
      const reading = read();
      value = reading;
      // A failed read is not kept. Its callers get the error.
      reading.catch(() => {
        if (value === reading) value = undefined;
      });
    }
    return value;
  };
}

/** A placeholder in a prepared query. Its value is passed at run time and is encoded like the column. */
export const given = (name: string, column: Column) => sql.param(sql.placeholder(name), column);

/** The row of a prepared insert: these columns are passed at run time by their names. */
export function valuesOf<T extends Table, Key extends keyof T['_']['columns'] & string>(
  table: T,
  keys: readonly Key[],
): Record<Key, SQL> {
  const columns = getTableColumns(table);
  const entries = keys.map((key) => {
    const column = columns[key]!;
    // Drizzle passes the value of a placeholder to the column's encoder even if it is null.
    const encoder = {
      mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)),
    };
    return [key, sql`${sql.param(sql.placeholder(key), encoder)}`] as const;
  });
  return Object.fromEntries(entries) as Record<Key, SQL>;
}

let openCounts: ReadCounts | undefined;

/** How often articles were read. */
export const readCounts = (): ReadCounts => (openCounts ??= engine.openReadCounts());

export function closeDatabase() {
  registry[KEY]?.close();
  delete registry[KEY];
  openCounts?.close();
  openCounts = undefined;
}
