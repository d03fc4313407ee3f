import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listArticlePage, type ListFilter } from '#db/article-cards.ts';
import { localePath, type Locale } from '#lib/locales.ts';
import { siteImage } from '#lib/seo/lead-image.ts';

export const PER_PAGE = 20;

/** One page of a list; a number past the end is not found. */
export async function listPage(filter: ListFilter, page: number, locale: Locale) {
  const list = await listArticlePage(filter, page, PER_PAGE, { locale, now: new Date() });
  if (page > list.pages) notFound();
  return list;
}

/** The address of a list's page; the first has no number. */
export const hrefForPage = (locale: Locale, path: string) => (page: number) =>
  encodeURI(localePath(locale, path)) + (page > 1 ? `?page=${page}` : '');

export function listMetadata(locale: Locale, path: string, page: number, title: string, description?: string, feed?: string): Metadata {
  return {
    title,
    ...(description && { description }),
    alternates: {
      canonical: hrefForPage(locale, path)(page),
      ...(feed && { types: { 'application/rss+xml': localePath(locale, feed) } }),
    },
    openGraph: { type: 'website', url: hrefForPage(locale, path)(page), title, images: [siteImage], ...(description && { description }) },
  };
}
