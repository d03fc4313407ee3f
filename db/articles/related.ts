import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { isVisible, listArticles, selectCards, type ArticleCard } from './cards.ts';
import type { ArticlePage } from './articles.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { articles, articleTags } from '#db/tables/tables.ts';

/** The newest candidates per tag. With one limit for all tags, a common tag would crowd out the rare ones. */
const CANDIDATES = 50;
const HALF_LIFE_DAYS = 90;

const usesOf = prepared(() =>
  db()
    .select({
      tagId: articleTags.tagId,
      articleId: articleTags.articleId,
      publishedAt: articles.publishedAt,
      sectionId: articles.sectionId,
    })
    .from(articleTags)
    .innerJoin(articles, eq(articleTags.articleId, articles.id))
    .where(
      and(
        eq(articleTags.tagId, sql.placeholder('tagId')),
        isVisible(given('now', articles.publishedAt)),
        eq(articles.locale, sql.placeholder('locale')),
        ne(articles.id, sql.placeholder('id')),
      ),
    )
    .orderBy(desc(articles.publishedAt), desc(articles.number))
    .limit(CANDIDATES)
    .prepare(),
);

/**
 * Ids of articles that share tags, best first. A rare tag scores higher than a common one; age lowers the
 * score slowly.
 */
async function rankByTags(article: ArticlePage, now: Date): Promise<string[]> {
  const { id, locale } = article;
  const uses = (
    await Promise.all(article.tags.map((tag) => usesOf().execute({ tagId: tag.id, id, locale, now })))
  ).flat();
  const frequency = new Map<string, number>();
  for (const { tagId } of uses) frequency.set(tagId, (frequency.get(tagId) ?? 0) + 1);
  const scores = new Map<string, number>();
  for (const use of uses) {
    const days = Math.abs(article.publishedAt.getTime() - use.publishedAt!.getTime()) / 86_400_000;
    const rarity = 1 / Math.log2(1 + (frequency.get(use.tagId) ?? 1) + 1);
    const score = rarity * (0.7 + 0.3 * 2 ** (-days / HALF_LIFE_DAYS));
    scores.set(
      use.articleId,
      (scores.get(use.articleId) ?? (use.sectionId === article.sectionId ? 0.1 : 0)) + score,
    );
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

/**
 * Related articles: by shared tags, then from the same section, then the latest. Empty only for a single
 * article.
 */
export async function listRelated(article: ArticlePage, limit: number, now: Date): Promise<ArticleCard[]> {
  const ranked = (await rankByTags(article, now)).slice(0, limit);
  const found = ranked.length > 0 ? await selectCards().where(inArray(articles.id, ranked)) : [];
  const related = ranked.flatMap((id) => found.find((card) => card.id === id) ?? []);
  for (const filter of [{ sectionId: article.sectionId }, {}]) {
    if (related.length >= limit) break;
    const except = [article.id, ...related.map((card) => card.id)];
    related.push(
      ...(await listArticles(
        { ...filter, except },
        { locale: article.locale, now, limit: limit - related.length },
      )),
    );
  }
  return related;
}
