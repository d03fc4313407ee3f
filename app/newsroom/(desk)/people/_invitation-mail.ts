import { getLocale, getTranslations } from 'next-intl/server';
import { newId } from '#db/engine/ids.ts';
import type { Role } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { logLine } from '#lib/log.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { renderMail, type Said } from '#lib/mail/render-mail.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { readSiteFace } from '../../_site.ts';

const said = (text: string): Said => ({ text, html: escapeMarkup(text) });

/**
 * Sends the link at once. It is not a job: the job's row would store the token, which the invitation's own
 * row does not. Returns false if there is no mail server or it rejects the mail; the inviting person then
 * sees the link.
 */
export async function mailInvitation({
  name,
  email,
  role,
  url,
}: {
  name: string;
  email: string;
  role: Role;
  url: string;
}): Promise<boolean> {
  if (!env.smtpUrl) return false;
  const [locale, t, roles, { name: site }] = await Promise.all([
    getLocale(),
    getTranslations('newsroom.people.mail'),
    getTranslations('newsroom.roles'),
    readSiteFace(),
  ]);
  const page = renderMail({
    locale,
    site,
    heading: said(t('heading', { name })),
    paragraphs: [said(t('lead', { role: roles(role) })), said(t('once'))],
    links: [{ label: t('open'), url }],
    footer: [said(t('why'))],
  });
  try {
    await createMailer(env)({ id: newId(), to: email, subject: t('subject', { site }), ...page });
    return true;
  } catch (error) {
    logLine(error instanceof Error ? error.message : 'Mail was not taken');
    return false;
  }
}

export const invitationUrl = (token: string) => absoluteUrl(`/newsroom/invitation/${token}`);
