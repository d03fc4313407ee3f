import { and, desc, eq, gte, lt, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { listingCounts, listings } from '#db/tables/tables.ts';

/** The lists that are not those of a section, tag or author. */
export const EDITION = 'articles';
export const CORRECTIONS = 'corrections';

/** 30 days. The triggers of `listings` count by the same number. */
export const SPAN_MS = 30 * 86_400_000;
const span = sql.raw(String(SPAN_MS));
/** More spans than any `Date` lies before 1970. */
const SHIFT = 3_333_334;

/** The bounds of a list without bounds: all times that a `Date` can have. */
const [START, END] = [new Date(-8.64e15), new Date(8.64e15)];

/** What is listed between two times, `to` excluded, and not before its own time has come. */
export type Listed = { list: string; locale: Locale; now: Date; from?: Date; to?: Date };

const { publishedAt, number } = listings;
const now = given('now', publishedAt);
const from = given('from', publishedAt);
const to = given('to', publishedAt);
/** The last time that can be listed. Two upper bounds would make SQLite scan from the wrong one. */
const last = sql`case when ${to} < ${now} then ${to} else ${now} end`;

/**
 * SQLite's driver passes a large number as a fraction, whose division would not round. That of whole numbers
 * rounds toward zero, so times are divided after 1970.
 */
const spanOf = (time: SQL | SQLWrapper) =>
  sql`((cast(${time} as integer) + ${sql.raw(String(SHIFT * SPAN_MS))}) / ${span} - ${sql.raw(String(SHIFT))})`;
const startOf = (at: SQL) => sql`${at} * ${span}`;

const ofList = and(
  eq(listings.list, sql.placeholder('list')),
  eq(listings.locale, sql.placeholder('locale')),
);
const isInside = and(lte(publishedAt, last), lt(publishedAt, to));

/** The values of a prepared statement with `listedNumbers`, besides `limit` and `offset`. */
export const withBounds = ({ from = START, to = END, ...listed }: Listed) => ({ from, to, ...listed });

/**
 * The numbers of listed articles, newest first: a subquery of a prepared statement with the placeholders
 * `list`, `locale`, `now`, `from`, `to`, `limit` and `offset`.
 */
export const listedNumbers = () =>
  db()
    .select({ number, publishedAt: sql<Date>`${publishedAt}`.mapWith(publishedAt).as('listed_at') })
    .from(listings)
    .where(and(ofList, gte(publishedAt, from), isInside))
    .orderBy(desc(publishedAt), desc(number))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .as('listed');

const countOf = (where: SQL | undefined) =>
  db()
    .select({ count: sql`count(*)` })
    .from(listings)
    .where(where);
const ofCounts = and(
  eq(listingCounts.list, sql.placeholder('list')),
  eq(listingCounts.locale, sql.placeholder('locale')),
  lte(listingCounts.span, spanOf(last)),
);
/** The rows of the last counted span that come too late. */
const above = () =>
  countOf(
    and(
      ofList,
      gte(publishedAt, last),
      lt(publishedAt, startOf(sql`(${spanOf(last)} + 1)`)),
      sql`not (${isInside})`,
    ),
  );
/** The rows of the first counted span that come too early. */
const below = () => countOf(and(ofList, gte(publishedAt, startOf(spanOf(from))), lt(publishedAt, from)));

const total = prepared(() => {
  const counted = db()
    .select({ sum: sql`coalesce(sum(${listingCounts.articles}), 0)` })
    .from(listingCounts)
    .where(and(ofCounts, gte(listingCounts.span, spanOf(from))));
  return db()
    .select({ count: sql<number>`(${counted}) - (${above()}) - (${below()})`.mapWith(Number) })
    .from(sql`(select 1) as one`)
    .prepare();
});

/** How many articles are listed: the counts of whole spans, without the rows outside of the bounds. */
export async function countListed(listed: Listed): Promise<number> {
  const [row] = await total().execute(withBounds(listed));
  return Math.max(0, row?.count ?? 0);
}

const spanAt = prepared(() => {
  const skipped = sql`${sql.placeholder('offset')} + (${above()})`;
  const sums = db()
    .select({
      span: listingCounts.span,
      before:
        sql<number>`sum(${listingCounts.articles}) over (order by ${listingCounts.span} desc) - ${listingCounts.articles}`.as(
          'before',
        ),
    })
    .from(listingCounts)
    .where(and(ofCounts, sql`${listingCounts.articles} > 0`))
    .as('sums');
  return db()
    .select({
      span: sums.span,
      offset:
        sql<number>`case when ${sums.before} = 0 then ${sql.placeholder('offset')} else ${skipped} - ${sums.before} end`.mapWith(
          Number,
        ),
    })
    .from(sums)
    .where(lte(sums.before, skipped))
    .orderBy(desc(sums.before))
    .limit(1)
    .prepare();
});

/**
 * Where a page begins: the same list with a nearer end and a smaller offset. Whole spans are skipped by their
 * counts, so the last page of an archive costs what the second one does.
 */
export async function skipSpans(listed: Listed, offset: number) {
  const bounded = withBounds(listed);
  if (offset === 0) return { ...bounded, offset };
  const [found] = await spanAt().execute({ ...bounded, offset });
  if (!found) return { ...bounded, offset };
  const end = new Date(Math.min((found.span + 1) * SPAN_MS, bounded.to.getTime()));
  return { ...bounded, to: end, offset: found.offset };
}
