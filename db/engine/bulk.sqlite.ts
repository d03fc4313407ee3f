import Sqlite from 'better-sqlite3';
import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import type { IndexedArticle } from './search-index.ts';

/** Room for the indexes that rows are inserted into in no order. */
const CACHE_KB = 2 * 1024 * 1024;

/** A trigger that does nothing else than to raise a number. */
const ONLY_RAISES = /BEGIN\s+UPDATE content_version SET (\w+) = \1 \+ 1;\s*END$/i;

/**
 * Takes away the triggers that only raise the numbers of `content_version`: they are half of the cost of an
 * insert. The function that is returned puts them back.
 */
function setVersionTriggersAside(connection: Sqlite.Database): () => void {
  const triggers = connection.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  const aside = triggers.filter(({ sql }) => ONLY_RAISES.test(sql));
  for (const { name } of aside) connection.exec(`drop trigger "${name}"`);
  return () => {
    for (const { sql } of aside) connection.exec(sql);
  };
}

/**
 * Writes many rows into a new database, for measurements: prepared inserts, large transactions, no sync. A
 * process that is killed leaves a damaged file. Indexes, and triggers that write rows, work as usual.
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
  const putTriggersBack = setVersionTriggersAside(connection);

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
      putTriggersBack();
      connection.pragma('journal_mode = WAL');
      connection.close();
    },
  };
}

export type Bulk = ReturnType<typeof openBulk>;
