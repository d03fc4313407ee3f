import { createTranslator } from 'next-intl';
import { z } from 'zod';
import type { Job } from '#db/jobs/jobs.ts';
import { getSiteName } from '#db/paper/settings.ts';
import { getLinkMail } from '#db/comments/writer-addresses.ts';
import { openPath } from '#lib/comments/own-path.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import type { SendMail } from '#lib/mail/mailer.ts';
import { renderMail, type Said } from '#lib/mail/render-mail.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { MESSAGES } from './messages.ts';

const payload = z.object({ linkId: z.string() });

/** Mails the link that opens a writer's comments in another browser, if there are any to open. */
export async function sendLinkMail(job: Job, now: Date, send: SendMail): Promise<void> {
  const link = await getLinkMail(payload.parse(job.payload).linkId, now);
  if (!link) return;
  const { locale, to, token } = link;
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'mail' });
  const say = (key: Parameters<typeof t>[0]): Said => ({ text: t(key), html: escapeMarkup(t(key)) });
  const site = (await getSiteName(locale)) || MESSAGES[locale].site.name;
  const links = [{ label: t('openComments'), url: absoluteUrl(openPath(locale, token)) }];
  const page = renderMail({
    locale,
    site,
    heading: say('linkSubject'),
    paragraphs: [say('linkWhat'), say('linkNotYou')],
    links,
    footer: [say('linkWhy')],
  });
  await send({ id: job.id, to, subject: t('linkSubject'), ...page });
}
