import {
  and,
  asc,
  desc,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  or,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm';
import { engine } from '#db/engine/engine.ts';
import { db, prepared } from '#db/engine/client.ts';
import { articles, comments, sections } from '#db/tables/tables.ts';
import { isPublicComment } from '#db/tables/in-states.ts';
import type { Sort } from '#lib/comments/sorts.ts';

/** Threads per page, and replies shown of each thread; a link leads to the rest. */
export const THREADS_A_PAGE = 25;
export const REPLIES_SHOWN = 10;
/** At most this many replies of a thread that is requested on its own; a browser cannot take more. */
const REPLIES_OF_ONE = 500;

const isPublic = isPublicComment();
/**
 * The value for a public comment, else an empty string. Words that are pending or withdrawn do not leave
 * the database: a placeholder needs none.
 */
const whenPublic = (value: SQLWrapper) => sql<string>`case when ${isPublic} then ${value} else '' end`;

const shared = {
  id: comments.id,
  parentId: comments.parentId,
  threadId: comments.threadId,
  status: comments.status,
  createdAt: comments.createdAt,
  editedAt: comments.editedAt,
  appreciations: comments.appreciations,
  featuredAt: comments.featuredAt,
  isStaff: sql<number>`${comments.staffId} is not null`.mapWith(Boolean),
};
/** For its writer only, in any state. */
export const ownFields = {
  ...shared,
  name: comments.name,
  body: comments.body,
  featuredLine: comments.featuredLine,
};
const publicFields = {
  ...shared,
  name: whenPublic(comments.name),
  body: whenPublic(comments.body),
  featuredLine: whenPublic(comments.featuredLine),
};

/** A comment as readers see it. One that is not approved is a placeholder without words. */
export type PublicComment = Awaited<ReturnType<typeof listOpenings>>[number];
/** `replyCount` counts all replies that readers can see, also those not in `replies`. */
export type Thread = { opening: PublicComment; replies: PublicComment[]; replyCount: number };
export type ThreadPage = { threads: Thread[]; isFirst: boolean; before?: string; after?: string };
/**
 * A position in the list: after a thread, before one, or (`at`) the page that holds a comment. The first one
 * that is given counts.
 */
export type Place = { after?: string; before?: string; at?: string };
type Anchor = { articleId: string; id: string };

const replies = engine.alias(comments, 'replies');

/** Openings that readers see: approved ones, and placeholders of others that have approved replies. */
const isShownOpening = (articleId: string) =>
  and(
    eq(comments.articleId, articleId),
    eq(comments.depth, 0),
    isNull(comments.parentId),
    or(
      isPublic,
      exists(
        db()
          .select({ one: sql`1` })
          .from(replies)
          .where(and(eq(replies.threadId, comments.id), isPublicComment(replies.status))),
      ),
    ),
  );

/** The sort keys; the id comes last, so that the order is total. */
const ORDERS = {
  newest: { keys: [comments.createdAt, comments.id], falls: true },
  oldest: { keys: [comments.createdAt, comments.id], falls: false },
  appreciated: { keys: [comments.appreciations, comments.createdAt, comments.id], falls: true },
} as const;

const ordered = (sort: Sort, isReversed = false) =>
  ORDERS[sort].keys.map((key) => (ORDERS[sort].falls === isReversed ? asc(key) : desc(key)));

/**
 * Openings before (or behind) this comment of the article, by its current sort keys. A comment of another
 * article has none, or each would be an address of every article's page.
 */
function standsBeside(sort: Sort, { articleId, id }: Anchor, side: 'before' | 'behind') {
  const { keys, falls } = ORDERS[sort];
  const sign = sql.raw((side === 'behind') === falls ? '<' : '>');
  const list = sql.join([...keys], sql`, `);
  const anchor = engine.alias(comments, 'anchor');
  const anchorKeys = sql.join(
    keys.map((key) => sql`${anchor}.${sql.identifier(key.name)}`),
    sql`, `,
  );
  return sql`(${list}) ${sign} (select ${anchorKeys} from ${comments} as ${sql.identifier('anchor')} where ${sql.identifier('anchor')}.id = ${id} and ${sql.identifier('anchor')}.article_id = ${articleId})`;
}

const listOpenings = (where: SQL | undefined, order: SQL[], offset: number) =>
  db()
    .select(publicFields)
    .from(comments)
    .where(where)
    .orderBy(...order)
    .limit(THREADS_A_PAGE + 1)
    .offset(offset);

/** The replies of these threads, by time: as many of each as may be shown. */
async function listReplies(threadIds: string[], whole: string | undefined) {
  if (threadIds.length === 0) return [];
  const isParent = exists(
    db()
      .select({ one: sql`1` })
      .from(replies)
      .where(and(eq(replies.parentId, comments.id), isPublicComment(replies.status))),
  );
  const ranked = db()
    .$with('ranked')
    .as(
      db()
        .select({
          ...publicFields,
          place:
            sql<number>`row_number() over (partition by ${comments.threadId} order by ${comments.createdAt}, ${comments.id})`.as(
              'place',
            ),
          seen: sql<number>`sum(case when ${isPublic} then 1 else 0 end) over (partition by ${comments.threadId})`
            .mapWith(Number)
            .as('seen'),
          name: publicFields.name.as('shown_name'),
          body: publicFields.body.as('shown_body'),
          featuredLine: publicFields.featuredLine.as('shown_line'),
          isStaff: publicFields.isStaff.as('is_staff'),
        })
        .from(comments)
        .where(
          and(inArray(comments.threadId, threadIds), isNotNull(comments.parentId), or(isPublic, isParent)),
        ),
    );
  return db()
    .with(ranked)
    .select()
    .from(ranked)
    .where(
      sql`${ranked.place} <= case when ${ranked.threadId} = ${whole ?? ''} then ${REPLIES_OF_ONE} else ${REPLIES_SHOWN} end`,
    )
    .orderBy(asc(ranked.createdAt), asc(ranked.id));
}

/**
 * The thread of a comment and the number of threads before it; undefined if the article has no such comment.
 */
async function findPlace(articleId: string, sort: Sort, commentId: string) {
  const [found] = await db()
    .select({ threadId: comments.threadId })
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.articleId, articleId)));
  if (!found) return undefined;
  const [row] = await db()
    .select({ before: sql<number>`count(*)`.mapWith(Number) })
    .from(comments)
    .where(and(isShownOpening(articleId), standsBeside(sort, { articleId, id: found.threadId }, 'before')));
  return { threadId: found.threadId, before: row?.before ?? 0 };
}

