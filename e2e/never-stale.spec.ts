import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fresh } from '../bin/proof/stale-run.ts';
import { runStep } from '../bin/proof/steps.ts';
import { dataDir, port } from './instance.ts';
import { expect, test } from './journey.ts';

/*
 * A short run of `npm run proof -- stale` on a new demo newsroom: two servers, one of them without a page
 * cache, while two processes do random acts. The step throws at the first page that differs.
 */

const ACTS = 60;
const SEED = 20_261_130;

test('no cached page is stale after any of sixty random acts', async () => {
  // Three servers render all pages of the site, at times beside other programs.
  test.setTimeout(1_200_000);
  const folder = mkdtempSync(join(tmpdir(), 'midad-e2e-stale-'));
  // The pictures of the demo newsroom need not be encoded again.
  cpSync(join(dataDir, 'media'), join(folder, 'media'), { recursive: true });
  try {
    const args = ['stale-run', '--acts', String(ACTS), '--seed', String(SEED), '--port', String(port + 2)];
    const { done, kept, rendered } = await runStep<Fresh>(args, folder, '1');
    expect(done).toBeGreaterThan(ACTS / 2);
    // Otherwise it compared renders with renders.
    expect(kept).toBeGreaterThan((kept + rendered) / 10);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
