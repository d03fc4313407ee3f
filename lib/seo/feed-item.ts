import type { Locale } from '#lib/locales.ts';

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
  /** The page that the feed follows, without the edition's prefix; the feed lies below it. */
  page: string;
  items: FeedItem[];
};

/** Feed readers don't look at the language of the whole: the text carries its own direction. */
export const directed = (html: string, locale: Locale): string =>
  `<div lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">${html}</div>`;

/** Where the feed of a page lies in one of its forms, without the edition's prefix. */
export const feedPath = (page: string, form: 'xml' | 'json'): string =>
  `${page === '/' ? '' : page}/feed.${form}`;
