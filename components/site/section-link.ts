import { type Locale, nameIn, type Paired } from '#lib/locales.ts';

export type SectionLink = { slug: string; name: string };

/** A section with its name in an edition. */
export const sectionLink = (section: { slug: string } & Paired<'name'>, locale: Locale): SectionLink => ({
  slug: section.slug,
  name: nameIn(section, locale),
});
