import { eq } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { findMailbox } from '#db/people/people.ts';
import { articles, drafts, users, type Article, type User } from '#db/tables/tables.ts';

/** What the desk did with an article that its author is told of. */
export type Told = { about: 'returned' | 'published'; articleId: string; byId: string };

/** Part of the act's transaction; nobody is told of what they did themselves. */
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
  /** Why it was given back; empty for a publication. */
  reason: string;
};

/**
 * How things stand when the mail goes; undefined when nobody is there to read it, or it is over: an article
 * that came back to the desk needs no more mending, and one that was taken back is not out.
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
