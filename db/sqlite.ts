import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle, type AsyncRemoteCallback, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { createGroupCommit } from './group-commit.ts';

/*
 * better-sqlite3 behind Drizzle's asynchronous driver, so that the same code will run on PostgreSQL (docs/decisions/002).
 * One connection writes, one transaction at a time; another reads. Two writers in one process would freeze it: SQLite waits
 * for a lock synchronously, so the holder could never finish. What waits to be committed is committed together.
 */
type Connection = Sqlite.Database;
type Method = Parameters<AsyncRemoteCallback>[2];
type Group = Parameters<Parameters<SqliteRemoteDatabase['transaction']>[0]>[0];

const WAL_TRIES = 500;
const READ_CACHE_KB = 64 * 1024;

/** Of all that a connection does this alone does not wait for another process's lock: two that start at once would meet it. */
function switchToWal(connection: Connection, triesLeft = WAL_TRIES) {
  try {
    connection.pragma('journal_mode = WAL');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || triesLeft === 0) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    switchToWal(connection, triesLeft - 1);
  }
}

function configure(connection: Connection) {
  switchToWal(connection);
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
}

function createExecutor(connection: Connection) {
  const prepared = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string) => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = connection.prepare(sql);
      if (prepared.size >= 500) prepared.clear();
      prepared.set(sql, statement);
    }
    return statement;
  };
  const execute = (sql: string, params: unknown[], method: Method) => {
    const statement = prepare(sql);
    try {
      if (!statement.reader) {
        statement.run(...params);
        return { rows: [] };
      }
      statement.raw(true);
      return { rows: (method === 'get' ? statement.get(...params) : statement.all(...params)) as unknown[] };
    } catch (error) {
      // Drizzle's error repeats these very values, and would write what a reader typed into the log.
      params.length = 0;
      throw error;
    }
  };
  return { prepare, execute };
}

export type SqliteDatabase = ReturnType<typeof openSqlite>;

/** Opens (and makes, when missing) the database file. Migrating is `migrateSqlite`'s work. */
export function openSqlite(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file);
  configure(writer);
  const reader = new Sqlite(file, { readonly: true });
  reader.pragma('busy_timeout = 5000');
  // The indexes that the newsroom's lists walk through: read from the file each time, they cost twice as much.
  reader.pragma(`cache_size = -${READ_CACHE_KB}`);

  const write = createExecutor(writer);
  const read = createExecutor(reader);
  const transaction = new AsyncLocalStorage<{ open: boolean }>();
  // What a transaction began and did not await goes on in its context after it has ended.
  const isInside = () => transaction.getStore()?.open === true;

  /** Runs in a context of its own, in which queries go straight to the writer. */
  const runInside = <T>(work: () => Promise<T>): Promise<T> => {
    const state = { open: true };
    return transaction.run(state, work).finally(() => {
      state.open = false;
    });
  };

  const callback: AsyncRemoteCallback = async (sql, params, method) => {
    if (isInside()) return write.execute(sql, params, method);
    if (read.prepare(sql).readonly) return read.execute(sql, params, method);
    return commitTogether(async () => write.execute(sql, params, method));
  };

  const orm: SqliteRemoteDatabase = drizzle(callback);
  const begin = orm.transaction.bind(orm);
  const commitTogether = createGroupCommit<Group>(
    (runMembers) => runInside(() => begin(runMembers, { behavior: 'immediate' })),
    () => !writer.inTransaction,
  );
  orm.transaction = async (work) => {
    if (isInside()) throw new Error('Inside a transaction use its `tx`: a second one would wait for the first for ever');
    return commitTogether((group) => runInside(() => group.transaction(work)));
  };

  const dataVersion = reader.prepare('PRAGMA data_version').pluck();
  return {
    orm,
    /** Changes whenever any connection, in any process, has committed; costs about 2 µs. */
    dataVersion: () => dataVersion.get() as number,
    close() {
      reader.close();
      writer.close();
    },
  };
}
