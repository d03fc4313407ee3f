import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect } from 'vitest';

// Every test file gets a separate folder with a real database. DATA_DIR must be set before any module reads
// the environment.
const dataDir = mkdtempSync(join(tmpdir(), 'midad-test-'));
process.env.DATA_DIR = dataDir;
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

// Tests in these folders use no database. Opening one takes longer than most of their tests.
const ALONE = /^(?:components|lib|messages|reader)\//;
const testFile = relative(process.cwd(), expect.getState().testPath!);

if (!ALONE.test(testFile)) {
  const { makeMissingKeys } = await import('#lib/security/keys.ts');
  makeMissingKeys();
  const { engine } = await import('#db/engine/engine.ts');
  const { closeDatabase } = await import('#db/engine/client.ts');
  engine.migrate();
  afterAll(closeDatabase);
}
