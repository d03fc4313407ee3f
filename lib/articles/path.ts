import { localePath, type Locale } from '#lib/locales.ts';

type Addressed = { locale: Locale; sectionSlug: string; number: number; slug: string };

/** The path of an article. Only the number identifies it; the rest is for people. Not percent-encoded. */
export const articlePath = ({ locale, sectionSlug, number, slug }: Addressed): string =>
  localePath(locale, `/${sectionSlug}/${number}/${slug}`);

/** The short path for sharing; redirects to the full one with 308. */
export const shortPath = (number: number): string => `/n/${number}`;

/**
 * The base path of an article's comments. The number identifies the article, so the slug is omitted: a page
 * contains this path often.
 */
export const commentsPath = ({ locale, sectionSlug, number }: Omit<Addressed, 'slug'>): string =>
  localePath(locale, `/${sectionSlug}/${number}/-/comments`);
