import { getTranslations } from 'next-intl/server';
import { newId } from '#db/engine/ids.ts';
import { logLine } from '#lib/log.ts';
import { env } from '#lib/env.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import type { Locale } from '#lib/locales.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { renderMail, type Said } from '#lib/mail/render-mail.ts';
import { readSiteFace } from './_site.ts';

const said = (text: string): Said => ({ text, html: escapeMarkup(text) });

/**
 * Sends a link to a person who waits for it. It is not a job, because the job's row would store the token.
 * Returns false if the mail server rejects the mail.
 */
export async function mailAtOnce({
  about,
  to,
  name,
  url,
  locale,
}: {
  about: 'confirm';
  to: string;
  name: string;
  url: string;
  locale: Locale;
}): Promise<boolean> {
  const [t, { name: site }] = await Promise.all([
    getTranslations({ locale, namespace: 'newsroom.staffMail' }),
    readSiteFace(),
  ]);
  const page = renderMail({
    locale,
    site,
    heading: said(t(`${about}.heading`)),
    paragraphs: [said(t(`${about}.lead`, { name })), said(t(`${about}.next`))],
    links: [{ label: t(`${about}.open`), url }],
    footer: [said(t(`${about}.why`))],
  });
  try {
    await createMailer(env)({ id: newId(), to, subject: t(`${about}.subject`, { site }), ...page });
    return true;
  } catch (error) {
    logLine(error instanceof Error ? error.message : 'Mail was not taken');
    return false;
  }
}
