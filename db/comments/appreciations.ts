import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, eq, gt, gte, inArray, max, ne, sql } from 'drizzle-orm';
import { db, type Runner } from '#db/engine/client.ts';
import { getInstanceState, setInstanceState } from '#db/paper/instance.ts';
import { articles, commentAppreciations, comments } from '#db/tables/tables.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

type Appreciation = { commentId: string; writerId: string; source: string };

/**
 * At most this many browsers of one network are stored for one comment and day. They count as one; the limit
 * stops a program that makes up browsers.
 */
const MOST_OF_SOURCE = 20;
/** An appreciation that was taken back keeps its row, so that the periodic refresh lowers the number too. */
const TAKEN_BACK = '';

/** A network counts once a day, however many of its browsers appreciated the comment. */
const distinctSources =
  sql<number>`count(distinct nullif(${commentAppreciations.source}, ${TAKEN_BACK}))`.mapWith(Number);

const ofWriter = ({ commentId, writerId }: Pick<Appreciation, 'commentId' | 'writerId'>) =>
  and(eq(commentAppreciations.commentId, commentId), eq(commentAppreciations.writerId, writerId));

/**
 * Stores an appreciation of a comment. Returns whether it is new: not if it was stored before, nor for too
 * many browsers of one network.
 */
export async function appreciateComment(
  { commentId, writerId, source }: Appreciation,
  now: Date,
): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [comment] = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(and(eq(comments.id, commentId), isPublicComment()));
    if (!comment) return false;
    const [own] = await tx
      .select({ source: commentAppreciations.source })
      .from(commentAppreciations)
      .where(ofWriter({ commentId, writerId }));
    if (own && own.source !== TAKEN_BACK) return false;
    const ofSource = and(
      eq(commentAppreciations.commentId, commentId),
      eq(commentAppreciations.source, source),
    );
    if ((await tx.$count(commentAppreciations, ofSource)) >= MOST_OF_SOURCE) return false;
    await tx
      .insert(commentAppreciations)
      .values({ commentId, writerId, source, createdAt: now })
      .onConflictDoUpdate({
        target: [commentAppreciations.commentId, commentAppreciations.writerId],
        set: { source, createdAt: now },
      });
    return true;
  });
}

/** Takes an appreciation back. Returns whether there was one. */
export async function takeBackAppreciation(
  given: Pick<Appreciation, 'commentId' | 'writerId'>,
  now: Date,
): Promise<boolean> {
  const rows = await db()
    .update(commentAppreciations)
    .set({ source: TAKEN_BACK, createdAt: now })
    .where(and(ofWriter(given), ne(commentAppreciations.source, TAKEN_BACK)))
    .returning({ id: commentAppreciations.commentId });
  return rows.length > 0;
}

const standing = (writerId: string) =>
  and(eq(commentAppreciations.writerId, writerId), ne(commentAppreciations.source, TAKEN_BACK));

/** Whether this writer appreciates a comment of an article. */
export async function hasAppreciatedOn(writerId: string, number: number): Promise<boolean> {
  const [row] = await db()
    .select({ id: comments.id })
    .from(commentAppreciations)
    .innerJoin(comments, eq(comments.id, commentAppreciations.commentId))
    .innerJoin(articles, and(eq(articles.id, comments.articleId), eq(articles.number, number)))
    .where(standing(writerId))
    .limit(1);
  return row !== undefined;
}

/**
 * The comments of an article that this writer appreciates, each with its current number, including those the
 * periodic refresh has not counted yet.
 */
