import { and, desc, eq, inArray, lte, sql, type SQLWrapper } from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { db, prepared } from '#db/engine/client.ts';
import { articles, media, sections } from '#db/tables/tables.ts';
import { countListed, EDITION, listedNumbers, skipSpans, withBounds, type Listed } from './listings.ts';

/** The columns of an article that lists show. */
export const cardFields = {
  id: articles.id,
  number: articles.number,
  kind: articles.kind,
  liveEndedAt: articles.liveEndedAt,
  locale: articles.locale,
  slug: articles.slug,
  headline: articles.headline,
  standfirst: articles.standfirst,
  publishedAt: sql<Date>`${articles.publishedAt}`.mapWith(articles.publishedAt),
  sectionId: articles.sectionId,
  sectionSlug: sections.slug,
  sectionNameAr: sections.nameAr,
  sectionNameEn: sections.nameEn,
  image: {
    hash: media.hash,
    width: media.width,
    height: media.height,
    alt: media.alt,
    focalX: media.focalX,
    focalY: media.focalY,
  },
};

export const selectCards = () =>
  db()
    .select(cardFields)
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id));

export type ArticleCard = Awaited<ReturnType<typeof selectCards>>[number];

/** What a reader may see: published, and its time has come. Each query checks it; no job sets a flag. */
export const isVisible = (now: Date | SQLWrapper) =>
  and(eq(articles.status, 'published'), lte(articles.publishedAt, now));

/**
 * The same rule for articles that a statement has found by id or number. `coalesce` hides the columns from
 * the planner: for an ORDER BY with a LIMIT it would read all visible articles of the edition instead.
 */
export const isVisibleAmong = (now: Date | SQLWrapper) =>
  and(sql`coalesce(${articles.status}, '') = 'published'`, lte(articles.publishedAt, now));
export const isOfEdition = (locale: Locale | SQLWrapper) => sql`coalesce(${articles.locale}, '') = ${locale}`;

/**
 * `isVisible` as a column of a joined article: someone who follows a comment must learn nothing of a draft.
 */
export const isPublicNow = (now: Date) => sql<boolean>`${isVisible(now)}`.mapWith(Boolean);

/** What has a page: visible articles, and retracted ones with their notice. Lists omit retracted articles. */
export const isReadable = (now: Date | SQLWrapper) =>
  and(inArray(articles.status, ['published', 'retracted']), lte(articles.publishedAt, now));

/** Which list; an empty filter means all articles of the edition. At most one of the three ids is given. */
export type ListFilter = {
  sectionId?: string;
  tagId?: string;
  authorId?: string;
  from?: Date;
  to?: Date;
};
type InEdition = { locale: Locale; now: Date };

export const toListed = (
  { sectionId, tagId, authorId, ...bounds }: ListFilter,
  { locale, now }: InEdition,
): Listed => ({
  list: sectionId ?? tagId ?? authorId ?? EDITION,
  locale,
  now,
  ...bounds,
});

const cardsOf = prepared(() => {
  const listed = listedNumbers();
  return (
    db()
      .select(cardFields)
      .from(listed)
      // SQLite keeps the order of a cross join: it reads the page of the list first, then its articles.
      .crossJoin(articles)
      .innerJoin(sections, eq(articles.sectionId, sections.id))
      .leftJoin(media, eq(articles.leadMediaId, media.id))
      .where(eq(articles.number, listed.number))
      .orderBy(desc(listed.publishedAt), desc(listed.number))
      .prepare()
  );
});

/** Visible articles, newest first. */
export async function listArticles(
  { except = [], ...filter }: ListFilter & { except?: string[] },
  { limit, ...edition }: InEdition & { limit: number },
): Promise<ArticleCard[]> {
  const listed = withBounds(toListed(filter, edition));
  const cards = await cardsOf().execute({ ...listed, limit: limit + except.length, offset: 0 });
  return cards.filter(({ id }) => !except.includes(id)).slice(0, limit);
}

/** One page of a list (`page` counts from 1) with the total number of articles. */
export async function listArticlePage(filter: ListFilter, page: number, perPage: number, edition: InEdition) {
  const listed = toListed(filter, edition);
  const [start, total] = await Promise.all([skipSpans(listed, (page - 1) * perPage), countListed(listed)]);
  const items = await cardsOf().execute({ ...start, limit: perPage });
  return { items, total, pages: Math.max(1, Math.ceil(total / perPage)) };
}
