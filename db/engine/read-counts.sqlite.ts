import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { isBusy } from './errors.ts';
import type { ReadCount, ReadCounts, ReadMark } from './read-counts.ts';

const HOURS_OF_DAY = 24;
/** How long a statement retries while another process writes. */
const PATIENCE_MS = 5000;
const PAUSE_MS = 5;

/** Retries without blocking the event loop, as SQLite's own wait would. */
async function whenFree<T>(work: () => T): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

function open(file: string): Sqlite.Database {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new Sqlite(file, { timeout: 0 });
  try {
    connection.pragma('journal_mode = WAL');
    // No sync at each commit: a power failure may take the last counts, but not the file.
    connection.pragma('synchronous = NORMAL');
    for (const period of ['hour', 'day'])
      connection.exec(
        `create table if not exists ${period}s (${period} integer not null, number integer not null,
           reads integer not null, primary key (${period}, number)) without rowid`,
      );
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

const prepare = (connection: Sqlite.Database) => ({
  addHour: connection.prepare(
    'insert into hours values (?, ?, ?) on conflict do update set reads = reads + excluded.reads',
  ),
  addDay: connection.prepare(
    'insert into days values (?, ?, ?) on conflict do update set reads = reads + excluded.reads',
  ),
  dropHour: connection.prepare('delete from hours where hour = ? and number = ?'),
  oldHours: connection.prepare(
    'select hour as at, number, reads from hours where hour < ? order by hour, number limit ?',
  ),
  dropDays: connection.prepare(
    'delete from days where (day, number) in (select day, number from days where day < ? limit ?)',
  ),
  hour: connection.prepare(
    'select hour as at, number, reads from hours where (hour, number) > (?, ?) order by hour, number limit ?',
  ),
  day: connection.prepare(
    'select day as at, number, reads from days where (day, number) > (?, ?) order by day, number limit ?',
  ),
});

/** The counts in an SQLite file of their own. Several processes may write to it. */
export function openReadCounts(file: string): ReadCounts {
  let connection: Sqlite.Database | undefined;
  let statements: ReturnType<typeof prepare> | undefined;
  const use = () => (statements ??= prepare((connection ??= open(file))));

  const commit = <T>(work: (own: ReturnType<typeof prepare>) => T): Promise<T> =>
    whenFree(() => {
      const own = use();
      return connection!.transaction(() => work(own)).immediate();
    });

  return {
    add: (hour, counts) =>
      commit(({ addHour }) => {
        for (const { number, reads } of counts) addHour.run(hour, number, reads);
      }),
    list: (period, { at, number }, limit) =>
      whenFree(() => use()[period].all(at, number, limit) as (ReadMark & ReadCount)[]),
    moveToDays: (before, limit) =>
      commit(({ oldHours, addDay, dropHour }) => {
        const rows = oldHours.all(before, limit) as (ReadMark & ReadCount)[];
        for (const { at, number, reads } of rows) {
          addDay.run(Math.floor(at / HOURS_OF_DAY), number, reads);
          dropHour.run(at, number);
        }
        return rows.length;
      }),
    dropDays: (before, limit) => commit(({ dropDays }) => dropDays.run(before, limit).changes),
    close() {
      connection?.close();
      connection = statements = undefined;
    },
  };
}
