import { and, eq, isNull } from 'drizzle-orm';
import { isVisible } from '#db/articles/cards.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { countMails, pickAddressees } from '#db/privacy/addresses/notices.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { articles, commentNotices, comments } from '#db/tables/tables.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

/** A decision can be undone for half a minute; a mail cannot. */
const GRACE_MS = 60_000;
const DAY = 86_400_000;
/** At most this many mails to one address in a day; mails beyond that are dropped, not delayed. */
const CAPS = { confirmations: 3, replies: 20 };

/**
 * One mail to send. `noticeOf` is the comment whose writer asked for it; `commentId` is the comment it is
 * about (the same one for an approval).
 */
export type NoticeMail = { about: 'approval' | 'reply'; noticeOf: string; commentId: string };

const bare = (id: string) => id.replaceAll('-', '');
/** The same mail always has the same id, so that it is queued once however often a comment is approved. */
const mailId = ({ about, noticeOf, commentId }: NoticeMail) =>
  bare(noticeOf) + bare(commentId) + (about === 'approval' ? 'a' : 'r');

async function getLiveNotice(runner: Runner, commentId: string) {
  const [row] = await runner
    .select({ confirmedAt: commentNotices.confirmedAt })
    .from(commentNotices)
    .innerJoin(comments, and(eq(comments.id, commentNotices.commentId), isPublicComment()))
    .where(and(eq(commentNotices.commentId, commentId), isNull(commentNotices.endedAt)));
  return row;
}

async function askForMail(tx: Transaction, mail: NoticeMail, now: Date) {
  await enqueueJob(tx, 'mail', mail, now, { id: mailId(mail), runAt: new Date(now.getTime() + GRACE_MS) });
}

/** The comments that this one replies to, the nearest first; those of the same writer are left out. */
async function listParents(
  tx: Transaction,
  { threadId, parentId, writerId }: { threadId: string; parentId: string | null; writerId: string },
) {
  if (!parentId) return [];
  const rows = await tx
    .select({ id: comments.id, parentId: comments.parentId, writerId: comments.writerId })
    .from(comments)
    .where(eq(comments.threadId, threadId));
  const known = new Map(rows.map((row) => [row.id, row]));
  const parents = [];
  for (
    let row = known.get(parentId);
    row && known.delete(row.id);
    row = row.parentId ? known.get(row.parentId) : undefined
  ) {
    if (!writerId || row.writerId !== writerId) parents.push(row.id);
  }
  return parents;
}

/**
 * Finds who to tell that this comment was published: its own writer, and the confirmed writers of the
 * comments it replies to. Queues one mail to each.
 */
export async function planNotices(commentId: string, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    const [comment] = await tx
      .select()
      .from(comments)
      .where(and(eq(comments.id, commentId), isPublicComment()));
    if (!comment) return;
    const since = new Date(now.getTime() - DAY);
    const own = await getLiveNotice(tx, commentId);
    if (own && (own.confirmedAt || (await countMails(tx, commentId, since)).approvals < CAPS.confirmations)) {
      await askForMail(tx, { about: 'approval', noticeOf: commentId, commentId }, now);
    }
    for (const noticeOf of await pickAddressees(tx, await listParents(tx, comment), commentId)) {
      const notice = await getLiveNotice(tx, noticeOf);
      if (!notice?.confirmedAt || (await countMails(tx, noticeOf, since)).replies >= CAPS.replies) continue;
      await askForMail(tx, { about: 'reply', noticeOf, commentId }, now);
    }
  });
}

/**
 * The content of a mail; undefined if it must not be sent any more: notices ended, address not confirmed, or
 * the comment is not readable.
 */
export async function getNoticeMail({ about, noticeOf, commentId }: NoticeMail, now: Date) {
  const notice = await getLiveNotice(db(), noticeOf);
  if (!notice || (about === 'reply' && !notice.confirmedAt)) return undefined;
  const [row] = await db()
    .select({
      commentId: comments.id,
      name: comments.name,
      body: comments.body,
      parentId: comments.parentId,
      locale: articles.locale,
      number: articles.number,
      headline: articles.headline,
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(and(eq(comments.id, commentId), isPublicComment(), isVisible(now)));
  return row && { ...row, isConfirmed: notice.confirmedAt !== null, isDirect: row.parentId === noticeOf };
}
