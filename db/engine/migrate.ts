import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { logLine } from '#lib/log.ts';
import { Refusal } from '#lib/refusal.ts';

/** Evaluated only when it is called: in Next's bundle this file has no folder of its own. */
const ownMigrations = () => join(import.meta.dirname, '../migrations/sqlite');

/** How long a migration waits for another process's lock (a backup, an import). No request is served yet. */
const LOCK_MS = 60_000;
/** A statement that takes longer is logged. */
const LOGGED_MS = 2000;
/**
 * The room that a migration needs, as a multiple of the database: a whole copy, and the changed pages, which
 * are written to the log of SQLite before the file.
 */
const ROOM = 2;

type Migration = ReturnType<typeof readMigrationFiles>[number] & { name: string };

/** The migrations of a folder with their names, which Drizzle does not return. */
function readMigrations(migrationsFolder: string): Migration[] {
  const journal = readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8');
  const { entries } = JSON.parse(journal) as { entries: { tag: string }[] };
  return readMigrationFiles({ migrationsFolder }).map((migration, n) => ({
    ...migration,
    name: entries[n]!.tag,
  }));
}

const holds = (connection: Sqlite.Database, name = '*') =>
  connection.prepare('SELECT 1 FROM sqlite_master WHERE name GLOB ?').get(name) !== undefined;

function listPending(connection: Sqlite.Database, migrations: Migration[]): Migration[] {
  if (!holds(connection, '__drizzle_migrations')) return migrations;
  const last = connection.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as
    | number
    | null;
  return migrations.filter(({ folderMillis }) => folderMillis > (last ?? 0));
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const sized = (bytes: number) =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

/** Runs a step and logs it if it took long. */
function timed<T>(what: string, tell: (line: string) => void, step: () => T): T {
  const started = performance.now();
  const result = step();
  if (performance.now() - started > LOGGED_MS) tell(`${what}: ${seconds(started)}`);
  return result;
}

/** Runs the pending migrations, listed again under the lock: another process may have migrated meanwhile. */
function applyPending(
  connection: Sqlite.Database,
  migrations: Migration[],
  tell: (line: string) => void,
): number {
  const pending = listPending(connection, migrations);
  // Drizzle's own table of applied migrations. Its `migrate` reads the table before it takes the lock, so two
  // processes that start together would both migrate.
  connection.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const record = connection.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { sql, hash, folderMillis, name } of pending) {
    for (const [n, statement] of sql.entries()) {
      const first = statement.trim().split('\n')[0]!.slice(0, 60);
      timed(`${name}, ${n + 1} of ${sql.length}, ${first}`, tell, () => connection.exec(statement));
    }
    record.run(hash, folderMillis);
  }
  const broken = timed('Checking foreign keys', tell, () =>
    connection.pragma('foreign_key_check'),
  ) as unknown[];
  if (broken.length > 0)
    throw new Error(`Migration would leave ${broken.length} rows without their parent in ${connection.name}`);
  return pending.length;
}

const COPY = '.before-migration-';

/** Deletes all older copies but the newest, because they still hold data that readers have deleted since. */
function dropOldCopies(file: string, copy: string) {
  const [start, end] = [basename(file) + COPY, /^\d+-\d+$/];
  const others = readdirSync(dirname(file)).filter(
    (name) => name.startsWith(start) && end.test(name.slice(start.length)) && name !== basename(copy),
  );
  for (const name of others.sort().slice(0, -1)) rmSync(join(dirname(file), name), { force: true });
}

/** Whether another process has this id. After a container's restart an old id can be this process's own. */
function isAnother(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Otherwise it belongs to another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Deletes copies that a process did not finish before it was stopped: they take room and hold data. */
function dropCutOff(file: string) {
  const [start, part] = [basename(file) + COPY, /^\d+-(\d+)\.part(?:-journal)?$/];
  for (const name of readdirSync(dirname(file))) {
    const pid = name.startsWith(start) && part.exec(name.slice(start.length))?.[1];
    if (pid && !isAnother(Number(pid))) rmSync(join(dirname(file), name), { force: true });
  }
}

const sizeOf = (file: string) =>
  [file, `${file}-wal`].reduce(
    (sum, each) => sum + (statSync(each, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

const freeBytes = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Copies the database into its own folder. A copy that was cut off has another name. */
function keepCopy(connection: Sqlite.Database, file: string, tell: (line: string) => void): string {
  const copy = `${file}${COPY}${Date.now()}-${process.pid}`;
  const part = `${copy}.part`;
  try {
    timed(`Copying the database to ${copy}`, tell, () => connection.prepare('VACUUM INTO ?').run(part));
    renameSync(part, copy);
  } finally {
    for (const name of [part, `${part}-journal`]) rmSync(name, { force: true });
  }
  return copy;
}

/** The number of pending migrations of a database file and its size; a new file has none and no size. */
export function readPending(
  file: string,
  migrationsFolder = ownMigrations(),
): { count: number; bytes: number } {
  if (!statSync(file, { throwIfNoEntry: false })) return { count: 0, bytes: 0 };
  const connection = new Sqlite(file, { timeout: LOCK_MS });
  try {
    const count = holds(connection) ? listPending(connection, readMigrations(migrationsFolder)).length : 0;
    return { count, bytes: sizeOf(file) };
  } finally {
    connection.close();
  }
}

/**
 * Runs the pending migrations on a database file, all of them or none. Foreign keys are OFF meanwhile: with
 * them on, a table rebuild deletes the child rows. A file that holds data is first copied into its own
 * folder; two such copies are kept. What it does with such a file is logged.
 *
 * @returns How many migrations ran
 */
export function migrateSqlite(
  file: string,
  migrationsFolder = ownMigrations(),
  { tell = logLine, free = freeBytes } = {},
): number {
  mkdirSync(dirname(file), { recursive: true });
  dropCutOff(file);
  const migrations = readMigrations(migrationsFolder);
  const connection = new Sqlite(file, { timeout: LOCK_MS });
  try {
    const pending = listPending(connection, migrations);
    if (pending.length === 0) return 0;
    const started = performance.now();
    const isFilled = holds(connection);
    if (isFilled) {
      const size = sizeOf(file);
      tell(
        `The database (${sized(size)}) is copied and then migrated: ${pending.map(({ name }) => name).join(', ')}`,
      );
      refuseWithoutRoom(file, size * ROOM, free(dirname(file)));
    }
    const copy = isFilled ? keepCopy(connection, file, tell) : undefined;
    connection.pragma('foreign_keys = OFF');
    const count = connection.transaction(() => applyPending(connection, migrations, tell)).immediate();
    // If another process migrated first, its copy is the one to keep.
    if (copy && count > 0) dropOldCopies(file, copy);
    if (isFilled) tell(`The database is migrated: ${count} migrations in ${seconds(started)}`);
    return count;
  } finally {
    connection.close();
  }
}

function refuseWithoutRoom(file: string, needed: number, free: number) {
  if (free >= needed) return;
  throw new Refusal(
    `The migration needs ${sized(needed)} of free space in ${dirname(file)}, for a copy of the database and ` +
      `for its changes, and there are ${sized(free)}. Nothing was changed. Make room, and start again.`,
  );
}
