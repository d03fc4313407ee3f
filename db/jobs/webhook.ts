import { eq } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { articles, comments } from '#db/tables/tables.ts';

/** The only facts about a comment that webhooks send to other systems. */
export async function getWebhookSubject(commentId: string) {
  const [row] = await db()
    .select({ status: comments.status, number: articles.number })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.id, commentId));
  return row;
}
