import { and, count, desc, eq, gt, gte, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db } from './client.ts';
import { articleFields } from './moderation-queue.ts';
import { supersedes } from './moderation.ts';
import { articles, comments, moderationDecisions, sections, users } from './tables.ts';

/** Comments that somebody has approved since a moment, and that are approved still; what a rule let through is nobody's decision. */
export async function countApprovedSince(since: Date): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(distinct ${comments.id})`.mapWith(Number) })
    .from(moderationDecisions)
    .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
    .where(and(
      eq(moderationDecisions.toStatus, 'approved'), eq(comments.status, 'approved'), gte(moderationDecisions.createdAt, since),
      isNotNull(moderationDecisions.userId), eq(moderationDecisions.act, 'move'), isNull(moderationDecisions.undoesId),
    ));
  return row!.count;
}

/** What people have decided, the newest first; `canUndo` when the same comment has neither been moved nor changed since. */
export async function listDecisions({ page, limit }: { page: number; limit: number }) {
  const later = alias(moderationDecisions, 'later');
  const superseded = db()
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.commentId, moderationDecisions.commentId),
        gt(later.sequence, moderationDecisions.sequence),
        supersedes(later),
      ),
    );
  const rows = await db()
    .select({
      id: moderationDecisions.id, fromStatus: moderationDecisions.fromStatus, toStatus: moderationDecisions.toStatus,
      act: moderationDecisions.act, reason: moderationDecisions.reason, reasonCode: moderationDecisions.reasonCode,
      undoesId: moderationDecisions.undoesId, createdAt: moderationDecisions.createdAt, byName: users.name,
      comment: { id: comments.id, name: comments.name, body: comments.body },
      article: articleFields,
      canUndo: and(notExists(superseded), isNull(moderationDecisions.undoesId), eq(moderationDecisions.act, 'move'), isNotNull(moderationDecisions.fromStatus))!.mapWith(Boolean),
    })
    .from(moderationDecisions)
    .innerJoin(users, eq(moderationDecisions.userId, users.id))
    .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
    .innerJoin(articles, eq(comments.articleId, articles.id))
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .orderBy(desc(moderationDecisions.sequence))
    .limit(limit)
    .offset((page - 1) * limit);
  return rows;
}

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number];

export async function countDecisions(): Promise<number> {
  const [row] = await db().select({ count: count() }).from(moderationDecisions).where(sql`${moderationDecisions.userId} is not null`);
  return row!.count;
}
