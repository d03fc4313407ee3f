import Sqlite from 'better-sqlite3';

type Statement = { source: string; reader: boolean };
/** A statement with its values. */
export type Asked = { sql: string; values: unknown[] };

/** Collects the statements that a read runs, with their values. */
export async function listStatements(read: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const probe = new Sqlite(':memory:');
  const prototype = Object.getPrototypeOf(probe.prepare('select 1')) as {
    all: (this: Statement, ...values: unknown[]) => unknown[];
  };
  probe.close();
  const { all } = prototype;
  prototype.all = function watched(this: Statement, ...values) {
    asked.push({ sql: this.source, values });
    return all.apply(this, values);
  };
  try {
    await read();
  } finally {
    prototype.all = all;
  }
  return asked;
}
