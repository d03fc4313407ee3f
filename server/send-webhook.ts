import { z } from 'zod';
import type { Job } from '#db/jobs.ts';
import { getSettings } from '#db/settings.ts';
import { getWebhookSubject } from '#db/webhook.ts';
import { getKeys } from '#lib/keys.ts';
import { shortPath } from '#lib/article-path.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { isWebhookUrl, signWebhook } from '#lib/webhook.ts';

const TIMEOUT_MS = 5000;
const payload = z.object({ event: z.enum(['comment.pending', 'comment.approved', 'comment.reported']), commentId: z.string() });

/** Tells the newsroom's other systems what became of a comment. Ids and addresses of pages only: no name, no words, nobody's address. */
export async function sendWebhook(job: Job, now: Date): Promise<void> {
  const { event, commentId } = payload.parse(job.payload);
  const [{ webhookUrl }, subject] = await Promise.all([getSettings(), getWebhookSubject(commentId)]);
  if (!webhookUrl || !subject) return;
  if (!isWebhookUrl(webhookUrl)) throw new Error('Webhook: the address must be https, or on this machine');
  const body = JSON.stringify({
    id: job.id,
    event,
    time: job.createdAt.toISOString(),
    comment: { id: commentId, status: subject.status },
    article: { number: subject.number, url: absoluteUrl(shortPath(subject.number)) },
  });
  const answer = await fetch(webhookUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'User-Agent': 'Midad', 'Midad-Signature': signWebhook(getKeys().webhook, body, now) },
    body,
    // A redirect could lead into a network that the address itself may not name.
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    // Without the address, which may hold a secret of the receiver.
    throw new Error(`Webhook: ${error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'no connection'}`);
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`Webhook: answered ${answer.status}`);
}
