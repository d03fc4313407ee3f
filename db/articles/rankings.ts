import { and, asc, count, desc, eq, gt, lte, ne, sql } from 'drizzle-orm';
import { rank } from '#lib/articles/rank.ts';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import type { RankingKind } from '#db/tables/articles.ts';
import { isPublicComment } from '#db/tables/in-states.ts';
import { articles, comments, rankings, sections } from '#db/tables/tables.ts';
import { isVisible } from './cards.ts';

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
type Period = { days: number; tally: (since: Date, now: Date) => Promise<Tally[]> };

/** The most comments that are counted, newest first: they bound the work on a site with many. */
const COUNTED_COMMENTS = 5000;

async function tallyComments(since: Date, now: Date): Promise<Tally[]> {
  const recent = db()
    .select({ articleId: comments.articleId })
    .from(comments)
    .where(and(isPublicComment(), gt(comments.createdAt, since), lte(comments.createdAt, now)))
    .orderBy(desc(comments.createdAt))
    .limit(COUNTED_COMMENTS)
    .as('recent');
  const counted = db()
    .select({ articleId: recent.articleId, count: count().as('count') })
    .from(recent)
    .groupBy(recent.articleId)
    .as('counted');
  return (
    db()
      .select({ id: articles.id, locale: articles.locale, count: counted.count })
      .from(counted)
      // SQLite keeps the order of a cross join: it reads the counted articles, not all of them.
      .crossJoin(articles)
      .where(and(eq(articles.id, counted.articleId), isVisible(now)))
      .orderBy(desc(articles.number))
  );
}

const PERIODS: Record<RankingKind, Period[]> = {
  read: [],
  discussed: [2, 14].map((days) => ({ days, tally: tallyComments })),
};

/** Rows of one kind, by edition: of the shortest period that has enough articles, else of the longest. */
async function composeKind(kind: RankingKind, standing: Row[], now: Date): Promise<Row[]> {
  const rows = new Map<Locale, Row[]>();
  for (const { days, tally } of PERIODS[kind]) {
    const open = LOCALES.filter((locale) => (rows.get(locale)?.length ?? 0) < ENOUGH);
    if (open.length === 0) break;
    const counts = await tally(new Date(now.getTime() - days * DAY), now);
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
  const rows = [
    ...(await composeKind('read', standing, now)),
    ...(await composeKind('discussed', standing, now)),
  ];
  if (describe(rows) === describe(standing)) return false;
  await db().transaction(async (tx) => {
    await tx.delete(rankings);
    if (rows.length > 0) await tx.insert(rankings).values(rows);
  });
  return true;
}

const shown = prepared(() =>
  db()
    .select({
      number: articles.number,
      locale: articles.locale,
      slug: articles.slug,
      headline: articles.headline,
      sectionSlug: sections.slug,
    })
    .from(rankings)
    // SQLite keeps the order of a cross join: it reads the few rows of the list first.
    .crossJoin(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(
      and(
        eq(rankings.kind, sql.placeholder('kind')),
        eq(rankings.locale, sql.placeholder('locale')),
        eq(articles.id, rankings.articleId),
        ne(articles.id, sql.placeholder('except')),
        isVisible(given('now', articles.publishedAt)),
      ),
    )
    .orderBy(asc(rankings.position))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

export type RankedArticle = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];
export type Rankings = Record<RankingKind, RankedArticle[]>;

/** The lists of an edition, without the article of the page; a list of one or two articles is empty. */
export async function listRankings(
  locale: Locale,
  { now, limit, except = '' }: { now: Date; limit: number; except?: string },
): Promise<Rankings> {
  const list = async (kind: RankingKind) => {
    const rows = await shown().execute({ kind, locale, now, limit, except });
    return rows.length < LEAST ? [] : rows;
  };
  const [read, discussed] = await Promise.all([list('read'), list('discussed')]);
  return { read, discussed };
}
