import { localePath, type Locale } from '#lib/locales.ts';
import { feedPath } from './feed-item.ts';

/** The links to a page's feeds for its metadata. The path is not percent-encoded yet. */
export function feedLinks(
  locale: Locale,
  page: string,
  title: string,
): Record<string, { url: string; title: string }[]> {
  const url = (form: 'xml' | 'json') => encodeURI(localePath(locale, feedPath(page, form)));
  return {
    'application/rss+xml': [{ url: url('xml'), title }],
    'application/feed+json': [{ url: url('json'), title }],
  };
}
