import { and, asc, count, desc, eq, gt, gte, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db } from './client.ts';
import type { CommentStatus } from './schema.ts';
import { articles, comments, moderationDecisions, sections, users } from './tables.ts';

const articleFields = {
  number: articles.number,
  slug: articles.slug,
  locale: articles.locale,
  headline: articles.headline,
  sectionSlug: sections.slug,
  sectionNameAr: sections.nameAr,
};

export type QueueFilter = { status: CommentStatus; articleNumber?: number };

const toWhere = ({ status, articleNumber }: QueueFilter) =>
  and(eq(comments.status, status), articleNumber === undefined ? undefined : eq(articles.number, articleNumber));

/** The latest decision on each of these comments, with the name of who took it. */
async function latestDecisions(commentIds: string[]) {
  if (commentIds.length === 0) return new Map();
  const rows = await db()
    .select({
      id: moderationDecisions.id, commentId: moderationDecisions.commentId, rule: moderationDecisions.rule,
      toStatus: moderationDecisions.toStatus, createdAt: moderationDecisions.createdAt, byName: users.name,
    })
    .from(moderationDecisions)
    .leftJoin(users, eq(moderationDecisions.userId, users.id))
    .where(inArray(moderationDecisions.commentId, commentIds))
    .orderBy(asc(moderationDecisions.createdAt), asc(moderationDecisions.id));
  return new Map(rows.map((row) => [row.commentId, row]));
}

/** One page of comments in a state with what a moderator needs to decide. Waiting ones come first in, first out. */
export async function listQueue(filter: QueueFilter, { page, limit }: { page: number; limit: number }) {
  const parents = alias(comments, 'parents');
  const order = filter.status === 'pending' ? asc : desc;
  const rows = await db()
    .select({
      id: comments.id, name: comments.name, body: comments.body, status: comments.status, createdAt: comments.createdAt,
      article: articleFields,
      parent: { name: parents.name, body: parents.body },
    })
    .from(comments)
    .innerJoin(articles, eq(comments.articleId, articles.id))
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(parents, eq(comments.parentId, parents.id))
    .where(toWhere(filter))
    .orderBy(order(comments.createdAt), order(comments.id))
    .limit(limit)
    .offset((page - 1) * limit);
  const decisions = await latestDecisions(rows.map((row) => row.id));
  return rows.map((row) => ({ ...row, decision: decisions.get(row.id) }));
}

export type QueuedComment = Awaited<ReturnType<typeof listQueue>>[number];

export async function countQueue(filter: QueueFilter): Promise<number> {
  const [row] = await db().select({ count: count() }).from(comments).innerJoin(articles, eq(comments.articleId, articles.id)).where(toWhere(filter));
  return row!.count;
}

/** How many comments stand in each state. */
export async function countByStatus(): Promise<Record<CommentStatus, number>> {
  const rows = await db().select({ status: comments.status, count: count() }).from(comments).groupBy(comments.status);
  return { pending: 0, approved: 0, rejected: 0, spam: 0, trash: 0, withdrawn: 0, ...Object.fromEntries(rows.map((row) => [row.status, row.count])) };
}

/** Comments that a decision has approved since a moment, and that are approved still. */
export async function countApprovedSince(since: Date): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(distinct ${comments.id})`.mapWith(Number) })
    .from(moderationDecisions)
    .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
    .where(and(eq(moderationDecisions.toStatus, 'approved'), eq(comments.status, 'approved'), gte(moderationDecisions.createdAt, since)));
  return row!.count;
}

/** When the comment that has waited longest came in. */
export async function getOldestPending(): Promise<Date | undefined> {
  const [row] = await db().select({ at: comments.createdAt }).from(comments).where(eq(comments.status, 'pending')).orderBy(asc(comments.createdAt)).limit(1);
  return row?.at;
}

/** The headline of an article by its number, whatever its state: to name what the queue is narrowed to. */
export async function getHeadline(number: number): Promise<string | undefined> {
  const [row] = await db().select({ headline: articles.headline }).from(articles).where(eq(articles.number, number));
  return row?.headline;
}

/** What people have decided, the newest first; `canUndo` when nobody has decided on the same comment since. */
export async function listDecisions({ page, limit }: { page: number; limit: number }) {
  const later = alias(moderationDecisions, 'later');
  const superseded = db()
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.commentId, moderationDecisions.commentId),
        or(
          gt(later.createdAt, moderationDecisions.createdAt),
          and(eq(later.createdAt, moderationDecisions.createdAt), gt(later.id, moderationDecisions.id)),
        ),
      ),
    );
  const rows = await db()
    .select({
      id: moderationDecisions.id, fromStatus: moderationDecisions.fromStatus, toStatus: moderationDecisions.toStatus,
      undoesId: moderationDecisions.undoesId, createdAt: moderationDecisions.createdAt, byName: users.name,
      comment: { id: comments.id, name: comments.name, body: comments.body },
      article: articleFields,
      canUndo: and(notExists(superseded), isNull(moderationDecisions.undoesId))!.mapWith(Boolean),
    })
    .from(moderationDecisions)
    .innerJoin(users, eq(moderationDecisions.userId, users.id))
    .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
    .innerJoin(articles, eq(comments.articleId, articles.id))
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .orderBy(desc(moderationDecisions.createdAt), desc(moderationDecisions.id))
    .limit(limit)
    .offset((page - 1) * limit);
  return rows;
}

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number];

export async function countDecisions(): Promise<number> {
  const [row] = await db().select({ count: count() }).from(moderationDecisions).where(sql`${moderationDecisions.userId} is not null`);
  return row!.count;
}
