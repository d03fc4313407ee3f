import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { dataDir } from './instance.ts';

/** Copies the data for a second site, whose process a test can end. */
export function copyInstance(): string {
  const folder = mkdtempSync(join(tmpdir(), 'midad-e2e-other-'));
  const source = new Sqlite(join(dataDir, 'midad.sqlite'), { readonly: true });
  source.prepare('VACUUM INTO ?').run(join(folder, 'midad.sqlite'));
  source.close();
  cpSync(join(dataDir, 'keys.json'), join(folder, 'keys.json'));
  return folder;
}
