/** What depends on the edition, the site in one language. */
export type EditionFacts = {
  dir: 'rtl' | 'ltr';
  script: 'arabic' | 'latin';
  /** Its language, in that language. */
  name: string;
  /** The value of `og:locale`. */
  ogLocale: string;
  /** The format of dates and numbers; null for the one in the settings. */
  formatLocale: string | null;
  /** Between the items of a list. */
  comma: string;
  /** The end of its columns and settings: `nameAr`. */
  suffix: string;
};

export type EditionTable = Readonly<Record<string, EditionFacts>>;

export const EDITIONS = {
  ar: {
    dir: 'rtl',
    script: 'arabic',
    name: 'العربية',
    ogLocale: 'ar_AR',
    formatLocale: null,
    comma: '، ',
    suffix: 'Ar',
  },
  en: {
    dir: 'ltr',
    script: 'latin',
    name: 'English',
    ogLocale: 'en_GB',
    formatLocale: 'en-GB',
    comma: ', ',
    suffix: 'En',
  },
} as const satisfies EditionTable;

type LocaleOf<T extends EditionTable> = keyof T & string;
/** The columns of a field, one for each edition. */
type Columns<Field extends string, T extends EditionTable> = `${Field}${T[LocaleOf<T>]['suffix']}`;
export type Paired<Field extends string> = Record<Columns<Field, typeof EDITIONS>, string>;

/** The lists and paths that follow from a table of editions. The first one is at the root. */
export function readEditions<T extends EditionTable>(table: T, first: LocaleOf<T>) {
  type Each = LocaleOf<T>;
  const locales = Object.keys(table) as Each[];
  const others = (locale: Each) => locales.filter((each) => each !== locale);
  const path = (locale: Each, of: string): string =>
    locale === first ? of : `/${locale}${of === '/' ? '' : of}`;
  const fieldIn = <Field extends string, Thing extends Record<Columns<Field, T>, unknown>>(
    field: Field,
    thing: Thing,
    locale: Each,
  ) => thing[`${field}${table[locale]!.suffix}` as Columns<Field, T>];
  const columnsOf = <Field extends string>(field: Field) =>
    locales.map((locale) => `${field}${table[locale]!.suffix}` as Columns<Field, T>);
  const forEach = <Value>(make: (locale: Each) => Value) =>
    Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Each, Value>;
  return {
    locales,
    others,
    path,
    fieldIn,
    /** The names of a field's columns. */
    columnsOf,
    /** One value for each edition. */
    forEach,
    /** The starts of all paths: `''`, `/en` … */
    prefixes: locales.map((locale) => (locale === first ? '' : `/${locale}`)),
    /** The same for a regular expression. */
    prefixPattern: `(?:/(?:${others(first).join('|')}))?`,
    /** The edition whose direction a text of the other letters has. */
    across: (locale: Each): Each =>
      others(locale).find((each) => table[each]!.dir !== table[locale]!.dir) ?? locale,
    /** `hreflang` and address of a page in the editions that have it. */
    alternates: (of: string, having: readonly Each[] = locales): Record<string, string> => ({
      ...Object.fromEntries(
        locales
          .filter((locale) => having.includes(locale))
          .map((locale) => [locale, encodeURI(path(locale, of))]),
      ),
      'x-default': encodeURI(path(having.includes(first) ? first : having[0]!, of)),
    }),
  };
}

export type Locale = LocaleOf<typeof EDITIONS>;
export const DEFAULT_LOCALE: Locale = 'ar';

export const editions = readEditions(EDITIONS, DEFAULT_LOCALE);
export const LOCALES = editions.locales;

export const isLocale = (value: string): value is Locale => LOCALES.some((locale) => locale === value);

/** The public path of a page in an edition: Arabic is at the root, English under `/en`. */
export const localePath = editions.path;
export const dirOf = (locale: Locale): EditionFacts['dir'] => EDITIONS[locale].dir;
export const scriptOf = (locale: Locale): EditionFacts['script'] => EDITIONS[locale].script;

/** The value of a field that has a column for each edition: `fieldIn('bio', author, 'en')`. */
export const { fieldIn } = editions;
export const nameIn = (thing: Paired<'name'>, locale: Locale): string => fieldIn('name', thing, locale);
export const sectionNameIn = (thing: Paired<'sectionName'>, locale: Locale): string =>
  fieldIn('sectionName', thing, locale);
