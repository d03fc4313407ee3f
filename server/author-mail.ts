import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { getAuthorMail } from '#db/articles/author-mails.ts';
import type { Job } from '#db/jobs/jobs.ts';
import { getSiteName } from '#db/paper/settings.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import type { SendMail } from '#lib/mail/mailer.ts';
import { renderMail, type Said } from '#lib/mail/render-mail.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { MESSAGES } from './messages.ts';

const payload = z.object({
  about: z.enum(['returned', 'published']),
  articleId: z.string(),
  byId: z.string(),
});

const said = (text: string): Said => ({ text, html: escapeMarkup(text) });

/** Mails an author, in the author’s own language, that the desk returned or published an article. */
export async function sendAuthorMail(job: Job, send: SendMail): Promise<void> {
  const told = payload.parse(job.payload);
  const mail = await getAuthorMail(told);
  if (!mail) return;
  const {
    to: { email, locale },
    number,
    headline,
    by,
    reason,
  } = mail;
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'newsroom.writing.mail' });
  const page = renderMail({
    locale,
    site: (await getSiteName(locale)) || MESSAGES[locale].site.name,
    heading: said(t(`${told.about}.heading`, { headline })),
    paragraphs: [said(t(`${told.about}.lead`, { name: by })), ...(reason ? [said(reason)] : [])],
    links: [{ label: t('open'), url: absoluteUrl(`/newsroom/articles/${number}`) }],
    footer: [said(t('why'))],
  });
  await send({ id: job.id, to: email, subject: t(`${told.about}.subject`, { headline }), ...page });
}
