import { and, eq, sql } from 'drizzle-orm';
import { preparedIn, type Transaction } from '#db/engine/client.ts';
import { isFromContact } from '#db/privacy/addresses/find.ts';
import { comments, type Comment } from '#db/tables/tables.ts';
import { states } from '#lib/comments/states.ts';
import { inStates } from '#db/tables/in-states.ts';

/**
 * One network has many readers, who may send the same few words. Only within this time do the same words
 * count as sent twice by one reader.
 */
const NETWORK_MS = 10 * 60_000;

const sameWords = preparedIn((runner) =>
  runner
    .select({ id: comments.id, writerId: comments.writerId })
    .from(comments)
    .where(
      and(
        eq(comments.articleId, sql.placeholder('articleId')),
        eq(comments.bodyKey, sql.placeholder('bodyKey')),
        inStates(states.with('isCountedAsSent', true)),
      ),
    )
    .limit(100)
    .prepare(),
);

type Words = Pick<Comment, 'articleId' | 'bodyKey'> & {
  /** The comment itself, if it is stored already. */
  id?: string;
};
type Same = Pick<Comment, 'id' | 'writerId'>;

/** The other comments under an article with the same words. */
export const listSameWords = async (tx: Transaction, { articleId, bodyKey, id }: Words): Promise<Same[]> =>
  (await sameWords(tx).execute({ articleId, bodyKey })).filter((row) => row.id !== id);

/**
 * Whether the same words came from the same browser, or recently from the same network. The same words from
 * another reader are no duplicate.
 */
export async function isDuplicate(
  tx: Transaction,
  others: Same[],
  { writerId, networkIndex }: { writerId: string; networkIndex: string },
  now: Date,
): Promise<boolean> {
  if (others.length === 0) return false;
  if (others.some((row) => writerId !== '' && row.writerId === writerId)) return true;
  return isFromContact(
    tx,
    others.map((row) => row.id),
    { emailIndex: '', networkIndex },
    new Date(now.getTime() - NETWORK_MS),
  );
}

/**
 * Whether the same words came with the same address, from any browser. The sender is not told: that may be
 * what they want to find out.
 */
export async function isRepeatOfAddress(
  tx: Transaction,
  others: Same[],
  emailIndex: string,
): Promise<boolean> {
  return (
    others.length > 0 &&
    isFromContact(
      tx,
      others.map((row) => row.id),
      { emailIndex, networkIndex: '' },
      new Date(0),
    )
  );
}
