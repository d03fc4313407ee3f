import { shortPath } from '#lib/articles/path.ts';
import { localePath, type Locale } from '#lib/locales.ts';
import { absoluteUrl } from './absolute-url.ts';
import { directed, feedPath, type Feed, type FeedItem } from './feed-item.ts';
import { leadImage } from './lead-image.ts';

/** Undefined for empty strings and lists, so that they are omitted. */
const filled = <T extends { length: number }>(value: T): T | undefined =>
  value.length > 0 ? value : undefined;

const itemOf = (item: FeedItem, locale: Locale) => ({
  // As in RSS: the short URL is permanent.
  id: absoluteUrl(shortPath(item.number)),
  url: absoluteUrl(item.path),
  title: item.headline,
  summary: filled(item.summary),
  content_html: directed(item.html, locale),
  image: item.image ? absoluteUrl(leadImage(item.image).path) : undefined,
  date_published: item.publishedAt.toISOString(),
  date_modified: item.revisedAt?.toISOString(),
  authors: filled(item.authors.map((name) => ({ name }))),
  tags: filled(item.categories),
});

/** JSON Feed 1.1 with the whole text of every article: the same items as in RSS. */
export const feedJson = ({ locale, title, description, page, items }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: absoluteUrl(localePath(locale, page)),
    feed_url: absoluteUrl(localePath(locale, feedPath(page, 'json'))),
    description: filled(description),
    icon: absoluteUrl('/icon-512.png'),
    favicon: absoluteUrl('/icon-192.png'),
    language: locale,
    items: items.map((item) => itemOf(item, locale)),
  });
