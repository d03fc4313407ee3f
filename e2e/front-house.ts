import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { base, dataDir } from './house.ts';

/** Asks or changes the house's database as another process would. */
export function inDatabase<T>(work: (database: Sqlite.Database) => T): T {
  const database = new Sqlite(join(dataDir, 'midad.sqlite'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Publishes an article by the command; answers its path. */
export function publishFile(article: { headline: string; section?: string; locale?: string; publishedAt?: string; breakingUntil?: string }): string {
  const file = join(dataDir, 'front-article.json');
  writeFileSync(file, JSON.stringify({ section: 'science', body: ['نص قصير لهذا الخبر.'], ...article }));
  const said = execFileSync(process.execPath, ['bin/article.ts', file], { env: { ...process.env, DATA_DIR: dataDir, SITE_URL: base } }).toString();
  return new URL(/Published: (\S+)/.exec(said)![1]!).pathname;
}
