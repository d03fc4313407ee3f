import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#db/engine/client.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { commentNotices, comments, settings } from '#db/tables/tables.ts';

/** What webhooks tell of a comment. */
export type WebhookEvent = 'comment.pending' | 'comment.approved' | 'comment.reported';

/** Adds the job of a webhook, if the newsroom has set one: every job costs two more commits. */
export async function tellWebhook(
  tx: Transaction,
  event: WebhookEvent,
  commentId: string,
  now: Date,
): Promise<void> {
  const [url] = await tx
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, 'webhookUrl'));
  if (url?.value) await enqueueJob(tx, 'webhook', { event, commentId }, now);
}

/** A comment and those that it replies to, the nearest first. */
const withParents = (commentId: string) =>
  sql`with recursive above (id) as (
      select ${commentId}
      union
      select ${comments.parentId} from above cross join ${comments} where ${comments.id} = above.id
    ) select id from above`;

/** Adds the job that mails notices of a published comment, if its writer or one above asked for notices. */
export async function tellWriters(tx: Transaction, commentId: string, now: Date): Promise<void> {
  const [asked] = await tx
    .select({ id: commentNotices.commentId })
    .from(commentNotices)
    .where(
      and(sql`${commentNotices.commentId} in (${withParents(commentId)})`, isNull(commentNotices.endedAt)),
    )
    .limit(1);
  if (asked) await enqueueJob(tx, 'notice', { commentId, event: 'approved' }, now);
}
