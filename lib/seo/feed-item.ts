import { dirOf, type Locale } from '#lib/locales.ts';

export type FeedItem = {
  number: number;
  path: string;
  headline: string;
  summary: string;
  /** The whole text, as `bodyHtml` writes it. */
  html: string;
  publishedAt: Date;
  revisedAt: Date | null;
  authors: string[];
  categories: string[];
  image: { hash: string; width: number; height: number; alt: string; credit: string } | null;
};

export type Feed = {
  locale: Locale;
  title: string;
  description: string;
  /** The page of the feed, without the edition's prefix. The feed's path begins with it. */
  page: string;
  items: FeedItem[];
};

/** Feed readers ignore the language of the whole feed, so each text contains its own direction. */
export const directed = (html: string, locale: Locale): string =>
  `<div lang="${locale}" dir="${dirOf(locale)}">${html}</div>`;

/** The path of a page's feed in one format, without the edition's prefix. */
export const feedPath = (page: string, form: 'xml' | 'json'): string =>
  `${page === '/' ? '' : page}/feed.${form}`;
