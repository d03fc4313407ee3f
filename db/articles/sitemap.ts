import { and, asc, desc, eq, gt, gte, lt, lte, sql, type SQL } from 'drizzle-orm';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { isVisible } from './cards.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { articleAuthors, articles, articleTags, authors, sections, tags } from '#db/tables/tables.ts';

/*
 * What search engines are told of. A part of the sitemap holds a span of an index and asks for no more than
 * that, however large the archive is: articles by their numbers, tags and authors by their ids, which grow
 * with time, so that only the last part grows.
 */
const NUMBERS_A_PART = 2000;
const NAMES_A_PART = 500;
/**
 * So many articles of a tag or byline are looked at, the latest written first, for the editions in which it
 * is read.
 */
const SAMPLE_SIZE = 20;
/** As many as the sitemap of the news may hold, and as old. */
const MOST_NEWS = 1000;
const NEWS_MS = 48 * 3_600_000;

const changedAt = sql<Date>`coalesce(${articles.revisedAt}, ${articles.publishedAt})`.mapWith(
  articles.publishedAt,
);

/**
 * The same rule as of every list; written so that no index of states is entered by it, which would be walked
 * to its end.
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

/** The parts that hold articles, by their place; numbers are given one after the other. */
export async function listArticleParts(): Promise<number[]> {
  const [first, last] = [await numberAtEnd(asc(articles.number)), await numberAtEnd(desc(articles.number))];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [Math.floor(first / NUMBERS_A_PART), Math.floor(last / NUMBERS_A_PART)];
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

/** The visible articles of a part, in all editions, each with its last change. */
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

/** What came out in the last two days, in all editions, newest first. */
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

/** The sections that have something to read in an edition, each with when its newest came out. */
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

/** What has a name and a page of its own, and how articles are joined to it. */
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
 * The part that begins with an id: names in the editions in which each has something to read. Undefined when
 * nothing has that id.
 */
export async function listNamesOfPart(
  of: Named,
  start: string,
  now: Date,
): Promise<NameInEdition[] | undefined> {
  const { table, joined, id } = NAMED[of];
  const [first] = await db().select({ id: table.id }).from(table).where(eq(table.id, start));
  if (!first) return undefined;
  // The join says which of the two is entered first: the few articles that bear the name, then each by its
  // id.
  const isReadIn = (locale: Locale) =>
    sql<boolean>`exists (
    select 1 from (
      select ${joined.articleId} as id from ${joined} where ${eq(id, table.id)} order by ${joined.articleId} desc limit ${SAMPLE_SIZE}
    ) as latest cross join ${articles} where ${and(sql`${articles.id} = latest.id`, eq(articles.locale, locale), isVisible(now))})`.mapWith(
      Boolean,
    );
  const rows = await db()
    .select({ slug: table.slug, ar: isReadIn('ar'), en: isReadIn('en') })
    .from(table)
    .where(gte(table.id, start))
    .orderBy(asc(table.id))
    .limit(NAMES_A_PART);
  return rows.flatMap((row) =>
    LOCALES.filter((locale) => row[locale]).map((locale) => ({ slug: row.slug, locale })),
  );
}
