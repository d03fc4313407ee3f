import { eq } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleInput } from '#lib/articles/input.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { importArticle } from '#db/articles/file-import.ts';
import { articles, liveEntries } from '#db/tables/tables.ts';

const MINUTE = 60_000;

type DemoCoverage = {
  article: ArticleInput;
  hoursAgo: number;
  entries: { minutesAgo: number; headline: string; body: string[]; isKey?: boolean; isPinned?: boolean }[];
};

/** A coverage that is still running, with its entries so far; all of it is invented. */
export async function seedLive(now: Date): Promise<void> {
  const { article, hoursAgo, entries } = JSON.parse(
    readFileSync(join(process.cwd(), 'db/seed/live/autumn-gale.json'), 'utf8'),
  ) as DemoCoverage;
  const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * MINUTE);
  const { id } = await importArticle({ ...article, publishedAt: at(hoursAgo * 60).toISOString() }, { now });
  const rows = entries.map(({ minutesAgo, headline, body, isKey = false, isPinned = false }) => ({
    id: newId(),
    articleId: id,
    at: at(minutesAgo),
    headline,
    body: docFromLines(body),
    isKey,
    isPinned,
    createdAt: at(minutesAgo),
    updatedAt: at(minutesAgo),
  }));
  await db().transaction(async (tx) => {
    await tx
      .update(articles)
      .set({ kind: 'live', revisedAt: rows.at(-1)!.at })
      .where(eq(articles.id, id));
    await tx.insert(liveEntries).values(rows);
  });
}
