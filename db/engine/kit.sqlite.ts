import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The columns every table is made of, in SQLite's words. `kit.postgres.ts` says the same in PostgreSQL's. */
export const sqliteKit = {
  table: sqliteTable,
  text,
  int: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  /** A moment: milliseconds since 1970, a `Date` in code. */
  time: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  /** The beginning of time, as the default of a moment that older rows lack. */
  epoch: sql`0`,
  json: (name: string) => text(name, { mode: 'json' }),
  index,
  uniqueIndex,
  primaryKey,
};

export type Kit = typeof sqliteKit;
