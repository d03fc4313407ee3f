import { and, desc, eq, exists, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import { listArticles, selectCards, type ArticleCard } from './cards.ts';
import type { ArticlePage } from './articles.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { articles, listings, tags } from '#db/tables/tables.ts';

/** The newest candidates per tag. With one limit for all tags, a common tag would crowd out the rare ones. */
const CANDIDATES = 50;
const HALF_LIFE_DAYS = 90;

/** For each tag of the article its newest other articles, and whether they are in the same section. */
function listUses({ number, locale, sectionId, tags: own }: ArticlePage, now: Date) {
  const newer = engine.alias(listings, 'newer');
  const inSection = engine.alias(listings, 'in_section');
  const last = db()
    .select({ at: newer.publishedAt })
    .from(newer)
    .where(and(eq(newer.list, tags.id), eq(newer.locale, locale), lte(newer.publishedAt, now)))
    .orderBy(desc(newer.publishedAt))
    .limit(1)
    .offset(CANDIDATES);
  const isInSection = exists(
    db()
      .select({ one: sql`1` })
      .from(inSection)
      .where(
        and(
          eq(inSection.list, sectionId),
          eq(inSection.locale, locale),
          eq(inSection.publishedAt, listings.publishedAt),
          eq(inSection.number, listings.number),
        ),
      ),
  );
  return (
    db()
      .select({
        tagId: tags.id,
        number: listings.number,
        publishedAt: listings.publishedAt,
        isInSection: sql<boolean>`${isInSection}`.mapWith(Boolean),
      })
      .from(tags)
      // SQLite keeps the order of a cross join: it reads the few tags first, then a range of each one's list.
      .crossJoin(listings)
      .where(
        and(
          inArray(
            tags.id,
            own.map(({ id }) => id),
          ),
          eq(listings.list, tags.id),
          eq(listings.locale, locale),
          lte(listings.publishedAt, now),
          gte(listings.publishedAt, sql`coalesce((${last}), 0)`),
          ne(listings.number, number),
        ),
      )
      .orderBy(desc(listings.publishedAt), desc(listings.number))
  );
}

/**
 * Numbers of articles that share tags, best first. A rare tag scores higher than a common one; age lowers the
 * score slowly.
 */
async function rankByTags(article: ArticlePage, now: Date): Promise<number[]> {
  const uses = article.tags.length > 0 ? await listUses(article, now) : [];
  const frequency = new Map<string, number>();
  for (const { tagId } of uses) frequency.set(tagId, (frequency.get(tagId) ?? 0) + 1);
  const scores = new Map<number, number>();
  for (const { tagId, number, publishedAt, isInSection } of uses) {
    const days = Math.abs(article.publishedAt.getTime() - publishedAt.getTime()) / 86_400_000;
    const rarity = 1 / Math.log2(1 + (frequency.get(tagId) ?? 1) + 1);
    const score = rarity * (0.7 + 0.3 * 2 ** (-days / HALF_LIFE_DAYS));
    scores.set(number, (scores.get(number) ?? (isInSection ? 0.1 : 0)) + score);
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([number]) => number);
}

/**
 * Related articles: by shared tags, then from the same section, then the latest. Empty only for a single
 * article.
 */
export async function listRelated(article: ArticlePage, limit: number, now: Date): Promise<ArticleCard[]> {
  const ranked = (await rankByTags(article, now)).slice(0, limit);
  const found = ranked.length > 0 ? await selectCards().where(inArray(articles.number, ranked)) : [];
  const related = ranked.flatMap((number) => found.find((card) => card.number === number) ?? []);
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
