import Sqlite from 'better-sqlite3';
import { env } from '#lib/env.ts';

/** A second connection to the database of this test file, which it closes at its end. */
export const connection = new Sqlite(env.databaseFile);

type Step = { opcode: string; p1: number; p2: number; p3: number };

/**
 * The columns that a statement reads, as `table.column`: those read from rows and indexes, and those by which
 * it searches an index.
 */
export function columnsOf(sql: string): string[] {
  const values = Array<number>(sql.split('?').length - 1).fill(1);
  const opened = new Map<number, { table: string; columns: (string | undefined)[] }>();
  const found: string[] = [];
  for (const { opcode, p1, p2 } of connection.prepare(`explain ${sql}`).all(...values) as Step[]) {
    if (opcode === 'OpenRead' || opcode === 'ReopenIdx') {
      const [row] = connection
        .prepare('select name, tbl_name as "table", type from sqlite_master where rootpage = ?')
        .all(p2) as { name: string; table: string; type: string }[];
      if (!row) continue;
      const info = connection.pragma(
        row.type === 'index' ? `index_xinfo("${row.name}")` : `table_info("${row.name}")`,
      ) as { name: string }[];
      opened.set(p1, { table: row.table, columns: info.map(({ name }) => name ?? undefined) });
    }
    const cursor = opened.get(p1);
    if (opcode === 'Column' && cursor?.columns[p2]) found.push(`${cursor.table}.${cursor.columns[p2]}`);
  }
  const tables = new Set([...opened.values()].map(({ table }) => table));
  for (const { detail } of connection.prepare(`explain query plan ${sql}`).all(...values) as {
    detail: string;
  }[]) {
    const [, index, terms] = /INDEX (\w+) \(([^)]*)\)/.exec(detail) ?? [];
    if (!index || !terms) continue;
    const { table } = connection
      .prepare('select tbl_name as "table" from sqlite_master where name = ?')
      .get(index) as { table: string };
    if (tables.has(table))
      found.push(...terms.split(' AND ').map((term) => `${table}.${term.replace(/[=<>].*/, '')}`));
  }
  return found;
}
