import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, max, or, sql } from 'drizzle-orm';
import { isSameJson } from '#lib/articles/draft-sync.ts';
import { isVisible } from '#db/articles/cards.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { articles, auditLog, liveEntries, sections, users, type LiveEntry } from '#db/tables/tables.ts';

export const ENTRIES_PER_PAGE = 25;
/** A page that missed more changes than this gets no list of them: it loads the current coverage instead. */
const MOST_CHANGES = 50;
const MOST_REMOVED = 200;
const MOST_KEY_MOMENTS = 30;

const { id, at, headline, body, isKey, isPinned, createdAt, updatedAt, editedAt } = liveEntries;
/** The public fields of an entry; they do not include who wrote it. */
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

/** The time of a coverage's last change, which open pages poll with. Includes removals; 0 without entries. */
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

/** The first entry of the next newer page; undefined if that is the newest page, null if this one is. */
async function findNewerPage(articleId: string, first: PublicEntry): Promise<string | null | undefined> {
  const newer = await select()
    .where(and(ofArticle(articleId), newerThan(first)))
    .orderBy(asc(liveEntries.at), asc(liveEntries.id))
    .limit(ENTRIES_PER_PAGE);
  if (newer.length === 0) return null;
  return newer.length < ENTRIES_PER_PAGE ? undefined : newer.at(-1)!.id;
}

/**
 * One page of a coverage, newest first. Without `from` the newest page, with the pinned entries apart. With
 * `from` the page that begins with that entry, so that an entry's address still works after many newer ones.
 * Undefined if the entry does not exist.
 */
export async function getLivePage(articleId: string, from?: string) {
  const [first] = from ? await select().where(and(ofArticle(articleId), eq(liveEntries.id, from))) : [];
  if (from && !first) return undefined;
  const onPage = first ? or(eq(liveEntries.id, first.id), olderThan(first)) : eq(liveEntries.isPinned, false);
  // Read the cursor first: an entry written during the other reads is then repeated as a change, not missed.
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

/** The newest entries of a coverage and its start, for search engines. */
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

/** A visible coverage, by its article's number. */
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
 * The changes since an open page's cursor: new or changed entries, newest first, and the ids of removed ones.
 * `isTooMuch` if there are too many, so that the page must load the current coverage.
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

const newestChanges = prepared(() =>
  db()
    .select({ createdAt, updatedAt, removedAt: liveEntries.removedAt })
    .from(liveEntries)
    .where(
      eq(
        liveEntries.articleId,
        db()
          .select({ id: articles.id })
          .from(articles)
          .where(eq(articles.number, sql.placeholder('number'))),
      ),
    )
    .orderBy(desc(liveEntries.updatedAt))
    .limit(MOST_CHANGES + MOST_REMOVED + 2)
    .prepare(),
);

/**
 * The earliest time after which a coverage had the same changes as after `since`: the time of a change, or 0
 * if there were too many since then to list. So every time that a client can invent has one of few pages.
 */
export async function nearestChange(number: number, since: number): Promise<number> {
  const rows = await newestChanges().execute({ number });
  const later = rows.filter((row) => row.updatedAt.getTime() > since);
  const removed = later.filter((row) => row.removedAt !== null).length;
  if (removed > MOST_REMOVED || later.length - removed > MOST_CHANGES) return 0;
  // The page also tells whether an entry is newer than `since`, so the time of its creation counts too.
  const times = rows.flatMap((row) => [row.createdAt.getTime(), row.updatedAt.getTime()]);
  return Math.max(0, ...times.filter((time) => time <= since));
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
 * The state of a coverage for open pages: the time of its last change and whether it has ended. Undefined if
 * the coverage is not visible (any more).
 */
export async function getLiveState(
  number: number,
  now: Date,
): Promise<{ cursor: number; isEnded: boolean } | undefined> {
  const [row] = await states().execute({ number, now });
  return row && { cursor: row.last?.getTime() ?? 0, isEnded: row.endedAt !== null };
}

/** All entries for the desk, including removed ones. */
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

/** A coverage for the desk: draft, published or retracted. */
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

/** How many changes of an entry are searched for earlier texts. */
const MOST_TEXTS = 20;

/** The earlier texts of an entry, newest first: headline and body, who overwrote them, and when. */
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
    // Skip rows of older versions, which have no body, and changes that kept the text, such as a new time.
    if (!was?.body || (was.headline === is?.headline && isSameJson(was.body, is?.body))) return [];
    return [{ ...row, headline: was.headline ?? '', body: was.body }];
  });
}
