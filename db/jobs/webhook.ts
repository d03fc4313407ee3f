import { eq } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { articles, comments } from '#db/tables/tables.ts';

/** The little of a comment that other systems are told. */
export async function getWebhookSubject(commentId: string) {
  const [row] = await db()
    .select({ status: comments.status, number: articles.number })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.id, commentId));
  return row;
}
