import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { openNoticeAddress } from '#db/privacy/addresses/notices.ts';
import type { Job } from '#db/jobs/jobs.ts';
import { getNoticeMail } from '#db/comments/notice-mails.ts';
import { noticeToken } from '#db/comments/notices.ts';
import { getSiteName } from '#db/paper/settings.ts';
import { shortPath } from '#lib/articles/path.ts';
import { minePath } from '#lib/comments/own-path.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { localePath } from '#lib/locales.ts';
import type { Mail, SendMail } from '#lib/mail/mailer.ts';
import { renderMail, type Said } from '#lib/mail/render-mail.ts';
import { excerpt, withoutLinks } from '#lib/mail/without-links.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { MESSAGES } from './messages.ts';

const QUOTE_LENGTH = 300;
const payload = z.object({
  about: z.enum(['approval', 'reply']),
  noticeOf: z.string(),
  commentId: z.string(),
});

type News = NonNullable<Awaited<ReturnType<typeof getNoticeMail>>>;

/**
 * A name in another script must not reorder the line around it: plain text uses isolate characters, HTML an
 * element.
 */
const isolated = (text: string) => `\u2068${text}\u2069`;

function writer({ locale, name, headline }: News) {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'mail' });
  const values = { name: withoutLinks(name, t('link')), headline };
  const escaped = { name: escapeMarkup(values.name), headline: escapeMarkup(values.headline) };
  type Key = Parameters<typeof t>[0];
  const text = (key: Key) => t.markup(key, { ...values, n: isolated });
  const say = (key: Key): Said => ({
    text: text(key),
    html: t.markup(key, { ...escaped, n: (chunks) => `<bdi>${chunks}</bdi>` }),
  });
  return { t, text, say };
}

/** Composes a mail: the comment was published (and how to confirm notices of replies), or it got a reply. */
function compose(
  about: 'approval' | 'reply',
  news: News,
  token: string,
  siteName: string,
): Omit<Mail, 'id' | 'to'> {
  const { t, text, say } = writer(news);
  const { locale } = news;
  const page = absoluteUrl(localePath(locale, `/comments/notices/${token}`));
  // The short address: an encoded Arabic address is several lines long, and mail programs break it.
  const comment = {
    label: t('read'),
    url: `${absoluteUrl(shortPath(news.number))}?at=${news.commentId}#comment-${news.commentId}`,
  };
  const end = (url: string): Said => ({
    text: `${t('end')}:\n${url}`,
    html: `<a href="${escapeMarkup(url)}" style="color:#4a4f59">${escapeMarkup(t('end'))}</a>`,
  });
  const mine = { label: t('mine'), url: absoluteUrl(minePath(locale)) };
  const frame = { locale, site: siteName || MESSAGES[locale].site.name, footer: [say('why'), end(page)] };
  const endUrl = `${page}/choice`;
  if (about === 'reply') {
    const heading = say('replySubject');
    const paragraphs = [say(news.isDirect ? 'replyDirect' : 'replyInThread')];
    const quote = excerpt(withoutLinks(news.body, t('link')), QUOTE_LENGTH);
    return {
      subject: heading.text,
      endUrl,
      ...renderMail({ ...frame, heading, paragraphs, quote, links: [comment, mine] }),
    };
  }
  const paragraphs = [say(news.isConfirmed ? 'willTell' : 'askConfirm')];
  const links = news.isConfirmed ? [comment, mine] : [{ label: t('confirm'), url: page }, comment, mine];
  return {
    subject: text('approvalSubject'),
    endUrl,
    ...renderMail({ ...frame, heading: say('approvalSubject'), paragraphs, links }),
  };
}

/** Sends one mail, if it is still wanted. */
export async function sendNoticeMail(job: Job, send: SendMail): Promise<void> {
  const mail = payload.parse(job.payload);
  const news = await getNoticeMail(mail, new Date());
  const to = news && (await openNoticeAddress(mail.noticeOf));
  if (to)
    await send({
      id: job.id,
      to,
      ...compose(mail.about, news, noticeToken(mail.noticeOf), await getSiteName(news.locale)),
    });
}
