import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, max, or, sql } from 'drizzle-orm';
import { isSameJson } from '#lib/articles/draft-sync.ts';
import { isVisible } from '#db/articles/cards.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { articles, auditLog, liveEntries, sections, users, type LiveEntry } from '#db/tables/tables.ts';

export const ENTRIES_PER_PAGE = 25;
/** A page that missed more than this is not told of each: it takes the coverage as it stands now. */
const MOST_CHANGES = 50;
const MOST_REMOVED = 200;
const MOST_KEY_MOMENTS = 30;

const { id, at, headline, body, isKey, isPinned, createdAt, updatedAt, editedAt } = liveEntries;
/** What readers get of an entry; nothing of who wrote it. */
const entryFields = { id, at, headline, body, isKey, isPinned, createdAt, updatedAt, editedAt };
export type PublicEntry = { [key in keyof typeof entryFields]: (typeof liveEntries.$inferSelect)[key] };

const ofArticle = (articleId: string) =>
  and(eq(liveEntries.articleId, articleId), isNull(liveEntries.removedAt));
const newestFirst = [desc(liveEntries.at), desc(liveEntries.id)];
type Place = { at: Date; id: string };
const olderThan = (place: Place) =>
  or(lt(liveEntries.at, place.at), and(eq(liveEntries.at, place.at), lt(liveEntries.id, place.id)));
const newerThan = (place: Place) =>
  or(gt(liveEntries.at, place.at), and(eq(liveEntries.at, place.at), gt(liveEntries.id, place.id)));

const select = () => db().select(entryFields).from(liveEntries);

/**
 * When a coverage last changed, as open pages say it: also the change that took an entry away. 0 before
 * anything was written.
 */
async function getCursor(articleId: string): Promise<number> {
  const [last] = await db()
    .select({ at: max(liveEntries.updatedAt) })
    .from(liveEntries)
    .where(eq(liveEntries.articleId, articleId));
  return last?.at?.getTime() ?? 0;
}

export const listKeyMoments = (articleId: string): Promise<PublicEntry[]> =>
  select()
    .where(and(ofArticle(articleId), eq(liveEntries.isKey, true)))
    .orderBy(...newestFirst)
    .limit(MOST_KEY_MOMENTS);

/**
 * Where the page before (newer than) this one begins; undefined when that is the newest page, null when this
 * one is.
 */
async function findNewerPage(articleId: string, first: PublicEntry): Promise<string | null | undefined> {
  const newer = await select()
    .where(and(ofArticle(articleId), newerThan(first)))
    .orderBy(asc(liveEntries.at), asc(liveEntries.id))
    .limit(ENTRIES_PER_PAGE);
  if (newer.length === 0) return null;
  return newer.length < ENTRIES_PER_PAGE ? undefined : newer.at(-1)!.id;
}

/**
 * One page of a coverage, newest first. Without `from` the newest page, with the pinned entries apart; with
 * it the page that begins with that entry, so that an entry's address leads to it however many came since.
 * Undefined when there is no such entry.
 */
export async function getLivePage(articleId: string, from?: string) {
  const [first] = from ? await select().where(and(ofArticle(articleId), eq(liveEntries.id, from))) : [];
  if (from && !first) return undefined;
  const onPage = first ? or(eq(liveEntries.id, first.id), olderThan(first)) : eq(liveEntries.isPinned, false);
  // First: what is written while the rest is read comes again as news, and is not missed.
  const cursor = await getCursor(articleId);
  const [rows, pinned, keyMoments, newer] = await Promise.all([
    select()
      .where(and(ofArticle(articleId), onPage))
      .orderBy(...newestFirst)
      .limit(ENTRIES_PER_PAGE + 1),
    first
      ? []
      : select()
          .where(and(ofArticle(articleId), eq(liveEntries.isPinned, true)))
          .orderBy(...newestFirst),
    listKeyMoments(articleId),
    first ? findNewerPage(articleId, first) : null,
  ]);
  return {
    entries: rows.slice(0, ENTRIES_PER_PAGE),
    pinned,
    keyMoments,
    cursor,
    older: rows[ENTRIES_PER_PAGE]?.id,
    newer,
    isNewest: !first,
  };
}

export type LivePage = NonNullable<Awaited<ReturnType<typeof getLivePage>>>;

/** The newest entries of a coverage, for search engines, and when it began. */
export async function getLiveOutline(articleId: string, limit: number) {
  const [entries, [first]] = await Promise.all([
    select()
      .where(ofArticle(articleId))
      .orderBy(...newestFirst)
      .limit(limit),
    db()
      .select({ at: liveEntries.at })
      .from(liveEntries)
      .where(ofArticle(articleId))
      .orderBy(asc(liveEntries.at))
      .limit(1),
  ]);
  return { entries, startedAt: first?.at };
}

