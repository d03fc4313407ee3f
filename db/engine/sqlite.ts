import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { drizzle, type AsyncRemoteCallback, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { Database } from './engine.ts';
import { createGroupCommit, JOIN_MS } from './group-commit.ts';
import { turnForRead } from './turn-share.ts';

/*
 * better-sqlite3 behind Drizzle's asynchronous driver, so that the same code will run on PostgreSQL
 * (docs/decisions/002). One connection writes, one transaction at a time; another reads. Two writers in one
 * process would freeze it: SQLite waits for a lock synchronously, so the holder could never finish. What
 * waits to be committed is committed together.
 */
type Connection = Sqlite.Database;
type Method = Parameters<AsyncRemoteCallback>[2];
type Group = Parameters<Parameters<SqliteRemoteDatabase['transaction']>[0]>[0];

const WAL_TRIES = 6000;
/** So long a statement waits, in turns of the event loop, for a lock that another process holds. */
const PATIENCE_MS = 30_000;
const LONGEST_PAUSE_MS = 50;
const WAITS = /^(?:begin|commit)\b/;
const TAKES_BACK = /^rollback\b/;
const READ_CACHE_KB = 64 * 1024;

/**
 * Of all that a connection does this alone does not wait for another process's lock: two that start at once
 * would meet it.
 */
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
}

const isBusy = (error: unknown) =>
  String((error as { code?: unknown } | undefined)?.code ?? '').startsWith('SQLITE_BUSY');

/**
 * Tries again until no other process's lock is in the way. SQLite itself would wait with the thread in its
 * hand: no page, not even a kept one, and no `/health` would be answered meanwhile.
 */
function whenFree<T>(patience: number, work: () => T): T | Promise<T> {
  try {
    return work();
  } catch (error) {
    if (!isBusy(error)) throw error;
    return tryAgain(performance.now() + patience, work);
  }
}

async function tryAgain<T>(until: number, work: () => T): Promise<T> {
  for (let pause = 2; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    await sleep(pause);
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
  }
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
    if (!statement.reader) {
      statement.run(...params);
      return { rows: [] };
    }
    statement.raw(true);
    return { rows: (method === 'get' ? statement.get(...params) : statement.all(...params)) as unknown[] };
  };
  return { prepare, execute };
}

/** Opens (and makes, when missing) the database file. Migrating is `migrateSqlite`'s work. */
export function openSqlite(file: string, { patience = PATIENCE_MS, joinMs = JOIN_MS } = {}): Database {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file);
  configure(writer);
  const reader = new Sqlite(file, { readonly: true });
  // The indexes that the newsroom's lists walk through: read from the file each time, they cost twice as
  // much.
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

  /**
   * Of a transaction only its beginning waits for others, and its end, should one read the file back just
   * then.
   */
  function executeInside(sql: string, params: unknown[], method: Method) {
    if (WAITS.test(sql)) return whenFree(patience, () => write.execute(sql, params, method));
    // SQLite has taken it back already (a full disk); a rollback that fails would stand in the log in place
    // of why.
    if (TAKES_BACK.test(sql) && !writer.inTransaction) return { rows: [] };
    return write.execute(sql, params, method);
  }

  const callback: AsyncRemoteCallback = async (sql, params, method) => {
    try {
      if (isInside()) return await executeInside(sql, params, method);
      const known = whenFree(patience, () => read.prepare(sql).readonly);
      // A write takes its place in the row at once, before any turn of the loop.
      const isRead = known instanceof Promise ? await known : known;
      if (!isRead) return await commitTogether(async () => write.execute(sql, params, method));
      await turnForRead();
      return await whenFree(patience, () => read.execute(sql, params, method));
    } catch (error) {
      // Drizzle's error repeats these very values, and would write what a reader typed into the log.
      params.length = 0;
      throw error;
    }
  };

  const orm: SqliteRemoteDatabase = drizzle(callback);
  const begin = orm.transaction.bind(orm);
  const commitTogether = createGroupCommit<Group>(
    (runMembers) => runInside(() => begin(runMembers, { behavior: 'immediate' })),
    () => !writer.inTransaction,
    joinMs,
  );
  orm.transaction = async (work) => {
    if (isInside())
      throw new Error('Inside a transaction use its `tx`: a second one would wait for the first for ever');
    return commitTogether((group) => runInside(() => group.transaction(work)));
  };

  const dataVersion = reader.prepare('PRAGMA data_version').pluck();
  let lastVersion = -1;
  for (const connection of [writer, reader]) connection.pragma('busy_timeout = 0');
  return {
    orm,
    /**
     * Changes whenever any connection, in any process, has committed; costs about 2 µs. While the file is
     * locked whole, nobody can commit.
     */
    commitCounter(): number {
      try {
        lastVersion = dataVersion.get() as number;
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
      return lastVersion;
    },
    close() {
      reader.close();
      writer.close();
    },
  };
}
