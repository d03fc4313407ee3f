import { and, inArray, isNull, lt, ne, or } from 'drizzle-orm';
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

const DAY = 86_400_000;
const KEPT_DAYS = { refusedText: 30, unconfirmed: 7, addressAfterClose: 30 };

/**
 * Whether the address of a comment from elsewhere is kept at all: not when its time was over before it came,
 * by its article's discussion or by its own age.
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

/** What nobody will read again loses its words; the row stays, because decisions are about it. */
async function emptyDiscarded(before: Date): Promise<number> {
  const emptied = await db()
    .update(comments)
    .set({ body: '', bodyKey: '', signature: '', signals: [], appealText: '' })
    .where(
      and(
        inArray(comments.status, ['spam', 'trash']),
        lt(comments.createdAt, before),
        ne(comments.body, ''),
        // what a person decided about yesterday can still be taken back
        or(isNull(comments.reviewedAt), lt(comments.reviewedAt, before)),
      ),
    )
    .returning({ id: comments.id });
  for (let from = 0; from < emptied.length; from += 500) {
    await db()
      .delete(commentRevisions)
      .where(
        inArray(
          commentRevisions.commentId,
          emptied.slice(from, from + 500).map(({ id }) => id),
        ),
      );
  }
  return emptied.length;
}

/**
 * Throws away what has been kept long enough. Safe to run at any time and by several processes; returns what
 * went.
 */
export async function keepOnlyWhatIsNeeded(now: Date) {
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
