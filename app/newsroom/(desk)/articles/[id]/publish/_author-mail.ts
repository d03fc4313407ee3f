import { getLocale, getTranslations } from 'next-intl/server';
import { newId } from '#db/ids.ts';
import { getColleague } from '#db/people.ts';
import type { Person } from '#lib/can.ts';
import { env } from '#lib/env.ts';
import { escapeMarkup } from '#lib/escape-markup.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { renderMail, type Said } from '#lib/mail/render-mail.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { readSiteFace } from '../../../../_site.ts';
import { deskPath } from '../_article.ts';

const said = (text: string): Said => ({ text, html: escapeMarkup(text) });

type Told = { article: { number: number; ownerId: string | null; headline: string }; about: 'returned' | 'published'; reason?: string };

/** Tells an author what the desk did with their article, where mail is set up. The desk's act stands whether the mail arrives or not. */
export async function mailAuthor({ article: { number, ownerId, headline }, about, reason }: Told, by: Person): Promise<void> {
  if (!env.smtpUrl || !ownerId || ownerId === by.id) return;
  const owner = await getColleague(ownerId);
  if (!owner || owner.isSuspended) return;
  const [locale, t, { name: site }] = await Promise.all([getLocale(), getTranslations('newsroom.writing.mail'), readSiteFace()]);
  const page = renderMail({
    locale, site,
    heading: said(t(`${about}.heading`, { headline })),
    paragraphs: [said(t(`${about}.lead`, { name: by.name })), ...(reason ? [said(reason)] : [])],
    links: [{ label: t('open'), url: absoluteUrl(deskPath(number)) }],
    footer: [said(t('why'))],
  });
  // Nobody at the desk waits for a mail server.
  void createMailer(env)({ id: newId(), to: owner.email, subject: t(`${about}.subject`, { headline }), ...page })
    .catch((error: unknown) => console.error(error instanceof Error ? error.message : 'Mail was not taken'));
}
