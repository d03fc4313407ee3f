import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { indexText } from '#lib/arabic/index-text.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { articles, articleTags, contentVersion, tags } from '#db/tables/tables.ts';

/** This many long articles take less than 50 ms, for which other writes wait. */
const BATCH = 20;

/** Writes an article's stems, in the transaction that writes the article. */
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
 * Indexes an article again with its current tag names. Skips drafts: their body and new tags are only in the
 * working copy, so indexing from the row would lose them.
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
 * Indexes the articles of a tag again after the tag was renamed or merged. Each batch is one transaction,
 * which blocks other writes in SQLite; other work runs between two batches. A repeated run is safe.
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
      // The index has no trigger, but its results are public: raise the content version after the last batch.
      if (batch.length < BATCH)
        await tx.update(contentVersion).set({ version: sql`${contentVersion.version} + 1` });
      return batch[BATCH - 1]?.id;
    });
    await nextTurn();
  }
}
