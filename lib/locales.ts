export const LOCALES = ['ar', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'ar';

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);

/** The public path of a page in an edition: Arabic is at the root, English under `/en`. */
export const localePath = (locale: Locale, path: string): string =>
  locale === DEFAULT_LOCALE ? path : `/${locale}${path === '/' ? '' : path}`;
