import { and, eq, lt, sql } from 'drizzle-orm';
import { isPublicNow } from './article-cards.ts';
import { db } from './client.ts';
import { articles, comments, sections } from './tables.ts';
import { listWaits } from './waits.ts';

/** From how many of the latest decisions the usual wait is told. */
const DECISIONS = 50;

/** All that a writer is shown of a comment of theirs; whoever calls has read the signed link to it. */
export async function getWriterComment(id: string, now: Date) {
  const [row] = await db()
    .select({
      id: comments.id, name: comments.name, body: comments.body, status: comments.status, createdAt: comments.createdAt, editedAt: comments.editedAt,
      reasonCode: comments.reasonCode, reasonNote: comments.reasonNote, appealedAt: comments.appealedAt,
      article: {
        headline: articles.headline, locale: articles.locale, number: articles.number, slug: articles.slug, sectionSlug: sections.slug, isPublic: isPublicNow(now),
      },
    })
    .from(comments)
    .innerJoin(articles, eq(comments.articleId, articles.id))
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(eq(comments.id, id));
  return row;
}

export type WriterComment = NonNullable<Awaited<ReturnType<typeof getWriterComment>>>;

/** How many comments were waiting before one that came in at this moment. */
export async function countWaitingBefore(createdAt: Date): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(comments)
    .where(and(eq(comments.status, 'pending'), lt(comments.createdAt, createdAt)));
  return row?.count ?? 0;
}

/** How long, in milliseconds, half of the latest comments waited for a person; nothing before anybody has decided. */
export async function getUsualWait(): Promise<number | undefined> {
  const waits = await listWaits({ to: ['approved', 'rejected'], limit: DECISIONS });
  return waits[Math.floor(waits.length / 2)];
}
