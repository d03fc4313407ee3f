import { and, eq, exists, sql } from 'drizzle-orm';
import { engine } from '#db/engine/engine.ts';
import { db, prepared } from '#db/engine/client.ts';
import { isPublicComment } from '#db/tables/in-states.ts';
import { articles, comments } from '#db/tables/tables.ts';

const inThread = engine.alias(comments, 'in_thread');

const places = prepared(() => {
  const isShown = exists(
    db()
      .select({ one: sql`1` })
      .from(inThread)
      .where(and(eq(inThread.threadId, comments.threadId), isPublicComment(inThread.status))),
  );
  const isAsked = and(eq(comments.id, sql.placeholder('at')), eq(comments.articleId, articles.id), isShown);
  return db()
    .select({
      kind: articles.kind,
      status: articles.status,
      threadId: sql<
        string | null
      >`(${db().select({ threadId: comments.threadId }).from(comments).where(isAsked)})`,
    })
    .from(articles)
    .where(eq(articles.number, sql.placeholder('number')))
    .prepare();
});

/**
 * What decides which page an address of an article leads to: the article's kind and state, and the thread
 * with the comment `at`, null if readers see no such thread there. Undefined without an article.
 */
export async function findAskedPlace(number: number, at: string) {
  const [row] = await places().execute({ number, at });
  return row;
}
