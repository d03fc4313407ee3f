import { and, asc, count, desc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm';
import { rank } from '#lib/articles/rank.ts';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import type { RankingKind } from '#db/tables/articles.ts';
import { isPublicComment } from '#db/tables/in-states.ts';
import { articles, comments, rankings, sections } from '#db/tables/tables.ts';
import { isVisible, isVisibleAmong } from './cards.ts';
import { listMostRead } from './reads.ts';

/*
 * What is read and discussed most, kept in a table: a page reads a few rows, and what readers do changes no
 * page until the ticker refreshes the lists.
 */
const DAY = 86_400_000;
/** A page shows fewer: the article of the page is left out, and a retracted one leaves no gap. */
const KEPT = 10;
/** A list with fewer articles is counted over the next longer period. */
const ENOUGH = 6;
/** A list with fewer articles is not shown. */
const LEAST = 3;

type Row = typeof rankings.$inferSelect;
type Tally = { id: string; locale: Locale; count: number };
type Scope = { since: Date; now: Date; editions: Locale[] };
type Period = { days: number; tally: (scope: Scope) => Promise<Tally[]> };

/** The most comments that are counted, newest first: they bound the work on a site with many. */
const COUNTED_COMMENTS = 5000;
/** The most articles that are looked up, so that a small edition gets its list too. */
const CANDIDATES = 2000;
const PORTION = 250;

/**
 * The visible articles of an order, most first, until each edition has enough. They are looked up by their
 * keys: joined with the counts, SQLite would walk all published articles for each count.
 */
async function findVisible(
  column: typeof articles.id | typeof articles.number,
  order: { key: string | number; count: number }[],
  { now, editions }: Scope,
): Promise<Tally[]> {
  const counts = new Map(order.map(({ key, count: times }) => [key, times]));
  const found: Tally[] = [];
  for (let from = 0; from < order.length; from += PORTION) {
    const keys = order.slice(from, from + PORTION).map(({ key }) => key);
    const rows = await db()
      .select({ id: articles.id, locale: articles.locale, key: column })
      .from(articles)
      .where(and(inArray(column, keys as string[]), isVisibleAmong(now)));
    found.push(...rows.map(({ id, locale, key }) => ({ id, locale, count: counts.get(key)! })));
    // Twice as many as a list keeps: an article below its end may still belong to the standing list.
    if (editions.every((locale) => found.filter((each) => each.locale === locale).length >= 2 * KEPT)) break;
  }
  return found;
}

async function tallyComments(scope: Scope): Promise<Tally[]> {
  const recent = db()
    .select({ articleId: comments.articleId })
    .from(comments)
    .where(and(isPublicComment(), gt(comments.createdAt, scope.since), lte(comments.createdAt, scope.now)))
    .orderBy(desc(comments.createdAt))
    .limit(COUNTED_COMMENTS)
    .as('recent');
  const order = await db()
    .select({ key: recent.articleId, count: count().as('count') })
    .from(recent)
    .groupBy(recent.articleId)
    .orderBy(desc(sql`count`), desc(recent.articleId))
    .limit(CANDIDATES);
  return findVisible(articles.id, order, scope);
}

async function tallyReads(scope: Scope): Promise<Tally[]> {
  const most = await listMostRead(scope.since, CANDIDATES);
  const order = most.map(({ number, reads }) => ({ key: number, count: reads }));
  return findVisible(articles.number, order, scope);
}

const PERIODS: Record<RankingKind, Period[]> = {
  read: [1, 7].map((days) => ({ days, tally: tallyReads })),
  discussed: [2, 14].map((days) => ({ days, tally: tallyComments })),
};

/** Rows of one kind, by edition: of the shortest period that has enough articles, else of the longest. */
async function composeKind(
  kind: RankingKind,
  standing: Row[],
  { now, editions }: Omit<Scope, 'since'>,
): Promise<Row[]> {
  const rows = new Map<Locale, Row[]>();
  for (const { days, tally } of PERIODS[kind]) {
    const open = editions.filter((locale) => (rows.get(locale)?.length ?? 0) < ENOUGH);
    if (open.length === 0) break;
    const counts = await tally({ since: new Date(now.getTime() - days * DAY), now, editions });
    for (const locale of open) {
      const before = standing.filter((row) => row.kind === kind && row.locale === locale);
      const ids = rank(
        counts.filter((each) => each.locale === locale),
        before.map(({ articleId }) => articleId),
        KEPT,
      );
      rows.set(
        locale,
        ids.map((articleId, position) => ({ kind, locale, position, articleId })),
      );
    }
  }
  return [...rows.values()].flat();
}

/** The editions that have articles. */
async function listEditions(now: Date): Promise<Locale[]> {
  const first = (locale: Locale) =>
    db()
      .select({ locale: articles.locale })
      .from(articles)
      .where(and(eq(articles.locale, locale), isVisible(now)))
      .limit(1);
  return (await Promise.all(LOCALES.map(first))).flat().map(({ locale }) => locale);
}

const describe = (rows: Row[]) =>
  rows
    .map(({ kind, locale, position, articleId }) => `${kind} ${locale} ${position} ${articleId}`)
    .toSorted()
    .join('\n');

/**
 * Counts again what is read and discussed most. Writes only if a list has changed: a commit makes every
 * process check its pages again. Returns whether it wrote.
 */
export async function refreshRankings(now: Date): Promise<boolean> {
  const standing = await db().select().from(rankings).orderBy(asc(rankings.position));
  const scope = { now, editions: await listEditions(now) };
  const rows = [
    ...(await composeKind('read', standing, scope)),
    ...(await composeKind('discussed', standing, scope)),
  ];
  if (describe(rows) === describe(standing)) return false;
  await db().transaction(async (tx) => {
    await tx.delete(rankings);
    if (rows.length > 0) await tx.insert(rankings).values(rows);
  });
  return true;
}

const KINDS: RankingKind[] = ['read', 'discussed'];

const shown = prepared(() =>
  db()
    .select({
      kind: rankings.kind,
      number: articles.number,
      locale: articles.locale,
      slug: articles.slug,
      headline: articles.headline,
      sectionSlug: sections.slug,
    })
    .from(rankings)
    // SQLite keeps the order of a cross join: it reads the few rows of the lists first.
    .crossJoin(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(
      and(
        inArray(rankings.kind, KINDS),
        eq(rankings.locale, sql.placeholder('locale')),
        eq(articles.id, rankings.articleId),
        ne(articles.id, sql.placeholder('except')),
        isVisibleAmong(given('now', articles.publishedAt)),
      ),
    )
    .orderBy(asc(rankings.position))
    .prepare(),
);

export type RankedArticle = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];
export type Rankings = Record<RankingKind, RankedArticle[]>;

/** The lists of an edition, without the article of the page; a list of one or two articles is empty. */
export async function listRankings(
  locale: Locale,
  { now, limit, except = '' }: { now: Date; limit: number; except?: string },
): Promise<Rankings> {
  const rows = await shown().execute({ locale, now, except });
  const list = (kind: RankingKind) => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length < LEAST ? [] : own.slice(0, limit);
  };
  return { read: list('read'), discussed: list('discussed') };
}
