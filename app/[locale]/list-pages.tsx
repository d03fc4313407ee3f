import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { listArticlePage, type ListFilter } from '#db/articles/cards.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { EDITIONS, editions, type Locale, localePath } from '#lib/locales.ts';
import { feedLinks } from '#lib/seo/feed-links.ts';
import { siteImage } from '#lib/seo/lead-image.ts';
import { requestTime } from '#lib/page-request.ts';
import { readDates, readSite } from './reader-page.ts';

export const PER_PAGE = 20;

type List = ReturnType<typeof listArticlePage>;
/** Per request: the page and its metadata read a list once. */
const listsOfPage = cache(() => new Map<string, List>());

/** One page of a list. A page number past the end is not found. */
export async function listPage(filter: ListFilter, page: number, locale: Locale) {
  const key = JSON.stringify([filter, page, locale]);
  const lists = listsOfPage();
  const asked = lists.get(key) ?? listArticlePage(filter, page, PER_PAGE, { locale, now: requestTime() });
  lists.set(key, asked);
  const list = await asked;
  if (page > list.pages) notFound();
  return list;
}

/** The address of one page of a list. The first page has no number. */
export const hrefForPage = (locale: Locale, path: string) => (page: number) =>
  encodeURI(localePath(locale, path)) + (page > 1 ? `?page=${page}` : '');

type Listed = {
  locale: Locale;
  path: string;
  title: string;
  description: string;
  page: number;
  pages: number;
  hasFeed?: boolean;
  /** The list is empty: readers may open it, but search engines do not index it. */
  isEmpty?: boolean;
  hasCounterpart?: boolean;
};

/** The metadata of one page of a list. Every page has its own title and links to its neighbours. */
export async function listMetadata({
  locale,
  path,
  page,
  pages,
  hasFeed = false,
  isEmpty = false,
  hasCounterpart = false,
  ...said
}: Listed): Promise<Metadata> {
  const [t, dates, site] = await Promise.all([
    getTranslations({ locale, namespace: 'list' }),
    readDates(locale),
    readSite(locale),
  ]);
  const numbers = { page: formatNumber(page, dates), pages: formatNumber(pages, dates) };
  const title = page > 1 ? t('titleOfPage', { title: said.title, ...numbers }) : said.title;
  const description =
    page > 1 ? t('descriptionOfPage', { description: said.description, ...numbers }) : said.description;
  const href = hrefForPage(locale, path);
  return {
    title,
    description,
    alternates: {
      canonical: href(page),
      ...(hasFeed && { types: feedLinks(locale, path, said.title) }),
      ...(hasCounterpart && page === 1 && { languages: editions.alternates(path) }),
    },
    pagination: {
      ...(page > 1 && { previous: href(page - 1) }),
      ...(page < pages && { next: href(page + 1) }),
    },
    openGraph: {
      type: 'website',
      siteName: site.name,
      locale: EDITIONS[locale].ogLocale,
      url: href(page),
      title,
      description,
      images: [siteImage],
    },
    ...(isEmpty && { robots: { index: false, follow: true } }),
  };
}
