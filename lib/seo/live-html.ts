import type { Doc } from '#lib/body/doc.ts';
import { formatDateTime, isoDate, type DateSettings } from '#lib/arabic/dates.ts';
import { shortPath } from '#lib/articles/path.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { bodyHtml } from '#lib/body/to-html.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { absoluteUrl } from './absolute-url.ts';

export type FeedEntry = { id: string; at: Date; headline: string; body: Doc };
type Coverage = { number: number; entries: FeedEntry[] };
type Setting = { context: BodyContext; dates: DateSettings; base: string; title: string };

/**
 * The newest entries of live coverage, below its text in a feed. They are one item that changes: with an item
 * for each entry, a long day would push all other items out. Each has a link to its place on the page.
 */
export function liveEntriesHtml(
  { number, entries }: Coverage,
  { context, dates, base, title }: Setting,
): string {
  if (entries.length === 0) return '';
  const parts = entries.map(({ id, at, headline, body }) => {
    const url = `${absoluteUrl(shortPath(number))}?live=${id}#entry-${id}`;
    const time = `<a href="${escapeMarkup(url)}"><time datetime="${isoDate(at)}">${escapeMarkup(formatDateTime(at, dates))}</time></a>`;
    return `<h3>${time}${headline ? ` · ${escapeMarkup(headline)}` : ''}</h3>${bodyHtml(body, context, base)}`;
  });
  return `<h2>${escapeMarkup(title)}</h2>${parts.join('')}`;
}
