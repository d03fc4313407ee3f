import type { Locale } from '#lib/locales.ts';

export type SectionLink = { slug: string; name: string };

/** A section with its name in an edition. */
export const sectionLink = (
  section: { slug: string; nameAr: string; nameEn: string },
  locale: Locale,
): SectionLink => ({
  slug: section.slug,
  name: locale === 'ar' ? section.nameAr : section.nameEn,
});
