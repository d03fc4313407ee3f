import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** Evaluated only when it is called: in Next's bundle this file has no folder of its own. */
const ownMigrations = () => join(import.meta.dirname, '../migrations/sqlite');

/** How long a migration waits for another process's lock (a backup, an import). No request is served yet. */
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

/** Runs the pending migrations, listed again under the lock: another process may have migrated meanwhile. */
function applyPending(connection: Sqlite.Database, migrations: Migration[]): number {
  const pending = listPending(connection, migrations);
  // Drizzle's own table of applied migrations. Its `migrate` reads the table before it takes the lock, so two
  // processes that start together would both migrate.
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

/** Deletes all older copies but the newest, because they still hold data that readers have deleted since. */
function dropOldCopies(file: string, copy: string) {
  const [start, end] = [`${basename(file)}.before-migration-`, /^\d+-\d+$/];
  const others = readdirSync(dirname(file)).filter(
    (name) => name.startsWith(start) && end.test(name.slice(start.length)) && name !== basename(copy),
  );
  for (const name of others.sort().slice(0, -1)) rmSync(join(dirname(file), name), { force: true });
}

/**
 * Runs the pending migrations on a database file, all of them or none. Foreign keys are OFF meanwhile: with
 * them on, a table rebuild deletes the child rows. A file that holds data is first copied into its own
 * folder; two such copies are kept.
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
    // If another process migrated first, its copy is the one to keep.
    if (copy && count > 0) dropOldCopies(file, copy);
    return count;
  } finally {
    connection.close();
  }
}
