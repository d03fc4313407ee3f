import { and, asc, eq, gte, inArray, max, ne, sql } from 'drizzle-orm';
import { db, type Runner } from '#db/engine/client.ts';
import { getInstanceState, setInstanceState } from '#db/paper/instance.ts';
import { articles, commentAppreciations, comments } from '#db/tables/tables.ts';

type Appreciation = { commentId: string; writerId: string; source: string };

/**
 * Browsers of one network that are remembered for one comment and day; they count as one, and a program that
 * makes up more is not.
 */
const MOST_OF_SOURCE = 20;
/** What was taken back keeps its row, so that the number is brought down by the ticker too. */
const TAKEN_BACK = '';

/** Readers count once a network and day, however many browsers of it pressed. */
const distinctSources =
  sql<number>`count(distinct nullif(${commentAppreciations.source}, ${TAKEN_BACK}))`.mapWith(Number);

const ofWriter = ({ commentId, writerId }: Pick<Appreciation, 'commentId' | 'writerId'>) =>
  and(eq(commentAppreciations.commentId, commentId), eq(commentAppreciations.writerId, writerId));

/**
 * Keeps that somebody found a comment good. Says whether that was kept now: not when it was before, and not
 * for too many of one network.
 */
export async function appreciateComment(
  { commentId, writerId, source }: Appreciation,
  now: Date,
): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [comment] = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(and(eq(comments.id, commentId), eq(comments.status, 'approved')));
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

/** Who found a comment good no longer does. Says whether they had. */
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

/** Whether this writer found a comment of an article good. */
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
 * The comments of an article that this writer found good, each with its number as it is now, also before the
 * ticker has told all.
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

/** How many readers found a comment good, counted now. */
export async function countAppreciations(runner: Runner, commentId: string): Promise<number> {
  const [row] = await runner
    .select({ count: distinctSources })
    .from(commentAppreciations)
    .where(eq(commentAppreciations.commentId, commentId));
  return row!.count;
}

/**
 * What was written so long before the latest that was counted is looked at once more: it may have waited for
 * its commit, or come by another clock.
 */
const OVERLAP_MS = 600_000;
/** Numbers that are counted by one statement. */
const PORTION = 500;

/** The comments among these (all, without any) whose number is not what their good marks are. */
function listStale(ids?: string[]) {
  const counted = db()
    .select({ commentId: commentAppreciations.commentId, count: distinctSources.as('count') })
    .from(commentAppreciations)
    .where(ids && inArray(commentAppreciations.commentId, ids))
    .groupBy(commentAppreciations.commentId)
    .as('counted');
  return db()
    .select({ id: comments.id, count: counted.count })
    .from(counted)
    .innerJoin(comments, eq(comments.id, counted.commentId))
    .where(ne(comments.appreciations, counted.count));
}

type Stale = Awaited<ReturnType<typeof listStale>>;

/** Those whose good marks changed since a moment, and when the last of these did. */
async function listStaleSince(since: Date): Promise<{ stale: Stale; last: Date | null }> {
  // Not `distinct`: SQLite would walk the whole table by its comments for that.
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

async function listAllStale(): Promise<{ stale: Stale; last: Date | null }> {
  const [latest] = await db()
    .select({ at: max(commentAppreciations.createdAt) })
    .from(commentAppreciations);
  return { stale: await listStale(), last: latest?.at ?? null };
}

/**
 * Brings the numbers that readers see up to date; the ticker calls it. In batches, because each change of a
 * published comment makes every kept page be made anew. Counts what changed since the last time; all of it
 * the first time, and when the clock went back, since then new marks may bear an earlier time. Returns how
 * many comments it changed.
 */
export async function refreshAppreciations(now: Date): Promise<number> {
  const { counted } = (await getInstanceState('appreciations')) ?? {};
  const isKnown = counted !== undefined && counted <= now.getTime();
  const { stale, last } = isKnown
    ? await listStaleSince(new Date(counted - OVERLAP_MS))
    : await listAllStale();
  // Nothing is written where nothing came: each commit makes every process look at the database again.
  const next = Math.min(last?.getTime() ?? counted ?? -Infinity, now.getTime());
  if (stale.length === 0 && (next === counted || !Number.isFinite(next))) return 0;
  return db().transaction(async (tx) => {
    // Counted again: marks may have been deleted since, and what is deleted does not show among the new ones
    // later.
    const count = sql`(select ${distinctSources} from ${commentAppreciations} where ${commentAppreciations.commentId} = ${comments.id})`;
    for (let from = 0; from < stale.length; from += PORTION) {
      await tx
        .update(comments)
        .set({ appreciations: count })
        .where(
          inArray(
            comments.id,
            stale.slice(from, from + PORTION).map(({ id }) => id),
          ),
        );
    }
    await setInstanceState('appreciations', { counted: next }, tx);
    return stale.length;
  });
}
