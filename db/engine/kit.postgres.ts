import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/** The column types of `kit.sqlite.ts` for PostgreSQL. */
export const postgresKit = {
  table: pgTable,
  text,
  int: (name: string) => bigint(name, { mode: 'number' }),
  bool: (name: string) => boolean(name),
  time: (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  epoch: sql`'epoch'`,
  json: (name: string) => jsonb(name),
  index,
  uniqueIndex,
  primaryKey,
};
