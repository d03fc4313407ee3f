import { useLocale } from 'next-intl';
import { LOCALES, type Locale } from '#lib/locales.ts';

/** Each language says its own name. */
const NAMES: Record<Locale, string> = { ar: 'العربية', en: 'English' };

/** To the newsroom in its other language. Without `back` the browser says which page it was on. */
export function LanguageSwitch({
  back,
  className = 'inline-flex min-h-11 items-center hover:text-sea',
}: {
  back?: string;
  className?: string;
}) {
  const current = useLocale();
  return (
    <form action="/newsroom/language" method="post">
      {back && <input type="hidden" name="back" value={back} />}
      {LOCALES.filter((locale) => locale !== current).map((locale) => (
        <button key={locale} name="locale" value={locale} lang={locale} className={className}>
          {NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
