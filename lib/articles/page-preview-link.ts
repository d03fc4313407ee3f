import { isLocale, type Locale } from '#lib/locales.ts';

type Key = { slug: string; locale: Locale };

/** An id for a static page where a preview link has an article's id. Slugs contain neither a dot nor `~`. */
export const pagePreviewId = ({ slug, locale }: Key): string => `page~${locale}~${slug}`;

export function readPagePreviewId(id: string): Key | undefined {
  const [kind, locale, slug] = id.split('~');
  return kind === 'page' && slug && isLocale(locale!) ? { slug, locale } : undefined;
}
