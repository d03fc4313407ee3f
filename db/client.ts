import { env } from '#lib/env.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';

// The server and Next's bundle are two module graphs in one process; a second writer connection would freeze it.
const KEY = Symbol.for('midad.database');
const registry = globalThis as { [KEY]?: SqliteDatabase };

/** The open database of this process. */
export const openDatabase = (): SqliteDatabase => (registry[KEY] ??= openSqlite(env.databaseFile));

/** Drizzle, for every query in db/. Inside `transaction` use only its `tx`. */
export const db = () => openDatabase().orm;

export type Transaction = Parameters<Parameters<SqliteDatabase['orm']['transaction']>[0]>[0];
/** Where a query runs: the database, or a transaction that a command has begun. */
export type Runner = SqliteDatabase['orm'] | Transaction;

export function closeDatabase() {
  registry[KEY]?.close();
  delete registry[KEY];
}
