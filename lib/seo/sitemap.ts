import { escapeMarkup } from '#lib/escape-markup.ts';
import { absoluteUrl } from './absolute-url.ts';

/** As many addresses as one sitemap may hold. */
export const MAX_URLS = 50_000;

/** `changedAt` is left out where no true time is known: a search engine stops believing dates that lie. */
export type SitemapEntry = { path: string; changedAt?: Date };

function entryXml({ path, changedAt }: SitemapEntry): string {
  const lastmod = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
  return `<url><loc>${escapeMarkup(absoluteUrl(path))}</loc>${lastmod}</url>`;
}

/** The sitemap of these pages, the most important first: what is too much falls off the end. */
export const sitemapXml = (entries: SitemapEntry[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.slice(0, MAX_URLS).map(entryXml),
    '</urlset>',
    '',
  ].join('\n');
