import { and, inArray, isNull, lt, or } from 'drizzle-orm';
import { closingTime } from '#lib/comments/closing.ts';
import { forgetLinks } from '#db/people/account-links.ts';
import { pruneClassifier } from '#db/moderation/classifier.ts';
import { db } from '#db/engine/client.ts';
import { forgetAddresses, forgetNetworks, forgetUnconfirmed } from '#db/privacy/addresses/forget.ts';
import { pruneTries } from '#db/people/lockout.ts';
import { getSettings } from '#db/paper/settings.ts';
import { commentRevisions, comments } from '#db/tables/tables.ts';
import { thinSnapshots } from '#db/articles/snapshots.ts';
import { forgetTokens } from '#db/comments/form-tokens.ts';
import { forgetWriterLinks } from '#db/comments/writer-addresses.ts';
import { engine } from '#db/engine/engine.ts';
import { inPortions } from '#db/engine/portions.ts';
import { isDiscarded } from '#db/tables/comments.ts';

const DAY = 86_400_000;
const KEPT_DAYS = { refusedText: 30, unconfirmed: 7, addressAfterClose: 30 };

/**
 * Whether the address of an imported comment is stored at all: not if its time was over before the import, by
 * the article's discussion or by its own age.
 */
export function isAddressInTime(
  article: Parameters<typeof closingTime>[0],
  sentAt: Date,
  closeAfterDays: number,
  now: Date,
): boolean {
  const ended = closingTime(article, closeAfterDays);
  const { addressAfterClose } = KEPT_DAYS;
  const isYoung =
    now.getTime() - sentAt.getTime() < ((closeAfterDays || addressAfterClose) + addressAfterClose) * DAY;
  return isYoung && (!ended || now.getTime() - ended.getTime() < addressAfterClose * DAY);
}

/**
 * Erases the texts of spam and trash that nobody will read again. The row stays, because decisions refer to
 * it.
 */
async function emptyDiscarded(before: Date): Promise<number> {
  const due = and(
    isDiscarded(comments),
    lt(comments.createdAt, before),
    // a recent decision of a person can still be undone
    or(isNull(comments.reviewedAt), lt(comments.reviewedAt, before)),
  );
  return inPortions('Erasing discarded comments', (limit) =>
    db().transaction(async (tx) => {
      const ids = tx
        .select({ id: comments.id })
        // SQLite would choose the queue's index, which also contains what is already empty.
        .from(engine.through(comments, 'comments_discarded'))
        .where(due)
        .limit(limit);
      const emptied = await tx
        .update(comments)
        .set({ body: '', bodyKey: '', signature: '', signals: [], appealText: '' })
        .where(inArray(comments.id, ids))
        .returning({ id: comments.id });
      if (emptied.length > 0)
        await tx.delete(commentRevisions).where(
          inArray(
            commentRevisions.commentId,
            emptied.map(({ id }) => id),
          ),
        );
      return emptied.length;
    }),
  );
}

/**
 * Deletes data whose retention time is over. It can run at any time and in several processes. Returns what
 * was deleted.
 */
export async function deleteExpired(now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const { commentsCloseAfterDays } = await getSettings();
  return {
    networks: await forgetNetworks(now),
    texts: await emptyDiscarded(ago(KEPT_DAYS.refusedText)),
    unconfirmed: await forgetUnconfirmed(ago(KEPT_DAYS.unconfirmed)),
    addresses: await forgetAddresses(ago(KEPT_DAYS.addressAfterClose), commentsCloseAfterDays),
    writerLinks: await forgetWriterLinks(now),
    formTokens: await forgetTokens(now),
    classifierTokens: await pruneClassifier(),
    links: await forgetLinks(now),
    tries: await pruneTries(now),
    snapshots: await thinSnapshots(now),
  };
}
