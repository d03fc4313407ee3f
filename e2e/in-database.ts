import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { dataDir } from './instance.ts';

/** Asks or changes the house's database as another process would. */
export function inDatabase<T>(work: (database: Sqlite.Database) => T): T {
  const database = new Sqlite(join(dataDir, 'midad.sqlite'), { timeout: 10_000 });
  try {
    // At once a writer: what was read first might be old by the time of the write.
    return database.transaction(() => work(database)).immediate();
  } finally {
    database.close();
  }
}
