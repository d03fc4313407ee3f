import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { drizzle, type AsyncRemoteCallback, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { Read } from '#lib/recording.ts';
import type { Database, OnStatement, Replay } from './engine.ts';
import { createGroupCommit, JOIN_MS } from './group-commit.ts';
import { turnForRead } from './turn-share.ts';

/*
 * better-sqlite3 behind Drizzle's asynchronous driver, so that the same code will run on PostgreSQL
 * (docs/decisions/002). One connection writes, one transaction at a time; another reads. Two writers in one
 * process would freeze it: SQLite waits for a lock synchronously, so the holder could never finish. Writes
 * that wait for a commit share one (docs/decisions/009).
 */
type Connection = Sqlite.Database;
type Method = Parameters<AsyncRemoteCallback>[2];
type Group = Parameters<Parameters<SqliteRemoteDatabase['transaction']>[0]>[0];

const WAL_TRIES = 6000;
/** How long a statement retries while another process holds a lock. The event loop is free meanwhile. */
const PATIENCE_MS = 30_000;
/** Below the pauses that long work makes between its transactions (db/privacy/import.ts). */
const LONGEST_PAUSE_MS = 20;
const WAITS = /^(?:begin|commit)\b/;
const TAKES_BACK = /^rollback\b/;
const READ_CACHE_KB = 64 * 1024;

/**
 * The switch to WAL is the only statement that does not wait for another process's lock. Two processes that
 * start together would fail here, so it is retried.
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
 * Retries while another process holds a lock. SQLite's own wait would block the thread: no page, not even a
 * cached one, and no `/health` request would get a response meanwhile.
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

/** Drizzle's own nested transaction builds its three statements again for each member of a group. */
async function inSavepoint<T>(
  connection: Connection,
  { execute }: ReturnType<typeof createExecutor>,
  work: () => Promise<T>,
): Promise<T> {
  execute('savepoint member', [], 'run');
  try {
    const result = await work();
    execute('release savepoint member', [], 'run');
    return result;
  } catch (error) {
    // SQLite has already rolled back everything after an error such as a full disk.
    if (connection.inTransaction) {
      execute('rollback to savepoint member', [], 'run');
      execute('release savepoint member', [], 'run');
    }
    throw error;
  }
}

/** Opens the database file and creates it if it does not exist. `migrateSqlite` migrates it. */
export function openSqlite(file: string, { patience = PATIENCE_MS, joinMs = JOIN_MS } = {}): Database {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file);
  configure(writer);
  const reader = new Sqlite(file, { readonly: true });
  // Room for the indexes that the newsroom's lists scan: reading them from the file takes twice as long.
  reader.pragma(`cache_size = -${READ_CACHE_KB}`);

  const write = createExecutor(writer);
  const read = createExecutor(reader);
  const transaction = new AsyncLocalStorage<{ open: boolean }>();
  // A promise that a transaction did not await keeps its async context after the transaction has ended.
  const isInside = () => transaction.getStore()?.open === true;

  /** Runs `work` in an async context in which queries go directly to the writer connection. */
  const runInside = <T>(work: () => Promise<T>): Promise<T> => {
    const state = { open: true };
    return transaction.run(state, work).finally(() => {
      state.open = false;
    });
  };

  /**
   * In a transaction only BEGIN waits for other processes, and COMMIT if one of them runs a checkpoint just
   * then.
   */
  function executeInside(sql: string, params: unknown[], method: Method) {
    if (WAITS.test(sql)) return whenFree(patience, () => write.execute(sql, params, method));
    // SQLite has already rolled back (a full disk). A second rollback would fail and hide the cause.
    if (TAKES_BACK.test(sql) && !writer.inTransaction) return { rows: [] };
    return write.execute(sql, params, method);
  }

  const watchers = new AsyncLocalStorage<OnStatement>();

  const callback: AsyncRemoteCallback = async (sql, params, method) => {
    const onStatement = watchers.getStore();
    const statement = { sql, params, method };
    try {
      if (isInside()) {
        onStatement?.(statement);
        return await executeInside(sql, params, method);
      }
      const known = whenFree(patience, () => read.prepare(sql).readonly);
      // A write joins the queue in the same turn of the event loop, so that writes keep their order.
      const isRead = known instanceof Promise ? await known : known;
      if (!isRead) {
        onStatement?.(statement);
        return await commitTogether(async () => write.execute(sql, params, method));
      }
      await turnForRead();
      const answer = await whenFree(patience, () => read.execute(sql, params, method));
      onStatement?.(statement, answer);
      return answer;
    } catch (error) {
      // Drizzle's error contains this array. Emptied, it keeps a reader's input out of the log.
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
    return commitTogether((group) => runInside(() => inSavepoint(writer, write, () => work(group))));
  };

  const dataVersion = reader.prepare('PRAGMA data_version').pluck();
  const takeSnapshot = reader.prepare('select 1 from sqlite_master limit 1');
  let lastVersion = -1;

  /** Synchronous from BEGIN to COMMIT: no other read of this connection gets into the snapshot. */
  function askInSnapshot(counter: number, reads: Iterable<Read>, isSame: (rows: unknown) => boolean): Replay {
    reader.exec('BEGIN');
    try {
      // Any read takes the snapshot; then the counter is that of the snapshot.
      takeSnapshot.get();
      if (dataVersion.get() !== counter) return 'moved';
      for (const { sql, params, method } of reads)
        if (!isSame(read.execute(sql, params, method).rows)) return 'changed';
      return 'same';
    } finally {
      reader.exec('COMMIT');
    }
  }
  for (const connection of [writer, reader]) connection.pragma('busy_timeout = 0');
  return {
    orm,
    /**
     * Changes whenever a connection in any process has committed; costs about 2 µs. While the file is locked
     * exclusively, no connection can commit, so the last number is still right.
     */
    commitCounter(): number {
      try {
        lastVersion = dataVersion.get() as number;
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
      return lastVersion;
    },
    watch(onStatement, work) {
      const outer = watchers.getStore();
      const both: OnStatement = (...told) => (outer?.(...told), onStatement(...told));
      return watchers.run(outer ? both : onStatement, work);
    },
    async askAgain(counter, reads, isSame) {
      await turnForRead();
      return whenFree(patience, () => askInSnapshot(counter, reads, isSame));
    },
    close() {
      reader.close();
      writer.close();
    },
  };
}
