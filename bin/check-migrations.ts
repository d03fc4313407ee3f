import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Generates both engines' migrations into a copy: a new file means that the schema changed without a
// migration.
const copy = mkdtempSync(join(tmpdir(), 'midad-migrations-'));
let stale = false;
try {
  for (const [dialect, folder, schema] of [
    ['sqlite', 'sqlite', 'tables/tables'],
    ['postgresql', 'postgres', 'tables/tables.postgres'],
  ] as const) {
    const out = join(copy, folder);
    cpSync(`db/migrations/${folder}`, out, { recursive: true });
    const before = readdirSync(out).length;
    const args = [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      '--dialect',
      dialect,
      '--schema',
      `./db/${schema}.ts`,
      '--out',
      out,
    ];
    execFileSync(process.execPath, args, { stdio: 'pipe' });
    const fresh = readdirSync(out).length === before;
    console.log(`${folder}: ${fresh ? 'fresh' : 'STALE, run npm run db:generate'}`);
    stale ||= !fresh;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exit(stale ? 1 : 0);
