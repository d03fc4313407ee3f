import { escapeMarkup } from '#lib/text/escape-markup.ts';
import type { Locale } from '#lib/locales.ts';
import { absoluteUrl } from './absolute-url.ts';

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `changedAt` is omitted if the real time is unknown: search engines ignore dates that prove wrong. */
export type SitemapEntry = { path: string; changedAt?: Date };

/** An article in the news sitemap. */
export type NewsEntry = { path: string; locale: Locale; headline: string; publishedAt: Date };

/**
 * The path of a part by its name. It is beside the index, since a sitemap may only list URLs below its own
 * directory.
 */
export const sitemapPath = (part: string): string => `/sitemap-${part}.xml`;

const element = (name: string, text: string) => `<${name}>${escapeMarkup(text)}</${name}>`;
const loc = (path: string) => element('loc', absoluteUrl(path));

function entryXml({ path, changedAt }: SitemapEntry): string {
  const lastmod = changedAt ? element('lastmod', changedAt.toISOString()) : '';
  return `<url>${loc(path)}${lastmod}</url>`;
}

function newsXml({ path, locale, headline, publishedAt }: NewsEntry, names: Record<Locale, string>): string {
  const publication = `<news:publication>${element('news:name', names[locale])}${element('news:language', locale)}</news:publication>`;
  const news =
    publication +
    element('news:publication_date', publishedAt.toISOString()) +
    element('news:title', headline);
  return `<url>${loc(path)}<news:news>${news}</news:news></url>`;
}

const sheet = (root: string, namespaces: string, entries: string[]): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', `<${root} ${namespaces}>`, ...entries, `</${root}>`, ''].join(
    '\n',
  );

/** The index of all parts by their names. */
export const sitemapIndexXml = (parts: string[]): string =>
  sheet(
    'sitemapindex',
    `xmlns="${SITEMAPS}"`,
    parts.map((part) => `<sitemap>${loc(sitemapPath(part))}</sitemap>`),
  );

export const sitemapXml = (entries: SitemapEntry[]): string =>
  sheet('urlset', `xmlns="${SITEMAPS}"`, entries.map(entryXml));

/** Recent articles in the format of news aggregators, with the site's name in each language. */
export const newsSitemapXml = (entries: NewsEntry[], names: Record<Locale, string>): string =>
  sheet(
    'urlset',
    `xmlns="${SITEMAPS}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`,
    entries.map((entry) => newsXml(entry, names)),
  );