/** A coverage that readers can see, by its article's number. */
export async function getLiveArticle(number: number, now: Date) {
  const [article] = await db()
    .select({
      id: articles.id,
      number: articles.number,
      locale: articles.locale,
      slug: articles.slug,
      sectionSlug: sections.slug,
      headline: articles.headline,
      endedAt: articles.liveEndedAt,
    })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(and(eq(articles.number, number), eq(articles.kind, 'live'), isVisible(now)));
  return article;
}

/**
 * What an open page does not know yet: entries that were written or changed since, newest first, and the ids
 * of those that were taken away. `isTooMuch` when it is better told of everything as it stands.
 */
export async function listChanges(articleId: string, since: number) {
  const cursor = await getCursor(articleId);
  const isLater = gt(liveEntries.updatedAt, new Date(since));
  const [entries, removed] = await Promise.all([
    select()
      .where(and(ofArticle(articleId), isLater))
      .orderBy(...newestFirst)
      .limit(MOST_CHANGES + 1),
    db()
      .select({ id })
      .from(liveEntries)
      .where(and(eq(liveEntries.articleId, articleId), isLater, isNotNull(liveEntries.removedAt)))
      .orderBy(desc(liveEntries.updatedAt))
      .limit(MOST_REMOVED + 1),
  ]);
  const isTooMuch = entries.length > MOST_CHANGES || removed.length > MOST_REMOVED;
  return {
    cursor: Math.max(cursor, since),
    entries: isTooMuch ? [] : entries,
    removed: removed.map((entry) => entry.id),
    isTooMuch,
  };
}

const states = prepared(() =>
  db()
    .select({ number: articles.number, endedAt: articles.liveEndedAt, last: max(liveEntries.updatedAt) })
    .from(articles)
    .leftJoin(liveEntries, eq(liveEntries.articleId, articles.id))
    .where(
      and(
        eq(articles.number, sql.placeholder('number')),
        eq(articles.kind, 'live'),
        eq(articles.status, 'published'),
        lte(articles.publishedAt, given('now', articles.publishedAt)),
      ),
    )
    .groupBy(articles.number, articles.liveEndedAt)
    .prepare(),
);

/**
 * What those who watch a coverage must know: when it last changed and whether it goes on. Undefined when
 * nobody can see it (any more).
 */
export async function getLiveState(
  number: number,
  now: Date,
): Promise<{ cursor: number; isEnded: boolean } | undefined> {
  const [row] = await states().execute({ number, now });
  return row && { cursor: row.last?.getTime() ?? 0, isEnded: row.endedAt !== null };
}

/** Everything that was ever written, for the desk: also what was removed. */
export async function listForDesk(articleId: string, { limit, before }: { limit: number; before?: Place }) {
  return db()
    .select()
    .from(liveEntries)
    .where(and(eq(liveEntries.articleId, articleId), before && olderThan(before)))
    .orderBy(...newestFirst)
    .limit(limit);
}

export async function getEntry(articleId: string, entryId: string) {
  const [entry] = await db()
    .select()
    .from(liveEntries)
    .where(and(eq(liveEntries.articleId, articleId), eq(liveEntries.id, entryId)));
  return entry;
}

/** The coverage as the desk sees it, published or not. */
export async function getCoverage(number: number) {
  const [row] = await db()
    .select({ article: articles, sectionSlug: sections.slug })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(
      and(
        eq(articles.number, number),
        eq(articles.kind, 'live'),
        inArray(articles.status, ['draft', 'published', 'retracted']),
      ),
    );
  return row && { ...row.article, sectionSlug: row.sectionSlug };
}

/** So many of the texts that an entry had are on offer. */
const MOST_TEXTS = 20;

/**
 * What an entry said before each change, newest first: its headline and its text, who wrote over it, and
 * when.
 */
export async function listEntryTexts(articleId: string, entryId: string) {
  const rows = await db()
    .select({
      id: auditLog.id,
      before: auditLog.before,
      after: auditLog.after,
      at: auditLog.createdAt,
      by: users.name,
    })
    .from(auditLog)
    .leftJoin(users, eq(auditLog.userId, users.id))
    .where(
      and(
        eq(auditLog.subject, articleId),
        eq(auditLog.action, 'live.changed'),
        sql`${auditLog.detail} ->> 'entryId' = ${entryId}`,
      ),
    )
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(MOST_TEXTS);
  return rows.flatMap(({ before, after, ...row }) => {
    const [was, is] = [before, after] as Partial<Pick<LiveEntry, 'headline' | 'body'>>[];
    // Rows of an older house know the words only; and a change of the time alone wrote nothing over.
    if (!was?.body || (was.headline === is?.headline && isSameJson(was.body, is?.body))) return [];
    return [{ ...row, headline: was.headline ?? '', body: was.body }];
  });
}
