import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { closeDatabase } from '#db/engine/client.ts';
import { addPicture } from '#db/media/add-picture.ts';
import { engine } from '#db/engine/engine.ts';
import { importArticle } from '#db/articles/file-import.ts';
import { articlePath } from '#lib/articles/path.ts';
import { articleInputSchema } from '#lib/articles/input.ts';
import { env } from '#lib/env.ts';
import { sniffType } from '#lib/media/sniff-type.ts';

const USAGE = 'Usage: npm run article:add -- article.json [--image picture.jpg]';

/** The error as text for the user; a bug keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (error instanceof SyntaxError) return `This is not JSON: ${error.message}`;
  if (error instanceof Error && (error.message.startsWith('There is no ') || 'code' in error))
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function add(file: string, picture: string | undefined): Promise<string> {
  const input = articleInputSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (picture && !input.image)
    throw new z.ZodError([
      { code: 'custom', path: ['image'], message: 'A picture needs «image» with its alt text', input },
    ]);
  engine.migrate();
  const bytes = picture ? readFileSync(picture) : undefined;
  const media =
    bytes && input.image
      ? await addPicture(bytes, {
          alt: input.image.alt,
          credit: input.image.credit,
          fileName: basename(picture!),
          mime: sniffType(bytes) ?? '',
        })
      : undefined;
  const article = await importArticle(input, { ...(media && { leadMediaId: media.id }) });
  return env.siteUrl + articlePath(article);
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { image: { type: 'string' } } });
const [file, ...others] = positionals;
if (!file || others.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    console.log(`Published: ${await add(file, values.image)}`);
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  } finally {
    closeDatabase();
  }
}
