import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { ArticleInput } from '#lib/articles/input.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { addPicture } from '#db/media/add-picture.ts';
import { importArticle } from '#db/articles/file-import.ts';
import { addReads } from '#db/articles/reads.ts';
import { authors, pages, sections } from '#db/tables/tables.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { scenes } from './art/scenes.ts';
import { demoAuthors, demoSections } from './cast.ts';
import { starterPages } from '#db/paper/starter-pages.ts';
import { seedComments } from './seed-comments.ts';
import { seedLive } from './seed-live.ts';

const HOUR = 3_600_000;
/** How long the newest demo article stays in the breaking line. */
const BREAKING_HOURS = 6;

/** A demo article: the file format, with times as hours before now. */
type DemoArticle = Omit<ArticleInput, 'publishedAt' | 'revisedAt' | 'corrections'> & {
  hoursAgo: number;
  updatedHoursAgo?: number;
  corrections?: { kind: 'correction' | 'clarification' | 'update'; text: string; hoursAgo: number }[];
};

function readDemoArticles(): { name: string; article: DemoArticle }[] {
  const folder = join(process.cwd(), 'db/seed/articles');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: basename(file, '.json'),
      article: JSON.parse(readFileSync(join(folder, file), 'utf8')) as DemoArticle,
    }))
    .sort((a, b) => b.article.hoursAgo - a.article.hoursAgo);
}

function toInput(
  { hoursAgo, updatedHoursAgo, corrections = [], ...rest }: DemoArticle,
  now: Date,
): ArticleInput {
  const at = (hours: number) => new Date(now.getTime() - hours * HOUR).toISOString();
  return {
    ...rest,
    publishedAt: at(hoursAgo),
    ...(updatedHoursAgo !== undefined && { revisedAt: at(updatedHoursAgo) }),
    corrections: corrections.map(({ kind, text, hoursAgo: hours }) => ({
      kind,
      text,
      publishedAt: at(hours),
    })),
  };
}

/** Renders all pictures before the first row is written, several in parallel: encoding is the slow part. */
async function makePictures(names: { name: string; article: DemoArticle }[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const queue = [...names];
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const scene = scenes[next.name];
      if (!scene || !next.article.image) continue;
      const { alt, credit = '' } = next.article.image;
      ids.set(
        next.name,
        (
          await addPicture(Buffer.from(scene), {
            alt,
            credit,
            fileName: `${next.name}.svg`,
            mime: 'image/svg+xml',
          })
        ).id,
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return ids;
}

/**
 * Writes the demo newsroom into an empty database; does nothing if there is a section. Returns whether it
 * wrote.
 */
export async function seedDemo(now = new Date()): Promise<boolean> {
  const [any] = await db().select({ id: sections.id }).from(sections).limit(1);
  if (any) return false;
  const demo = readDemoArticles();
  const pictures = await makePictures(demo);
  await db().transaction(async (tx) => {
    await tx
      .insert(sections)
      .values(demoSections.map((section, position) => ({ id: newId(), ...section, position })));
    await tx.insert(authors).values(demoAuthors.map((author) => ({ id: newId(), ...author })));
    await tx
      .insert(pages)
      .values(
        starterPages.map(({ lines, ...page }) => ({ ...page, body: docFromLines(lines), revisedAt: now })),
      );
  });
  const articleIds = new Map<string, string>();
  const reads: { number: number; reads: number }[] = [];
  const newest = demo.filter(({ article }) => article.locale !== 'en').at(-1)?.name;
  for (const { name, article } of demo) {
    const input = toInput(article, now);
    if (name === newest) input.breakingUntil = new Date(now.getTime() + BREAKING_HOURS * HOUR).toISOString();
    const leadMediaId = pictures.get(name);
    const published = await importArticle(input, { now, ...(leadMediaId && { leadMediaId }) });
    articleIds.set(name, published.id);
    reads.push({ number: published.number, reads: 20 + ((reads.length * 37) % 23) * 9 });
  }
  await seedLive(now);
  await seedComments(articleIds, now);
  // Invented like the news, so that the demo has a list of what is read most.
  await addReads(reads, new Date(now.getTime() - HOUR));
  return true;
}
