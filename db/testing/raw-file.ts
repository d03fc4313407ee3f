import Sqlite from 'better-sqlite3';

/** Opens a SQLite file directly, as another program would. */
export const openRaw = (path: string): Sqlite.Database => new Sqlite(path);
