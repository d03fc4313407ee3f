import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import { indexText } from '#lib/arabic/index-text.ts';
import { parseSearchQuery } from '#lib/arabic/search-query.ts';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isVisible } from './article-cards.ts';
import { db, type Transaction } from './client.ts';
import { articles, articleTags, media, sections, tags } from './tables.ts';

/** So many long articles take less than a tenth of a second. */
const BATCH = 50;
const CANDIDATES = 200;
/** Fewer hits than this for all words together, and articles with any of them are added below. */
const ENOUGH = 10;
const FADE_DAYS = 180;

/** Writes an article's stems; part of the transaction that writes the article. */
export async function indexArticle(tx: Transaction, article: { number: number; headline: string; text: string; tags: string[] }) {
  await tx.run(sql`delete from article_search where rowid = ${article.number}`);
  await tx.run(
    sql`insert into article_search (rowid, title, body, tags)
        values (${article.number}, ${indexText(article.headline)}, ${indexText(article.text)}, ${indexText(article.tags.join(' '))})`,
  );
}

/** One article as it stands now, with its tags as they are called now. A draft's words and new tags are in its working copy alone, and its row would lose them. */
async function reindexArticle(tx: Transaction, id: string) {
  const { number, headline, standfirst, bodyText } = articles;
  const [article] = await tx.select({ number, headline, standfirst, bodyText }).from(articles).where(and(eq(articles.id, id), inArray(articles.status, ['published', 'retracted'])));
  if (!article) return;
  const names = await tx.select({ name: tags.name }).from(articleTags).innerJoin(tags, eq(articleTags.tagId, tags.id)).where(eq(articleTags.articleId, id));
  await indexArticle(tx, { ...article, text: `${article.standfirst}\n${article.bodyText}`, tags: names.map((tag) => tag.name) });
}

/**
 * Reads the articles of a tag into the index again: its name has changed, or they were another's. A batch is a transaction, in which
 * SQLite lets nobody else have a turn; between two of them everybody has one. Done again from the start it ends the same.
 */
export async function reindexTagged(tagId: string): Promise<void> {
  let last: string | undefined = '';
  while (last !== undefined) {
    const carried = and(eq(articleTags.tagId, tagId), gt(articleTags.articleId, last));
    last = await db().transaction(async (tx) => {
      const batch = await tx.select({ id: articleTags.articleId }).from(articleTags).where(carried).orderBy(asc(articleTags.articleId)).limit(BATCH);
      for (const { id } of batch) await reindexArticle(tx, id);
      return batch[BATCH - 1]?.id;
    });
    await nextTurn();
  }
}

/** Articles of every state that hold the words: for the newsroom's list, which decides who sees which. */
export const matchingNumbers = (expression: string): SQL => sql`coalesce(${articles.number}, 0) in (select rowid from article_search where article_search match ${expression})`;

type Hit = { number: number; rank: number };

/** The best hits among what a reader of the edition may see: others would take their places. `cross` keeps the index first. */
async function match(expression: string, { locale, now }: { locale: Locale; now: Date }): Promise<Hit[]> {
  const rows = await db().values<[number, number]>(
    sql`select article_search.rowid, article_search.rank from article_search
        cross join ${articles} on ${articles.number} = article_search.rowid
        where article_search match ${expression} and article_search.rank match 'bm25(5, 1, 3)'
          and ${isVisible(now)} and ${eq(articles.locale, locale)}
        order by article_search.rank limit ${CANDIDATES}`,
  );
  return rows.map(([number, rank]) => ({ number, rank: -rank }));
}

export type SearchOrder = 'relevance' | 'newest';

/**
 * Visible articles for a reader's words: all words first, then any of them, better and newer ones above.
 * `stems` are for marking the hits; null when the query holds no word to search for.
 */
export async function searchArticles(query: string, options: { locale: Locale; now: Date; order: SearchOrder; page: number; perPage: number }) {
  const parsed = parseSearchQuery(query);
  if (!parsed) return null;
  const all = await match(parsed.and, options);
  const any = all.length < ENOUGH && parsed.termCount > 1 ? await match(parsed.or, options) : [];
  const hits = [...all, ...any.filter((hit) => !all.some((other) => other.number === hit.number))];
  if (hits.length === 0) return { items: [], total: 0, pages: 1, stems: parsed.stems };

  const rows = await db()
    .select({ ...cardFields, bodyText: articles.bodyText })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(inArray(articles.number, hits.map((hit) => hit.number)));
  const strength = new Map(hits.map((hit, place) => [hit.number, { rank: hit.rank, partial: place >= all.length }]));
  const score = (row: (typeof rows)[number]) => {
    const days = (options.now.getTime() - row.publishedAt.getTime()) / 86_400_000;
    return strength.get(row.number)!.rank * (0.6 + 0.4 * Math.exp(-days / FADE_DAYS));
  };
  rows.sort((a, b) =>
    options.order === 'newest'
      ? b.publishedAt.getTime() - a.publishedAt.getTime()
      : Number(strength.get(a.number)!.partial) - Number(strength.get(b.number)!.partial) || score(b) - score(a),
  );
  const start = (options.page - 1) * options.perPage;
  return {
    items: rows.slice(start, start + options.perPage),
    total: rows.length,
    pages: Math.max(1, Math.ceil(rows.length / options.perPage)),
    stems: parsed.stems,
  };
}
