import { and, asc, desc, eq, exists, gt, gte, lt, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { editions, type Locale, LOCALES } from '#lib/locales.ts';
import { keepUntil } from '#lib/page-request.ts';
import { isVisible, isVisibleAmong } from './cards.ts';
import { db } from '#db/engine/client.ts';
import type { Named } from '#db/tables/library.ts';
import { articles, authors, listings, nameParts, sections, tags } from '#db/tables/tables.ts';

/*
 * The data of the sitemaps. A part of the sitemap is a range of an index and reads only that range, however
 * large the archive is: articles by number, tags and authors by id. Both grow with time, so only the last
 * part grows. A part has 500 tags or authors, by the triggers of `name_parts`.
 */
const NUMBERS_A_PART = 2000;
/** The maximum number and age of articles in a news sitemap. */
const MOST_NEWS = 1000;
const NEWS_MS = 48 * 3_600_000;

const changedAt = sql<Date>`coalesce(${articles.revisedAt}, ${articles.publishedAt})`.mapWith(
  articles.publishedAt,
);

const numberAtEnd = async (order: SQL): Promise<number | undefined> => {
  const [row] = await db()
    .select({ number: articles.number })
    .from(articles)
    .where(gt(articles.number, 0))
    .orderBy(order)
    .limit(1);
  return row?.number;
};

/** The indexes of the parts from the first to the last article number; numbers are consecutive. */
export async function listArticleParts(): Promise<number[]> {
  const [first, last] = [await numberAtEnd(asc(articles.number)), await numberAtEnd(desc(articles.number))];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [Math.floor(first / NUMBERS_A_PART), Math.floor(last / NUMBERS_A_PART)];
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

/** The visible articles of a part, in all editions, each with the time of its last change. */
export const listArticlesOfPart = (part: number, now: Date) =>
  db()
    .select({
      locale: articles.locale,
      number: articles.number,
      slug: articles.slug,
      sectionSlug: sections.slug,
      changedAt,
    })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(
      and(
        gte(articles.number, part * NUMBERS_A_PART),
        lt(articles.number, (part + 1) * NUMBERS_A_PART),
        isVisibleAmong(now),
      ),
    )
    .orderBy(asc(articles.number));

/** The articles published in the last two days, in all editions, newest first. */
export async function listLatestNews(now: Date) {
  const rows = await db()
    .select({
      locale: articles.locale,
      number: articles.number,
      slug: articles.slug,
      sectionSlug: sections.slug,
      headline: articles.headline,
      publishedAt: sql<Date>`${articles.publishedAt}`.mapWith(articles.publishedAt),
    })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(and(isVisible(now), gt(articles.publishedAt, sql`${now.getTime()} - ${sql.raw(String(NEWS_MS))}`)))
    .orderBy(desc(articles.publishedAt), desc(articles.number))
    .limit(MOST_NEWS);
  const oldest = rows.at(-1);
  if (oldest) keepUntil(new Date(oldest.publishedAt.getTime() + NEWS_MS));
  return rows;
}

/** The publication time of the newest visible article of a list. */
const newestOf = (list: SQLWrapper, locale: Locale, now: Date) =>
  db()
    .select({ at: listings.publishedAt })
    .from(listings)
    .where(and(eq(listings.list, list), eq(listings.locale, locale), lte(listings.publishedAt, now)))
    .orderBy(desc(listings.publishedAt))
    .limit(1);

/** The sections with visible articles in an edition, each with the publication time of its newest one. */
export async function listFilledSections(
  locale: Locale,
  now: Date,
): Promise<{ slug: string; changedAt: Date }[]> {
  const changedAt = sql<Date | null>`${newestOf(sections.id, locale, now)}`.mapWith(listings.publishedAt);
  const rows = await db()
    .select({ slug: sections.slug, changedAt })
    .from(sections)
    .orderBy(asc(sections.position));
  return rows.flatMap(({ slug, changedAt }) => (changedAt ? { slug, changedAt } : []));
}

const NAMED = { tags, authors };

const startsFrom = (of: Named, first: string) =>
  db()
    .select({ start: nameParts.start })
    .from(nameParts)
    .where(and(eq(nameParts.of, of), gte(nameParts.start, first)))
    .orderBy(asc(nameParts.start));

/** The first id of every part. */
export const listPartStarts = async (of: Named): Promise<string[]> =>
  (await startsFrom(of, '')).map(({ start }) => start);

type NameInEdition = { slug: string; locale: Locale };

/**
 * The part that begins with an id: the tags or authors, each for the editions in which it has visible
 * articles. Undefined if there is no such part.
 */
export async function listNamesOfPart(
  of: Named,
  start: string,
  now: Date,
): Promise<NameInEdition[] | undefined> {
  const table = NAMED[of];
  const [part, next] = await startsFrom(of, start).limit(2);
  if (part?.start !== start) return undefined;
  const isReadIn = (locale: Locale) =>
    sql<boolean>`${exists(newestOf(table.id, locale, now))}`.mapWith(Boolean);
  const rows = await db()
    .select({ slug: table.slug, ...editions.forEach(isReadIn) })
    .from(table)
    .where(and(gte(table.id, start), next && lt(table.id, next.start)))
    .orderBy(asc(table.id));
  return rows.flatMap((row) =>
    LOCALES.filter((locale) => row[locale]).map((locale) => ({ slug: row.slug, locale })),
  );
}
