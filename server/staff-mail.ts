import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { LINK_HOURS, makeLink } from '#db/people/account-links.ts';
import type { Job } from '#db/jobs/jobs.ts';
import { findMailbox } from '#db/people/people.ts';
import { getSiteName } from '#db/paper/settings.ts';
import { decryptText } from '#lib/security/crypto.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { getKeys } from '#lib/security/keys.ts';
import type { SendMail } from '#lib/mail/mailer.ts';
import { renderMail, type Said } from '#lib/mail/render-mail.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { MESSAGES } from './messages.ts';

const payload = z.object({
  about: z.enum(['reset', 'passwordChanged', 'emailChanged']),
  /** Null when no account has the requested address; such a job is done at once. */
  userId: z.string().nullable(),
  /** The mail address of the account before it changed. */
  oldAddress: z.string().optional(),
});

const said = (text: string): Said => ({ text, html: escapeMarkup(text) });

/**
 * Sends a mail about a member's access. The link is made here, so that its token is not stored in the job.
 */
export async function sendStaffMail(job: Job, send: SendMail, now: Date): Promise<void> {
  const { about, userId, oldAddress } = payload.parse(job.payload);
  const member = userId && (await findMailbox(userId));
  if (!member) return;
  const { locale } = member;
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'newsroom.staffMail' });
  const site = (await getSiteName(locale)) || MESSAGES[locale].site.name;
  const token =
    about === 'reset'
      ? await makeLink({ userId, kind: 'password', hours: LINK_HOURS.mailed }, now)
      : undefined;
  const page = renderMail({
    locale,
    site,
    heading: said(t(`${about}.heading`)),
    paragraphs: [said(t(`${about}.lead`, { name: member.name })), said(t(`${about}.next`))],
    links: token ? [{ label: t('reset.open'), url: absoluteUrl(`/newsroom/reset/${token}`) }] : [],
    footer: [said(t(`${about}.why`))],
  });
  const to = oldAddress ? decryptText(getKeys().emailCipher, oldAddress) : member.email;
  await send({ id: job.id, to, subject: t(`${about}.subject`, { site }), ...page });
}
