import { request as requestInClear } from 'node:http';
import { request } from 'node:https';
import { z } from 'zod';
import type { Job } from '#db/jobs/jobs.ts';
import { getSettings } from '#db/paper/settings.ts';
import { getWebhookSubject } from '#db/jobs/webhook.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';
import { shortPath } from '#lib/articles/path.ts';
import { PermanentFault } from '#lib/permanent-fault.ts';
import { addressOf, isPrivateAddress, lookupOutside, PrivateNetwork } from '#lib/security/private-network.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { isWebhookUrl, signWebhook } from '#lib/security/webhook.ts';

const TIMEOUT_MS = 5000;
const INSIDE = 'Webhook: the address leads into a private network (WEBHOOK_ALLOW_PRIVATE=1 allows that)';
const payload = z.object({
  event: z.enum(['comment.pending', 'comment.approved', 'comment.reported']),
  commentId: z.string(),
});

/**
 * Sends a body and returns the status of the response, whose body is not read. Redirects are not followed.
 */
function post(url: URL, headers: Record<string, string>, body: string): Promise<number> {
  const address = addressOf(url.hostname);
  if (!env.webhookAllowPrivate && address && isPrivateAddress(address)) throw new PermanentFault(INSIDE);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const send = url.protocol === 'https:' ? request : requestInClear;
  const options = {
    method: 'POST',
    headers,
    signal,
    agent: false,
    ...(!env.webhookAllowPrivate && { lookup: lookupOutside }),
  };
  send(url, options, (answer) => {
    resolve(answer.statusCode ?? 0);
    answer.destroy();
  })
    .on('error', (error) => {
      if (error instanceof PrivateNetwork) reject(new PermanentFault(INSIDE));
      // Without the address, which may contain a secret of the receiver.
      else reject(new Error(`Webhook: ${signal.aborted ? 'no answer in time' : 'no connection'}`));
    })
    .end(body);
  return promise;
}

/**
 * Sends the newsroom's other systems the new state of a comment: only ids and addresses of pages, no name, no
 * text, no mail or network address.
 */
export async function sendWebhook(job: Job, now: Date): Promise<void> {
  const { event, commentId } = payload.parse(job.payload);
  const [{ webhookUrl }, subject] = await Promise.all([getSettings(), getWebhookSubject(commentId)]);
  if (!webhookUrl || !subject) return;
  if (!isWebhookUrl(webhookUrl))
    throw new PermanentFault('Webhook: the address must be https, or on this machine');
  const body = JSON.stringify({
    id: job.id,
    event,
    time: job.createdAt.toISOString(),
    comment: { id: commentId, status: subject.status },
    article: { number: subject.number, url: absoluteUrl(shortPath(subject.number)) },
  });
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'Midad',
    'Midad-Signature': signWebhook(getKeys().webhook, body, now),
  };
  const status = await post(new URL(webhookUrl), headers, body);
  if (status < 200 || status > 299) throw new Error(`Webhook: answered ${status}`);
}
