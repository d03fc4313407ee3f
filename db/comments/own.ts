import { and, desc, eq, exists, inArray, or, sql, type SQL } from 'drizzle-orm';
import { isPublicNow } from '#db/articles/cards.ts';
import { db, prepared } from '#db/engine/client.ts';
import { ownFields, type PublicComment } from './threads.ts';
import { articles, comments, sections } from '#db/tables/tables.ts';
import { isOfConfirmed, listIdsOfConfirmed } from './writer-addresses.ts';
import { states } from '#lib/comments/states.ts';
import { inStates } from '#db/tables/in-states.ts';

/*
 * What writers can see and change of their own comments. The writer is identified only by the signed cookie,
 * whose id is never empty. Comments sent with an address are also theirs in each browser that confirmed the
 * address from its mailbox.
 */
export const OWN_A_PAGE = 20;

const saidToWait = inStates(states.with('told', 'waiting'));

const isOwn = (writerId: string, confirmed: string[]): SQL | undefined =>
  or(eq(comments.writerId, writerId), confirmed.length > 0 ? inArray(comments.id, confirmed) : undefined);

const numberWaiting = prepared(() =>
  db()
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.writerId, sql.placeholder('writerId')),
        saidToWait,
        exists(
          db()
            .select({ one: sql`1` })
            .from(articles)
            .where(and(eq(articles.id, comments.articleId), eq(articles.number, sql.placeholder('number')))),
        ),
      ),
    )
    .limit(1)
    .prepare(),
);

/**
 * Whether an article has comments that only this writer sees. The front door calls this for each request with
 * the cookie.
 */
export async function hasOwnOn(writerId: string, number: number): Promise<boolean> {
  if ((await numberWaiting().execute({ writerId, number })).length > 0) return true;
  const confirmed = await listIdsOfConfirmed(writerId);
  if (confirmed.length === 0) return false;
  const [row] = await db()
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(and(inArray(comments.id, confirmed), saidToWait, eq(articles.number, number)))
    .limit(1);
  return row !== undefined;
}

/** The writer's pending comments on an article, the newest first, including the comment `at` in any state. */
export async function listOwnOn(writerId: string, articleId: string, at = ''): Promise<PublicComment[]> {
  const confirmed = await listIdsOfConfirmed(writerId);
  return db()
    .select(ownFields)
    .from(comments)
    .where(
      and(
        eq(comments.articleId, articleId),
        isOwn(writerId, confirmed),
        or(saidToWait, at ? eq(comments.id, at) : undefined),
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(OWN_A_PAGE);
}

const selectOwn = (now: Date) =>
  db()
    .select({
      id: comments.id,
      name: comments.name,
      body: comments.body,
      status: comments.status,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      reasonCode: comments.reasonCode,
      reasonNote: comments.reasonNote,
      appealedAt: comments.appealedAt,
      writerId: comments.writerId,
      article: {
        headline: articles.headline,
        locale: articles.locale,
        number: articles.number,
        slug: articles.slug,
        sectionSlug: sections.slug,
        isPublic: isPublicNow(now),
      },
    })
    .from(comments)
    .innerJoin(articles, eq(comments.articleId, articles.id))
    .innerJoin(sections, eq(articles.sectionId, sections.id));

/**
 * A comment with everything its writer sees of it; undefined if it does not exist or belongs to another
 * writer.
 */
export async function getOwnComment(id: string, writerId: string, now: Date) {
  if (!writerId) return undefined;
  const [row] = await selectOwn(now).where(eq(comments.id, id));
  if (!row) return undefined;
  const { writerId: wroteIt, ...comment } = row;
  return wroteIt === writerId || (await isOfConfirmed(writerId, id)) ? comment : undefined;
}

export type OwnComment = NonNullable<Awaited<ReturnType<typeof getOwnComment>>>;

/** One page of a writer's comments, the newest first, and whether more follow. */
export async function listOwnComments(
  writerId: string,
  page: number,
  now: Date,
): Promise<{ comments: OwnComment[]; hasMore: boolean }> {
  if (!writerId) return { comments: [], hasMore: false };
  const confirmed = await listIdsOfConfirmed(writerId);
  const rows = await selectOwn(now)
    .where(isOwn(writerId, confirmed))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(OWN_A_PAGE + 1)
    .offset((page - 1) * OWN_A_PAGE);
  return {
    comments: rows.slice(0, OWN_A_PAGE).map(({ writerId: _writerId, ...comment }) => comment),
    hasMore: rows.length > OWN_A_PAGE,
  };
}
