import { directionOf } from '../arabic/text-direction.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { type Locale, dirOf } from '../locales.ts';

/** A text in two forms: plain, and as escaped HTML. */
export type Said = { text: string; html: string };

export type MailPage = {
  locale: Locale;
  site: string;
  heading: Said;
  paragraphs: Said[];
  /** A reader's text. */
  quote?: string;
  links: { label: string; url: string }[];
  /** Why this mail was sent and how to stop it. */
  footer: Said[];
};

/** The light colours of the site; mail programs do not support our tokens. */
const PAPER = '#fcfbf8';
const SHEET = '#ffffff';
const INK = '#15171c';
const SOFT = '#4a4f59';
const HAIRLINE = '#e3dfd6';
const SEA = '#0b5563';
const MADDER = '#9b1c1f';
const FONT = "Vazirmatn, 'Geeza Pro', 'Segoe UI', Tahoma, Arial, sans-serif";

const text = ({ heading, paragraphs, quote, links, footer, site }: MailPage): string =>
  [
    heading.text,
    ...paragraphs.map((each) => each.text),
    ...(quote ? [quote] : []),
    ...links.map(({ label, url }) => `${label}:\n${url}`),
    ['-- ', site, ...footer.map((each) => each.text)].join('\n'),
  ].join('\n\n');

/** Each line in the direction of its letters. An empty line keeps its height. */
function quoteLine(line: string): string {
  const dir = directionOf(line);
  return `<div${dir ? ` dir="${dir}"` : ''}>${escapeMarkup(line) || '<br>'}</div>`;
}

function html({ locale, site, heading, paragraphs, quote, links, footer }: MailPage): string {
  const [lead, ...others] = links.map(({ label, url }) => ({
    label: escapeMarkup(label),
    url: escapeMarkup(url),
  }));
  // Repeated inside the body, because some mail programs remove the outer elements.
  const dir = dirOf(locale);
  const small = `margin:0 0 8px;font-size:14px;line-height:22px;color:${SOFT}`;
  return `<!doctype html>
<html lang="${locale}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeMarkup(heading.text)}</title></head>
<body style="margin:0;padding:24px 16px;background:${PAPER};color:${INK};font-family:${FONT};font-size:16px;line-height:28px">
<div lang="${locale}" dir="${dir}" style="max-width:560px;margin:0 auto">
<p style="margin:0 0 16px;font-size:15px;line-height:24px;font-weight:700;color:${MADDER}">${escapeMarkup(site)}</p>
<div style="padding:24px;background:${SHEET};border:1px solid ${HAIRLINE}">
<h1 style="margin:0 0 16px;font-size:22px;line-height:34px">${heading.html}</h1>
${paragraphs.map((each) => `<p style="margin:0 0 16px">${each.html}</p>`).join('\n')}
${quote ? `<blockquote style="margin:0 0 16px;padding:12px 16px;background:${PAPER};color:${SOFT}">${quote.split('\n').map(quoteLine).join('')}</blockquote>` : ''}
${lead ? `<p style="margin:24px 0 16px"><a href="${lead.url}" style="display:inline-block;padding:10px 20px;background:${SEA};color:#ffffff;text-decoration:none;border-radius:2px">${lead.label}</a></p>` : ''}
${others.map((each) => `<p style="margin:0 0 8px"><a href="${each.url}" style="color:${SEA}">${each.label}</a></p>`).join('\n')}
</div>
<div style="padding:16px 0">
${footer.map((each) => `<p style="${small}">${each.html}</p>`).join('\n')}
</div>
</div>
</body>
</html>
`;
}

/** A mail in both formats. No images, nothing loaded, no tracking address. */
export const renderMail = (page: MailPage) => ({ text: `${text(page)}\n`, html: html(page) });
