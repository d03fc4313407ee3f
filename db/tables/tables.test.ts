import { getTableName, is, Table } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import * as postgres from './tables.postgres.ts';
import * as tables from './tables.ts';

const names = (module: Record<string, unknown>) =>
  Object.values(module)
    .filter((value) => is(value, Table))
    .map(getTableName)
    .sort();

it('defines the same tables for both engines', () => {
  expect(names(postgres)).toEqual(names(tables));
  expect(Object.keys(postgres).sort()).toEqual(Object.keys(tables).sort());
});

it('builds SQLite tables for the running site', () => {
  for (const table of Object.values(tables)) expect(is(table, SQLiteTable)).toBe(true);
});
