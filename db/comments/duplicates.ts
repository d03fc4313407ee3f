import { and, eq, inArray, sql } from 'drizzle-orm';
import { preparedIn, type Transaction } from '#db/engine/client.ts';
import { isFromContact } from '#db/privacy/addresses/find.ts';
import { comments, type Comment } from '#db/tables/tables.ts';

/**
 * Behind one network stand many readers, who may say the same few words: for so long it is one of them who
 * pressed twice.
 */
const NETWORK_MS = 10 * 60_000;

/**
 * To its writer, what a rule put among spam stands like all others; that it went there must not show by the
 * second go.
 */
const COUNTED = ['pending', 'approved', 'spam'] as const;

const sameWords = preparedIn((runner) =>
  runner
    .select({ id: comments.id, writerId: comments.writerId })
    .from(comments)
    .where(
      and(
        eq(comments.articleId, sql.placeholder('articleId')),
        eq(comments.bodyKey, sql.placeholder('bodyKey')),
        inArray(comments.status, COUNTED),
      ),
    )
    .limit(100)
    .prepare(),
);

type Words = Pick<Comment, 'articleId' | 'bodyKey' | 'writerId'> & {
  /** The comment itself, when it is there already. */
  id?: string;
};

/**
 * The same words from the same browser, or a moment ago from the same network; from another reader they are
 * their own.
 */
export async function isDuplicate(
  tx: Transaction,
  { articleId, bodyKey, writerId, id }: Words,
  networkIndex: string,
  now: Date,
): Promise<boolean> {
  const others = (await sameWords(tx).execute({ articleId, bodyKey })).filter((row) => row.id !== id);
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
 * The same words with the same address, from wherever. Whoever sends them is not told: it is what they may
 * want to find out.
 */
export async function isRepeatOfAddress(
  tx: Transaction,
  { articleId, bodyKey, id }: Omit<Words, 'writerId'>,
  emailIndex: string,
): Promise<boolean> {
  const others = (await sameWords(tx).execute({ articleId, bodyKey })).filter((row) => row.id !== id);
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