export async function listAppreciatedOn(writerId: string, articleId: string): Promise<Map<string, number>> {
  const own = db()
    .select({ id: commentAppreciations.commentId })
    .from(commentAppreciations)
    .innerJoin(
      comments,
      and(eq(comments.id, commentAppreciations.commentId), eq(comments.articleId, articleId)),
    )
    .where(standing(writerId));
  const rows = await db()
    .select({ id: commentAppreciations.commentId, count: distinctSources })
    .from(commentAppreciations)
    .where(inArray(commentAppreciations.commentId, own))
    .groupBy(commentAppreciations.commentId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Number of readers who appreciate a comment, counted now. */
export async function countAppreciations(runner: Runner, commentId: string): Promise<number> {
  const [row] = await runner
    .select({ count: distinctSources })
    .from(commentAppreciations)
    .where(eq(commentAppreciations.commentId, commentId));
  return row!.count;
}

/**
 * Rows up to this much older than the last counted one are read again: they may have been committed late, or
 * come from another clock.
 */
const OVERLAP_MS = 600_000;
/** Comments per statement. */
const PORTION = 500;

/** Those of these comments whose stored number differs from their appreciations. */
function listStale(ids: string[]) {
  const counted = db()
    .select({ commentId: commentAppreciations.commentId, count: distinctSources.as('count') })
    .from(commentAppreciations)
    .where(inArray(commentAppreciations.commentId, ids))
    .groupBy(commentAppreciations.commentId)
    .as('counted');
  return db()
    .select({ id: comments.id, count: counted.count })
    .from(counted)
    .innerJoin(comments, eq(comments.id, counted.commentId))
    .where(ne(comments.appreciations, counted.count));
}

type Stale = Awaited<ReturnType<typeof listStale>>;

/**
 * The comments with a wrong number whose appreciations changed since a time, and the time of the last change.
 */
async function listStaleSince(since: Date): Promise<{ stale: Stale; last: Date | null }> {
  // Not `distinct`: SQLite would scan the whole table in the order of comments for it.
  const marks = await db()
    .select({ id: commentAppreciations.commentId, at: commentAppreciations.createdAt })
    .from(commentAppreciations)
    .where(gte(commentAppreciations.createdAt, since))
    .orderBy(asc(commentAppreciations.createdAt));
  const touched = [...new Set(marks.map(({ id }) => id))];
  const stale: Stale = [];
  for (let from = 0; from < touched.length; from += PORTION)
    stale.push(...(await listStale(touched.slice(from, from + PORTION))));
  return { stale, last: marks.at(-1)?.at ?? null };
}

/** The same for all appreciations, a portion of comments at a time. */
async function listAllStale(): Promise<{ stale: Stale; last: Date | null }> {
  const [latest] = await db()
    .select({ at: max(commentAppreciations.createdAt) })
    .from(commentAppreciations);
  const stale: Stale = [];
  let after = '';
  for (;;) {
    const rows = await db()
      .select({ id: commentAppreciations.commentId })
      .from(commentAppreciations)
      .where(gt(commentAppreciations.commentId, after))
      .groupBy(commentAppreciations.commentId)
      .orderBy(asc(commentAppreciations.commentId))
      .limit(PORTION);
    if (rows.length === 0) return { stale, last: latest?.at ?? null };
    stale.push(...(await listStale(rows.map(({ id }) => id))));
    after = rows.at(-1)!.id;
    await nextTurn();
  }
}

/**
 * Updates the numbers that readers see; a periodic task calls it. It works in batches, because each change of
 * a published comment invalidates every cached page. It counts what changed since the last call. It counts
 * everything on the first call and when the clock went back, as new rows may then have an earlier time.
 * Returns the number of comments changed.
 */
export async function refreshAppreciations(now: Date): Promise<number> {
  const { counted } = (await getInstanceState('appreciations')) ?? {};
  const isKnown = counted !== undefined && counted <= now.getTime();
  const { stale, last } = isKnown
    ? await listStaleSince(new Date(counted - OVERLAP_MS))
    : await listAllStale();
  // No write if nothing changed: each commit makes every process read the content version again.
  const next = Math.min(last?.getTime() ?? counted ?? -Infinity, now.getTime());
  if (stale.length === 0 && (next === counted || !Number.isFinite(next))) return 0;
  for (let from = 0; from < stale.length; from += PORTION) {
    // Counted again in the statement: rows may have been deleted since, and a later call would not see a
    // deletion among the new rows.
    const count = sql`(select ${distinctSources} from ${commentAppreciations} where ${commentAppreciations.commentId} = ${comments.id})`;
    await db()
      .update(comments)
      .set({ appreciations: count })
      .where(
        inArray(
          comments.id,
          stale.slice(from, from + PORTION).map(({ id }) => id),
        ),
      );
  }
  // Last: a run that is cut off is repeated.
  await setInstanceState('appreciations', { counted: next });
  return stale.length;
}
