import { rmSync } from 'node:fs';
import type { Fresh } from '../bin/proof/stale-run.ts';
import { runStep } from '../bin/proof/steps.ts';
import { copyInstance } from './instance-copy.ts';
import { port } from './instance.ts';
import { expect, test } from './journey.ts';

/*
 * A short run of `npm run proof -- stale`: two servers on a copy of the data, one of them without a page
 * cache, while two processes do random acts. The step throws at the first page that differs.
 */

const ACTS = 100;
const SEED = 20_261_130;

test('no cached page is stale after any of a hundred random acts', async () => {
  const folder = copyInstance();
  try {
    const args = ['stale-run', '--acts', String(ACTS), '--seed', String(SEED), '--port', String(port + 2)];
    const { done, kept, rendered } = await runStep<Fresh>(args, folder, '1');
    expect(done).toBeGreaterThan(ACTS / 2);
    // Otherwise it compared renders with renders.
    expect(kept).toBeGreaterThan((kept + rendered) / 4);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
