import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, max, or, sql } from 'drizzle-orm';
import { isVisible } from './article-cards.ts';
import { db, given, prepared } from './client.ts';
import { articles, liveEntries, sections } from './tables.ts';

export const ENTRIES_PER_PAGE = 25;
/** A page that was left open for hours is given the newest of what came meanwhile; the rest by loading it anew. */
const MOST_NEW = 50;
const MOST_KEY_MOMENTS = 30;

const { id, at, headline, body, isKey, isPinned, updatedAt } = liveEntries;
/** What readers get of an entry; nothing of who wrote it. */
const entryFields = { id, at, headline, body, isKey, isPinned, updatedAt };
export type PublicEntry = { [key in keyof typeof entryFields]: (typeof liveEntries.$inferSelect)[key] };

const ofArticle = (articleId: string) => and(eq(liveEntries.articleId, articleId), isNull(liveEntries.removedAt));
const newestFirst = [desc(liveEntries.at), desc(liveEntries.id)];
type Place = { at: Date; id: string };
const olderThan = (place: Place) => or(lt(liveEntries.at, place.at), and(eq(liveEntries.at, place.at), lt(liveEntries.id, place.id)));
const newerThan = (place: Place) => or(gt(liveEntries.at, place.at), and(eq(liveEntries.at, place.at), gt(liveEntries.id, place.id)));

const select = () => db().select(entryFields).from(liveEntries);

/** Where the page before (newer than) this one begins; undefined when that is the newest page, null when this one is. */
async function findNewerPage(articleId: string, first: PublicEntry): Promise<string | null | undefined> {
  const newer = await select().where(and(ofArticle(articleId), newerThan(first))).orderBy(asc(liveEntries.at), asc(liveEntries.id)).limit(ENTRIES_PER_PAGE);
  if (newer.length === 0) return null;
  return newer.length < ENTRIES_PER_PAGE ? undefined : newer.at(-1)!.id;
}

/**
 * One page of a coverage, newest first. Without `from` the newest page, with the pinned entries apart; with it the page that begins with
 * that entry, so that an entry's address leads to it however many came since. Undefined when there is no such entry.
 */
export async function getLivePage(articleId: string, from?: string) {
  const [first] = from ? await select().where(and(ofArticle(articleId), eq(liveEntries.id, from))) : [];
  if (from && !first) return undefined;
  const onPage = first ? or(eq(liveEntries.id, first.id), olderThan(first)) : eq(liveEntries.isPinned, false);
  const [rows, pinned, keyMoments, [last], newer] = await Promise.all([
    select().where(and(ofArticle(articleId), onPage)).orderBy(...newestFirst).limit(ENTRIES_PER_PAGE + 1),
    first ? [] : select().where(and(ofArticle(articleId), eq(liveEntries.isPinned, true))).orderBy(...newestFirst),
    select().where(and(ofArticle(articleId), eq(liveEntries.isKey, true))).orderBy(...newestFirst).limit(MOST_KEY_MOMENTS),
    db().select({ id: max(liveEntries.id) }).from(liveEntries).where(ofArticle(articleId)),
    first ? findNewerPage(articleId, first) : null,
  ]);
  return {
    entries: rows.slice(0, ENTRIES_PER_PAGE),
    pinned,
    keyMoments,
    /** The entry that was written last: what open pages ask after. Ids are made in time order. */
    lastId: last?.id ?? '',
    older: rows[ENTRIES_PER_PAGE]?.id,
    newer,
    isNewest: !first,
  };
}

export type LivePage = NonNullable<Awaited<ReturnType<typeof getLivePage>>>;

/** The newest entries of a coverage, for search engines, and when it began. */
export async function getLiveOutline(articleId: string, limit: number) {
  const [entries, [first]] = await Promise.all([
    select().where(ofArticle(articleId)).orderBy(...newestFirst).limit(limit),
    db().select({ at: liveEntries.at }).from(liveEntries).where(ofArticle(articleId)).orderBy(asc(liveEntries.at)).limit(1),
  ]);
  return { entries, startedAt: first?.at };
}

/** A coverage that readers can see, by its article's number. */
export async function getLiveArticle(number: number, now: Date) {
  const [article] = await db()
    .select({ id: articles.id, number: articles.number, locale: articles.locale, slug: articles.slug, sectionSlug: sections.slug, headline: articles.headline, endedAt: articles.liveEndedAt })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(and(eq(articles.number, number), eq(articles.kind, 'live'), isVisible(now)));
  return article;
}

/** What was written after an entry that an open page knows, newest first. */
export const listEntriesAfter = (articleId: string, after: string): Promise<PublicEntry[]> =>
  select().where(and(ofArticle(articleId), gt(liveEntries.id, after))).orderBy(...newestFirst).limit(MOST_NEW);

const states = prepared(() =>
  db()
    .select({ number: articles.number, endedAt: articles.liveEndedAt, lastId: sql<string | null>`max(${liveEntries.id})` })
    .from(articles)
    .leftJoin(liveEntries, and(eq(liveEntries.articleId, articles.id), isNull(liveEntries.removedAt)))
    .where(and(eq(articles.number, sql.placeholder('number')), eq(articles.kind, 'live'), eq(articles.status, 'published'), lte(articles.publishedAt, given('now', articles.publishedAt))))
    .groupBy(articles.number, articles.liveEndedAt)
    .prepare(),
);

/** What those who watch a coverage must know: its last entry and whether it goes on. Undefined when nobody can see it (any more). */
export async function getLiveState(number: number, now: Date): Promise<{ lastId: string; isEnded: boolean } | undefined> {
  const [row] = await states().execute({ number, now });
  return row && { lastId: row.lastId ?? '', isEnded: row.endedAt !== null };
}

/** Everything that was ever written, for the desk: also what was removed. */
export async function listForDesk(articleId: string, { limit, before }: { limit: number; before?: Place }) {
  return db().select().from(liveEntries).where(and(eq(liveEntries.articleId, articleId), before && olderThan(before))).orderBy(...newestFirst).limit(limit);
}

export async function getEntry(articleId: string, entryId: string) {
  const [entry] = await db().select().from(liveEntries).where(and(eq(liveEntries.articleId, articleId), eq(liveEntries.id, entryId)));
  return entry;
}

/** The coverage as the desk sees it, published or not. */
export async function getCoverage(articleId: string) {
  const [row] = await db()
    .select({ article: articles, sectionSlug: sections.slug })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(and(eq(articles.id, articleId), eq(articles.kind, 'live'), inArray(articles.status, ['draft', 'published', 'retracted'])));
  return row && { ...row.article, sectionSlug: row.sectionSlug };
}
