import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from './client.ts';
import { articles, comments, sections } from './tables.ts';

const publicFields = {
  id: comments.id,
  parentId: comments.parentId,
  threadId: comments.threadId,
  name: comments.name,
  body: comments.body,
  status: comments.status,
  createdAt: comments.createdAt,
};

/** Approved comments of an article in the order they were written. */
const listApproved = (articleId: string) =>
  db()
    .select(publicFields)
    .from(comments)
    .where(and(eq(comments.articleId, articleId), eq(comments.status, 'approved')))
    .orderBy(asc(comments.createdAt), asc(comments.id));

export type PublicComment = Awaited<ReturnType<typeof listApproved>>[number];
export type Thread = { opening: PublicComment; replies: PublicComment[] };

/** Threads, the oldest first; a reply whose thread's opening is no longer public stands alone. */
export async function listThreads(articleId: string): Promise<Thread[]> {
  const rows = await listApproved(articleId);
  const threads = new Map<string, Thread>();
  for (const row of rows) {
    const thread = threads.get(row.threadId);
    if (thread) thread.replies.push(row);
    else threads.set(row.threadId, { opening: row, replies: [] });
  }
  return [...threads.values()];
}

/** One comment in whatever state, for its author (who holds a signed link to it). */
export async function getOwnComment(id: string): Promise<PublicComment | undefined> {
  const [row] = await db().select(publicFields).from(comments).where(eq(comments.id, id));
  return row;
}

/** An approved comment that can be answered. */
export async function getAnswerable(id: string, articleId: string): Promise<PublicComment | undefined> {
  const [row] = await db()
    .select(publicFields)
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.articleId, articleId), eq(comments.status, 'approved')));
  return row;
}

/** What the comment form's address needs of an article, visible or not. */
export async function getCommentTarget(number: number) {
  const [row] = await db()
    .select({
      id: articles.id, number: articles.number, locale: articles.locale, slug: articles.slug, status: articles.status,
      publishedAt: articles.publishedAt, commentsOpen: articles.commentsOpen, commentsCloseAt: articles.commentsCloseAt, sectionSlug: sections.slug,
    })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(eq(articles.number, number));
  return row;
}

export async function countApproved(articleId: string): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(comments)
    .where(and(eq(comments.articleId, articleId), eq(comments.status, 'approved')));
  return row?.count ?? 0;
}
