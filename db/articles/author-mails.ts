import { eq } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { findMailbox } from '#db/people/people.ts';
import { articles, drafts, users, type Article, type User } from '#db/tables/tables.ts';

/** An act of the desk that its author gets a mail about. */
export type Told = { about: 'returned' | 'published'; articleId: string; byId: string };

/** Queues the mail in the act's transaction. Authors get no mail about their own acts. */
export async function tellAuthor(
  tx: Transaction,
  { id, ownerId }: Pick<Article, 'id' | 'ownerId'>,
  about: Told['about'],
  by: Person,
  now: Date,
): Promise<void> {
  if (ownerId && ownerId !== by.id)
    await enqueueJob(tx, 'authorMail', { about, articleId: id, byId: by.id } satisfies Told, now);
}

export type AuthorMail = {
  to: Pick<User, 'email' | 'locale'>;
  number: number;
  headline: string;
  by: string;
  /** Why the article was returned; empty for a publication. */
  reason: string;
};

/**
 * The mail's data, read when the mail is sent. Undefined if it has no recipient or is obsolete: the author
 * has already sent the returned article to the desk again, or the article is no longer published.
 */
export async function getAuthorMail({ about, articleId, byId }: Told): Promise<AuthorMail | undefined> {
  const [row] = await db()
    .select({ article: articles, draft: drafts })
    .from(drafts)
    .innerJoin(articles, eq(articles.id, drafts.articleId))
    .where(eq(drafts.articleId, articleId));
  const to = row?.article.ownerId ? await findMailbox(row.article.ownerId) : undefined;
  const isOver = about === 'returned' ? !row?.draft.returnedAt : row?.article.status !== 'published';
  if (!row || !to || isOver) return undefined;
  const [by] = await db().select({ name: users.name }).from(users).where(eq(users.id, byId));
  const {
    article: { number },
    draft: { content, returnReason },
  } = row;
  return {
    to,
    number,
    headline: content.headline,
    by: by?.name ?? '',
    reason: about === 'returned' ? returnReason : '',
  };
}
