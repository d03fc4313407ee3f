import { and, eq, inArray, sql } from 'drizzle-orm';
import { preparedIn, type Transaction } from './client.ts';
import { isFromContact, type ContactKeys } from './contacts.ts';
import { comments, type Comment } from './tables.ts';

/** Behind one network stand many readers, who may say the same few words: for so long it is one of them who pressed twice. */
const NETWORK_MS = 10 * 60_000;

const sameWords = preparedIn((runner) =>
  runner
    .select({ id: comments.id, writerId: comments.writerId })
    .from(comments)
    .where(and(eq(comments.articleId, sql.placeholder('articleId')), eq(comments.bodyKey, sql.placeholder('bodyKey')), inArray(comments.status, ['pending', 'approved'])))
    .limit(100)
    .prepare(),
);

type Words = Pick<Comment, 'articleId' | 'bodyKey' | 'writerId'> & { /** The comment itself, when it is there already. */ id?: string };

/** The same words from the same browser or address, or a moment ago from the same network; from another reader they are their own. */
export async function isDuplicate(tx: Transaction, { articleId, bodyKey, writerId, id }: Words, keys: ContactKeys, now: Date): Promise<boolean> {
  const others = (await sameWords(tx).execute({ articleId, bodyKey })).filter((row) => row.id !== id);
  if (others.length === 0) return false;
  return others.some((row) => writerId !== '' && row.writerId === writerId) || isFromContact(tx, others.map((row) => row.id), keys, new Date(now.getTime() - NETWORK_MS));
}
