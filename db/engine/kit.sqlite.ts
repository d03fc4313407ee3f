import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The column types of all tables for SQLite. `kit.postgres.ts` has the same for PostgreSQL. */
export const sqliteKit = {
  table: sqliteTable,
  text,
  int: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  /** A time: milliseconds since 1970, a `Date` in code. */
  time: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  /** The Unix epoch: the default of a time column that was added after the table had rows. */
  epoch: sql`0`,
  json: (name: string) => text(name, { mode: 'json' }),
  index,
  uniqueIndex,
  primaryKey,
};

export type Kit = typeof sqliteKit;
