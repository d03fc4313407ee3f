import {
  and,
  desc,
  eq,
  gte,
  inArray,
  lt,
  lte,
  notInArray,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { db } from '#db/engine/client.ts';
import { articleAuthors, articles, articleTags, media, sections } from '#db/tables/tables.ts';

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
 * `isVisible` as a column of a joined article: someone who follows a comment must learn nothing of a draft.
 */
export const isPublicNow = (now: Date) => sql<boolean>`${isVisible(now)}`.mapWith(Boolean);

/** What has a page: visible articles, and retracted ones with their notice. Lists omit retracted articles. */
export const isReadable = (now: Date | SQLWrapper) =>
  and(inArray(articles.status, ['published', 'retracted']), lte(articles.publishedAt, now));

type ListOptions = { locale: Locale; now: Date; limit: number; offset?: number };

async function listWhere(
  where: SQL | undefined,
  { locale, now, limit, offset = 0 }: ListOptions,
): Promise<ArticleCard[]> {
  return selectCards()
    .where(and(isVisible(now), eq(articles.locale, locale), where))
    .orderBy(desc(articles.publishedAt), desc(articles.number))
    .limit(limit)
    .offset(offset);
}

async function countWhere(
  where: SQL | undefined,
  { locale, now }: { locale: Locale; now: Date },
): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(articles)
    .where(and(isVisible(now), eq(articles.locale, locale), where));
  return row?.count ?? 0;
}

const withTag = (tagId: string) =>
  inArray(
    articles.id,
    db().select({ id: articleTags.articleId }).from(articleTags).where(eq(articleTags.tagId, tagId)),
  );
const withAuthor = (authorId: string) =>
  inArray(
    articles.id,
    db()
      .select({ id: articleAuthors.articleId })
      .from(articleAuthors)
      .where(eq(articleAuthors.authorId, authorId)),
  );

/** Which articles a list contains; an empty filter matches all. */
export type ListFilter = {
  sectionId?: string;
  tagId?: string;
  authorId?: string;
  from?: Date;
  to?: Date;
  except?: string[];
};

function toWhere({ sectionId, tagId, authorId, from, to, except }: ListFilter): SQL | undefined {
  return and(
    sectionId ? eq(articles.sectionId, sectionId) : undefined,
    tagId ? withTag(tagId) : undefined,
    authorId ? withAuthor(authorId) : undefined,
    from ? gte(articles.publishedAt, from) : undefined,
    to ? lt(articles.publishedAt, to) : undefined,
    except?.length ? notInArray(articles.id, except) : undefined,
  );
}

/** Visible articles, newest first. */
export const listArticles = (filter: ListFilter, options: ListOptions) => listWhere(toWhere(filter), options);

/** One page of a list (`page` counts from 1) with the total number of articles. */
export async function listArticlePage(
  filter: ListFilter,
  page: number,
  perPage: number,
  options: { locale: Locale; now: Date },
) {
  const where = toWhere(filter);
  const [items, total] = await Promise.all([
    listWhere(where, { ...options, limit: perPage, offset: (page - 1) * perPage }),
    countWhere(where, options),
  ]);
  return { items, total, pages: Math.max(1, Math.ceil(total / perPage)) };
}
