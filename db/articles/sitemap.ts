import { and, asc, desc, eq, gt, gte, lt, lte, sql, type SQL } from 'drizzle-orm';
import { editions, type Locale, LOCALES } from '#lib/locales.ts';
import { isVisible } from './cards.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { articleAuthors, articles, articleTags, authors, sections, tags } from '#db/tables/tables.ts';

/*
 * The data of the sitemaps. A part of the sitemap is a range of an index and reads only that range, however
 * large the archive is: articles by number, tags and authors by id. Both grow with time, so only the last
 * part grows.
 */
const NUMBERS_A_PART = 2000;
const NAMES_A_PART = 500;
/** How many articles of a tag or byline, newest first, are checked to find its editions. */
const SAMPLE_SIZE = 20;
/** The maximum number and age of articles in a news sitemap. */
const MOST_NEWS = 1000;
const NEWS_MS = 48 * 3_600_000;

const changedAt = sql<Date>`coalesce(${articles.revisedAt}, ${articles.publishedAt})`.mapWith(
  articles.publishedAt,
);

/**
 * The same rule as `isVisible`. `coalesce` stops SQLite from using an index on the status, which it would
 * scan to the end.
 */
const isVisibleAmong = (now: Date) =>
  and(sql`coalesce(${articles.status}, '') = 'published'`, lte(articles.publishedAt, now));

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
export const listLatestNews = (now: Date) =>
  db()
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
    .where(and(isVisible(now), gt(articles.publishedAt, new Date(now.getTime() - NEWS_MS))))
    .orderBy(desc(articles.publishedAt), desc(articles.number))
    .limit(MOST_NEWS);

const newestOf = prepared(() =>
  db()
    .select({ at: articles.publishedAt })
    .from(articles)
    .where(
      and(
        eq(articles.sectionId, sql.placeholder('section')),
        eq(articles.locale, sql.placeholder('locale')),
        isVisible(given('now', articles.publishedAt)),
      ),
    )
    .orderBy(desc(articles.publishedAt))
    .limit(1)
    .prepare(),
);

/** The sections with visible articles in an edition, each with the publication time of its newest one. */
export async function listFilledSections(
  locale: Locale,
  now: Date,
): Promise<{ slug: string; changedAt: Date }[]> {
  const filled: { slug: string; changedAt: Date }[] = [];
  const all = await db()
    .select({ id: sections.id, slug: sections.slug })
    .from(sections)
    .orderBy(asc(sections.position));
  for (const { id, slug } of all) {
    const [newest] = await newestOf().execute({ section: id, locale, now });
    if (newest?.at) filled.push({ slug, changedAt: newest.at });
  }
  return filled;
}

/** Tags and authors: their tables, and how articles are joined to them. */
const NAMED = {
  tags: { table: tags, joined: articleTags, id: articleTags.tagId },
  authors: { table: authors, joined: articleAuthors, id: articleAuthors.authorId },
};
export type Named = keyof typeof NAMED;

/** The first id of every part. */
export async function listPartStarts(of: Named): Promise<string[]> {
  const { table } = NAMED[of];
  const starts: string[] = [];
  for (let [after, offset] = ['', 0]; ; offset = NAMES_A_PART - 1) {
    const [row] = await db()
      .select({ id: table.id })
      .from(table)
      .where(gt(table.id, after))
      .orderBy(asc(table.id))
      .limit(1)
      .offset(offset);
    if (!row) return starts;
    starts.push(row.id);
    after = row.id;
  }
}

type NameInEdition = { slug: string; locale: Locale };

/**
 * The part that begins with an id: the tags or authors, each for the editions in which it has visible
 * articles. Undefined if the id does not exist.
 */
export async function listNamesOfPart(
  of: Named,
  start: string,
  now: Date,
): Promise<NameInEdition[] | undefined> {
  const { table, joined, id } = NAMED[of];
  const [first] = await db().select({ id: table.id }).from(table).where(eq(table.id, start));
  if (!first) return undefined;
  // The cross join sets the order: first the few linked articles, then each article by its id.
  const isReadIn = (locale: Locale) =>
    sql<boolean>`exists (
    select 1 from (
      select ${joined.articleId} as id from ${joined} where ${eq(id, table.id)} order by ${joined.articleId} desc limit ${SAMPLE_SIZE}
    ) as latest cross join ${articles} where ${and(sql`${articles.id} = latest.id`, eq(articles.locale, locale), isVisible(now))})`.mapWith(
      Boolean,
    );
  const rows = await db()
    .select({ slug: table.slug, ...editions.forEach(isReadIn) })
    .from(table)
    .where(gte(table.id, start))
    .orderBy(asc(table.id))
    .limit(NAMES_A_PART);
  return rows.flatMap((row) =>
    LOCALES.filter((locale) => row[locale]).map((locale) => ({ slug: row.slug, locale })),
  );
}
