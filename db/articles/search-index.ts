import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import { indexText } from '#lib/arabic/index-text.ts';
import type { SearchQuery } from '#lib/arabic/search-query.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { articles, articleTags, contentVersion, tags } from '#db/tables/tables.ts';

/** So many long articles take less than a tenth of a second. */
const BATCH = 50;

/** Writes an article's stems; part of the transaction that writes the article. */
export async function indexArticle(
  tx: Transaction,
  article: { number: number; headline: string; text: string; tags: string[] },
) {
  await engine.search.put(tx, {
    number: article.number,
    title: indexText(article.headline),
    body: indexText(article.text),
    tags: indexText(article.tags.join(' ')),
  });
}

/**
 * One article as it stands now, with its tags as they are called now. A draft's words and new tags are in its
 * working copy alone, and its row would lose them.
 */
async function reindexArticle(tx: Transaction, id: string) {
  const { number, headline, standfirst, bodyText } = articles;
  const [article] = await tx
    .select({ number, headline, standfirst, bodyText })
    .from(articles)
    .where(and(eq(articles.id, id), inArray(articles.status, ['published', 'retracted'])));
  if (!article) return;
  const names = await tx
    .select({ name: tags.name })
    .from(articleTags)
    .innerJoin(tags, eq(articleTags.tagId, tags.id))
    .where(eq(articleTags.articleId, id));
  await indexArticle(tx, {
    ...article,
    text: `${article.standfirst}\n${article.bodyText}`,
    tags: names.map((tag) => tag.name),
  });
}

/**
 * Reads the articles of a tag into the index again: its name has changed, or they were another's. A batch is
 * a transaction, in which SQLite lets nobody else have a turn; between two of them everybody has one. Done
 * again from the start it ends the same.
 */
export async function reindexTagged(tagId: string): Promise<void> {
  let last: string | undefined = '';
  while (last !== undefined) {
    const carried = and(eq(articleTags.tagId, tagId), gt(articleTags.articleId, last));
    last = await db().transaction(async (tx) => {
      const batch = await tx
        .select({ id: articleTags.articleId })
        .from(articleTags)
        .where(carried)
        .orderBy(asc(articleTags.articleId))
        .limit(BATCH);
      for (const { id } of batch) await reindexArticle(tx, id);
      // No trigger sees the index, and what it finds is public; said once, when all of it is right.
      if (batch.length < BATCH)
        await tx.update(contentVersion).set({ version: sql`${contentVersion.version} + 1` });
      return batch[BATCH - 1]?.id;
    });
    await nextTurn();
  }
}

/** Articles of every state that hold the words: for the newsroom's list, which decides who sees which. */
export const holdsWords = (query: SearchQuery): SQL => engine.search.matches(articles.number, query);
