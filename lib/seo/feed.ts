import { shortPath } from '#lib/articles/path.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { localePath, type Locale } from '#lib/locales.ts';
import { absoluteUrl } from './absolute-url.ts';
import { directed, feedPath, type Feed, type FeedItem } from './feed-item.ts';
import { leadImage } from './lead-image.ts';

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

const element = (name: string, text: string) => `<${name}>${escapeMarkup(text)}</${name}>`;
/** RFC 822 with a four-digit year, as RSS requires. */
const time = (at: Date) => at.toUTCString();

function mediaXml(image: NonNullable<FeedItem['image']>): string {
  const { path, width, height } = leadImage(image);
  const url = escapeMarkup(absoluteUrl(path));
  return [
    `<media:content url="${url}" medium="image" type="image/jpeg" width="${width}" height="${height}">`,
    ...(image.alt ? [element('media:description', image.alt)] : []),
    ...(image.credit ? [element('media:credit', image.credit)] : []),
    '</media:content>',
  ].join('');
}

function itemXml(item: FeedItem, locale: Locale): string {
  return [
    '<item>',
    element('title', item.headline),
    element('link', absoluteUrl(item.path)),
    // The short URL is permanent; the long one changes with the headline.
    `<guid isPermaLink="true">${escapeMarkup(absoluteUrl(shortPath(item.number)))}</guid>`,
    element('pubDate', time(item.publishedAt)),
    // A changed item keeps its guid: a feed reader that has the item replaces the text and shows no second
    // item.
    ...(item.revisedAt ? [element('atom:updated', item.revisedAt.toISOString())] : []),
    ...item.authors.map((author) => element('dc:creator', author)),
    ...item.categories.map((category) => element('category', category)),
    element('description', item.summary),
    element('content:encoded', directed(item.html, locale)),
    ...(item.image ? [mediaXml(item.image)] : []),
    '</item>',
  ].join('\n');
}

/** The time of the newest change, not the current time: without news the bytes are the same. */
function lastChange(items: FeedItem[]): Date | undefined {
  const times = items.map(({ publishedAt, revisedAt }) =>
    Math.max(publishedAt.getTime(), revisedAt?.getTime() ?? 0),
  );
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}

/** RSS 2.0 with the whole text of every article. */
export function feedXml({ locale, title, description, page, items }: Feed): string {
  const changedAt = lastChange(items);
  const self = absoluteUrl(localePath(locale, feedPath(page, 'xml')));
  const link = absoluteUrl(localePath(locale, page));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rss version="2.0" ${NAMESPACES}>`,
    '<channel>',
    element('title', title),
    element('link', link),
    element('description', description),
    element('language', locale),
    ...(changedAt ? [element('lastBuildDate', time(changedAt))] : []),
    // RSS requires the channel's title and link again.
    `<image>${element('url', absoluteUrl('/icon-192.png'))}${element('title', title)}${element('link', link)}</image>`,
    `<atom:link rel="self" type="application/rss+xml" href="${escapeMarkup(self)}"/>`,
    ...items.map((item) => itemXml(item, locale)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}
