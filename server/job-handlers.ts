import { z } from 'zod';
import type { JobHandlers } from '#db/jobs/jobs.ts';
import { planNotices } from '#db/comments/notice-mails.ts';
import { reindexTagged } from '#db/articles/search-index.ts';
import type { SendMail } from '#lib/mail/mailer.ts';
import { sendAuthorMail } from './author-mail.ts';
import { sendLinkMail } from './link-mail.ts';
import { sendNoticeMail } from './notice-mail.ts';
import { sendStaffMail } from './staff-mail.ts';
import { sendWebhook } from './send-webhook.ts';

const notice = z.object({ event: z.enum(['approved', 'refused']), commentId: z.string() });
const tagged = z.object({ tagId: z.string() });

/** The handler of each kind of job. */
export const createJobHandlers = (send: SendMail): JobHandlers => ({
  async notice(job, now) {
    const { event, commentId } = notice.parse(job.payload);
    // The checkbox on the form mentions publication and replies. A refusal is shown only on the writer's
    // page.
    if (event === 'approved') await planNotices(commentId, now);
  },
  link: (job, now) => sendLinkMail(job, now, send),
  mail: (job) => sendNoticeMail(job, send),
  staffMail: (job, now) => sendStaffMail(job, send, now),
  authorMail: (job) => sendAuthorMail(job, send),
  webhook: sendWebhook,
  reindex: (job) => reindexTagged(tagged.parse(job.payload).tagId),
});
