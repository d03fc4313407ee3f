import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';

const migrationsFolder = join(import.meta.dirname, 'migrations/sqlite');

function pendingMigrations(connection: Sqlite.Database): number {
  const files = readMigrationFiles({ migrationsFolder });
  const known = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!known) return files.length;
  const last = connection.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as number | null;
  return files.filter((file) => file.folderMillis > (last ?? 0)).length;
}

/**
 * Brings a database file to the newest schema. Foreign keys are OFF meanwhile: with them on, a table rebuild deletes the
 * child rows. A file that already held data is copied beside itself first, and the result is checked.
 * @returns how many migrations ran
 */
export function migrateSqlite(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const existed = existsSync(file);
  const connection = new Sqlite(file);
  try {
    const pending = pendingMigrations(connection);
    if (pending === 0) return 0;
    if (existed) connection.prepare('VACUUM INTO ?').run(`${file}.before-migration-${Date.now()}`);
    connection.pragma('foreign_keys = OFF');
    migrate(drizzle(connection), { migrationsFolder });
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`Migration left ${broken.length} rows without their parent in ${file}`);
    return pending;
  } finally {
    connection.close();
  }
}
