import { localePath, type Locale } from '#lib/locales.ts';

type Addressed = { locale: Locale; sectionSlug: string; number: number; slug: string };

/** Where an article is read; the number decides, the rest is for people. Not percent-encoded. */
export const articlePath = ({ locale, sectionSlug, number, slug }: Addressed): string =>
  localePath(locale, `/${sectionSlug}/${number}/${slug}`);

/** The short address for sharing; answers 308 to the full one. */
export const shortPath = (number: number): string => `/n/${number}`;

/**
 * Below it stand the addresses of an article's comments. Whatever stands for the slug, the number decides: it
 * is left out, a page names them often.
 */
export const commentsPath = ({ locale, sectionSlug, number }: Omit<Addressed, 'slug'>): string =>
  localePath(locale, `/${sectionSlug}/${number}/-/comments`);
