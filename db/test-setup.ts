import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

// Every test file has a folder of its own with a real database in it; before any module reads the environment.
const dataDir = mkdtempSync(join(tmpdir(), 'midad-test-'));
process.env.DATA_DIR = dataDir;

const { env } = await import('#lib/env.ts');
const { migrateSqlite } = await import('./migrate.ts');
const { closeDatabase } = await import('./client.ts');
migrateSqlite(env.databaseFile);

afterAll(() => {
  closeDatabase();
  rmSync(dataDir, { recursive: true, force: true });
});
