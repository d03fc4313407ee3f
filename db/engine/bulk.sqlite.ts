import Sqlite from 'better-sqlite3';
import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import type { IndexedArticle } from './search-index.ts';

/** Room for the indexes that rows are inserted into in no order. */
const CACHE_KB = 2 * 1024 * 1024;

/**
 * Writes many rows into a new database, for measurements: prepared inserts, large transactions, no sync. A
 * process that is killed leaves a damaged file. Triggers and indexes work as usual.
 */
export function openBulk(file: string) {
  const connection = new Sqlite(file);
  for (const pragma of [
    // Leaves WAL, which has no journal in memory.
    'journal_mode = DELETE',
    'journal_mode = MEMORY',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'temp_store = MEMORY',
    `cache_size = -${CACHE_KB}`,
  ])
    connection.pragma(pragma);

  /** An insert of whole rows: a new column of the table is a type error where the row is made. */
  function into<T extends Table>(table: T): (row: T['$inferSelect']) => void {
    const columns = Object.entries(getTableColumns(table));
    const names = columns.map(([, { name }]) => `"${name}"`).join();
    const statement = connection.prepare(
      `insert into "${getTableName(table)}" (${names}) values (${columns.map(() => '?').join()})`,
    );
    return (row) => {
      const values = row as Record<string, unknown>;
      statement.run(
        columns.map(([key, column]) => {
          const value = values[key];
          return value === null ? null : column.mapToDriverValue(value);
        }),
      );
    };
  }

  const toSearch = connection.prepare(
    'insert into article_search (rowid, title, body, tags) values (?, ?, ?, ?)',
  );
  return {
    into,
    index({ number, title, body, tags }: IndexedArticle) {
      toSearch.run(number, title, body, tags);
    },
    begin: () => connection.exec('begin'),
    commit: () => connection.exec('commit'),
    close() {
      connection.pragma('journal_mode = WAL');
      connection.close();
    },
  };
}

export type Bulk = ReturnType<typeof openBulk>;
