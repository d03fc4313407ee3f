import { dirOf, EDITIONS, editions, type Locale, localePath } from '#lib/locales.ts';

type Props = {
  locale: Locale;
  /** The path of the same page in the other editions, without prefix; the front page if one has none. */
  path?: string | undefined;
  className?: string;
};

export function OtherEdition({ locale, path = '/', className = '' }: Props) {
  return editions.others(locale).map((other) => (
    <a
      key={other}
      href={localePath(other, path)}
      hrefLang={other}
      lang={other}
      dir={dirOf(other)}
      className={`hover:text-sea ${className}`}
    >
      {EDITIONS[other].name}
    </a>
  ));
}
