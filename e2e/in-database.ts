import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { dataDir } from './instance.ts';

/** Reads or writes the instance's database from another process. */
export function inDatabase<T>(work: (database: Sqlite.Database) => T): T {
  const database = new Sqlite(join(dataDir, 'midad.sqlite'), { timeout: 10_000 });
  try {
    // Takes the write lock first: what was read before could be stale at the write.
    return database.transaction(() => work(database)).immediate();
  } finally {
    database.close();
  }
}
