import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { closeDatabase } from '#db/engine/client.ts';
import { exportComments } from '#db/privacy/export.ts';
import { engine } from '#db/engine/engine.ts';
import { readArticleNumber } from '#lib/arabic/read-number.ts';

const USAGE =
  'Usage: npm run --silent comments:export -- [--article N] [--with-personal-data] [--file file.xml | > file.xml]';

const { values } = parseArgs({
  options: {
    article: { type: 'string' },
    'with-personal-data': { type: 'boolean' },
    file: { type: 'string' },
  },
});

async function run(): Promise<number> {
  const article = values.article === undefined ? undefined : readArticleNumber(values.article);
  if (values.article !== undefined && article === undefined) {
    console.error(USAGE);
    return 2;
  }
  engine.migrate();
  const result = await exportComments(
    {
      article,
      personalData: values['with-personal-data'] ? { reason: 'npm run comments:export' } : undefined,
    },
    null,
  );
  if ('fault' in result) {
    console.error(`There is no article ${article}`);
    return 1;
  }
  // readable by its owner only, because it may contain addresses
  await pipeline(
    Readable.from(result.file),
    values.file ? createWriteStream(values.file, { mode: 0o600 }) : process.stdout,
  );
  return 0;
}

process.exitCode = await run();
closeDatabase();
