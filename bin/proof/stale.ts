import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './steps.ts';
import type { Fresh } from './stale-run.ts';

/**
 * Compares cached pages with fresh ones while random acts change the site. Throws at the first difference.
 */
export async function proveFresh(folder: string, acts: string, seed: string): Promise<void> {
  const data = join(folder, 'stale');
  rmSync(data, { recursive: true, force: true });
  const { done, refused, compared, kept, rendered, seconds, late } = await runStep<Fresh>(
    ['stale-run', '--acts', acts, '--seed', seed],
    data,
    '1',
  );
  console.log(`Acts: ${done} done, ${refused} refused. ${seconds.toFixed(0)} s.`);
  console.log(`Comparisons: ${compared}, none differs. ${kept} pages were kept, ${rendered} rendered.`);
  console.log(`At ${late} comparisons a due time passed between the two requests; they were repeated.`);
}