/**
 * One page of an article's threads, in two queries however many comments there are (`at` needs two more).
 * Pages are addressed by threads, not by numbers, so new comments do not shift them. Undefined if no thread
 * is at that position.
 */
export async function listThreads(
  articleId: string,
  sort: Sort = 'newest',
  { after, before, at }: Place = {},
): Promise<ThreadPage | undefined> {
  const anchor = after ?? before;
  const place = at && !anchor ? await findPlace(articleId, sort, at) : undefined;
  const where = and(
    isShownOpening(articleId),
    anchor ? standsBeside(sort, { articleId, id: anchor }, after ? 'behind' : 'before') : undefined,
  );
  const offset = place ? Math.floor(place.before / THREADS_A_PAGE) * THREADS_A_PAGE : 0;
  const isReversed = !after && before !== undefined;
  const found = await listOpenings(where, ordered(sort, isReversed), offset);
  if (anchor && found.length === 0) return undefined;
  const openings = found.slice(0, THREADS_A_PAGE);
  if (isReversed) openings.reverse();
  const hasMore = found.length > THREADS_A_PAGE;
  const rows = await listReplies(
    openings.map(({ id }) => id),
    place?.threadId,
  );
  const threads = openings.map((opening) => {
    const own = rows.filter((row) => row.threadId === opening.id);
    return {
      opening,
      replies: own.map(({ place: _place, seen: _seen, ...reply }) => reply),
      replyCount: own[0]?.seen ?? 0,
    };
  });
  const isFirst = isReversed ? !hasMore : !after && offset === 0;
  const isLast = isReversed ? false : !hasMore;
  return {
    threads,
    isFirst,
    ...(!isFirst && openings[0] && { before: openings[0].id }),
    ...(!isLast && openings.length > 0 && { after: openings.at(-1)!.id }),
  };
}

/** An approved comment of an article, which readers can reply to, appreciate or report. */
export async function getAnswerable(id: string, articleId: string): Promise<PublicComment | undefined> {
  const [row] = await db()
    .select(publicFields)
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.articleId, articleId), isPublic));
  return row;
}

/** The article fields that the comment form needs, whether the article is visible or not. */
export async function getCommentTarget(number: number) {
  const [row] = await db()
    .select({
      id: articles.id,
      number: articles.number,
      locale: articles.locale,
      slug: articles.slug,
      status: articles.status,
      publishedAt: articles.publishedAt,
      commentsOpen: articles.commentsOpen,
      commentsCloseAt: articles.commentsCloseAt,
      sectionSlug: sections.slug,
    })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(eq(articles.number, number));
  return row;
}

const approvedOf = prepared(() =>
  db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(comments)
    .where(and(eq(comments.articleId, sql.placeholder('articleId')), isPublic))
    .prepare(),
);

export async function countApproved(articleId: string): Promise<number> {
  const [row] = await approvedOf().execute({ articleId });
  return row?.count ?? 0;
}
