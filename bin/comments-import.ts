import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeDatabase } from '#db/engine/client.ts';
import { importComments } from '#db/privacy/import.ts';
import type { ImportReport } from '#db/privacy/import-report.ts';
import { engine } from '#db/engine/engine.ts';
import { readWxr } from '#lib/wordpress/read-wxr.ts';
import { WxrFault } from '#lib/wordpress/wxr.ts';

const USAGE = 'Usage: npm run comments:import -- file.xml [--dry-run]';

const counts = (numbers: Record<string, number>) =>
  Object.entries(numbers)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

function* describe(
  { imported, held, known, skipped, addresses, unmatched, unmatchedComments }: ImportReport,
  isDry: boolean,
): Generator<string> {
  yield `${isDry ? 'Would be imported' : 'Imported'}: ${counts(imported)}`;
  if (held > 0)
    yield `Of these published before and waiting here, because the form would have refused them: ${held}`;
  yield `Known from an earlier run: ${known}`;
  yield `Skipped: ${counts(skipped)}`;
  yield `Addresses: ${addresses.kept} kept encrypted, ${addresses.tooOld} past their time and left out`;
  yield `Comments on what is no article here: ${unmatchedComments}`;
  for (const { title, link, comments } of unmatched) yield `  ${comments}\t${link}\t${title}`;
}

/** A line at intervals, so that a person who runs a long import sees that it goes on. */
const PROGRESS_EVERY_MS = 5000;
function createProgress() {
  let next = performance.now() + PROGRESS_EVERY_MS;
  return ({ imported, known }: Readonly<ImportReport>) => {
    if (performance.now() < next) return;
    next = performance.now() + PROGRESS_EVERY_MS;
    const stored = Object.values(imported).reduce((sum, count) => sum + count, 0);
    console.error(`So far: ${stored} new, ${known} known`);
  };
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false } },
});
const [file, ...others] = positionals;
if (!file || others.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    engine.migrate();
    const isDry = values['dry-run'];
    const report = await importComments(readWxr(createReadStream(file)), {
      isDry,
      tellProgress: createProgress(),
    });
    for (const line of describe(report, isDry)) console.log(line);
  } catch (error) {
    const isExpected =
      error instanceof WxrFault || (error instanceof Error && 'code' in error && error.code === 'ENOENT');
    console.error(isExpected ? error.message : error);
    if (error instanceof WxrFault)
      console.error(
        'Comments before that line may be imported already. Fix the file and run again. No comment is stored twice.',
      );
    process.exitCode = 1;
  } finally {
    closeDatabase();
  }
}
