import { getTableColumns, getTableName, sql, Subquery } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { env } from '#lib/env.ts';
import type { Engine } from './engine.ts';
import { sqliteKit } from './kit.sqlite.ts';
import { migrateSqlite, readPending } from './migrate.ts';
import { openReadCounts } from './read-counts.sqlite.ts';
import { sqliteSearch } from './search.sqlite.ts';
import { openSqlite } from './sqlite.ts';

/** SQLite: one file on the local disk. */
export const sqliteEngine: Engine = {
  kit: sqliteKit,
  alias,
  authProvider: 'sqlite',
  open: () => openSqlite(env.databaseFile),
  pending: () => readPending(env.databaseFile),
  migrate: () => migrateSqlite(env.databaseFile),
  search: sqliteSearch,
  // Drizzle has no words for it on SQLite. A subquery of the table's own name is flattened away.
  through: (table, index) =>
    new Subquery(
      sql`select * from ${table} indexed by ${sql.raw(index)}`,
      getTableColumns(table),
      getTableName(table),
    ),
  openReadCounts: () => openReadCounts(env.readsFile),
};
