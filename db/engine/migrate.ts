import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** Asked for when it is needed: Next bundles this file with the engine, and knows no folder of it. */
const ownMigrations = () => join(import.meta.dirname, '../migrations/sqlite');

/** Before anybody is served, a lock of another process (a copy being made, an import) may be waited for. */
const LOCK_MS = 60_000;

type Migration = ReturnType<typeof readMigrationFiles>[number];

const holds = (connection: Sqlite.Database, name = '*') =>
  connection.prepare('SELECT 1 FROM sqlite_master WHERE name GLOB ?').get(name) !== undefined;

function listPending(connection: Sqlite.Database, migrations: Migration[]): Migration[] {
  if (!holds(connection, '__drizzle_migrations')) return migrations;
  const last = connection.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as
    | number
    | null;
  return migrations.filter(({ folderMillis }) => folderMillis > (last ?? 0));
}

/**
 * Runs what is pending, asked again under the lock: another process may have migrated while this one waited.
 */
function applyPending(connection: Sqlite.Database, migrations: Migration[]): number {
  const pending = listPending(connection, migrations);
  // Drizzle's own record. Its `migrate` looks into it before it takes the lock, so two starting processes
  // would both begin.
  connection.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const record = connection.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { sql, hash, folderMillis } of pending) {
    for (const statement of sql) connection.exec(statement);
    record.run(hash, folderMillis);
  }
  const broken = connection.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0)
    throw new Error(`Migration would leave ${broken.length} rows without their parent in ${connection.name}`);
  return pending.length;
}

/** Copies hold what readers have deleted since: of those made before this one only the newest stays. */
function dropOldCopies(file: string, copy: string) {
  const [start, end] = [`${basename(file)}.before-migration-`, /^\d+-\d+$/];
  const others = readdirSync(dirname(file)).filter(
    (name) => name.startsWith(start) && end.test(name.slice(start.length)) && name !== basename(copy),
  );
  for (const name of others.sort().slice(0, -1)) rmSync(join(dirname(file), name), { force: true });
}

/**
 * Brings a database file to the newest schema, all of it or nothing. Foreign keys are OFF meanwhile: with
 * them on, a table rebuild deletes the child rows. A file that already held data is copied beside itself
 * first; two such copies stay.
 *
 * @returns How many migrations ran
 */
export function migrateSqlite(file: string, migrationsFolder = ownMigrations()): number {
  mkdirSync(dirname(file), { recursive: true });
  const migrations = readMigrationFiles({ migrationsFolder });
  const connection = new Sqlite(file, { timeout: LOCK_MS });
  try {
    if (listPending(connection, migrations).length === 0) return 0;
    const copy = holds(connection) ? `${file}.before-migration-${Date.now()}-${process.pid}` : undefined;
    if (copy) connection.prepare('VACUUM INTO ?').run(copy);
    connection.pragma('foreign_keys = OFF');
    const count = connection.transaction(() => applyPending(connection, migrations)).immediate();
    // When another process was first, the copy to keep is that one's.
    if (copy && count > 0) dropOldCopies(file, copy);
    return count;
  } finally {
    connection.close();
  }
}
