import { isLocale, type Locale } from '#lib/locales.ts';

type Key = { slug: string; locale: Locale };

/** A static page in the place of an article's id; slugs hold neither a dot nor this sign. */
export const pagePreviewId = ({ slug, locale }: Key): string => `page~${locale}~${slug}`;

export function readPagePreviewId(id: string): Key | undefined {
  const [kind, locale, slug] = id.split('~');
  return kind === 'page' && slug && isLocale(locale!) ? { slug, locale } : undefined;
}
