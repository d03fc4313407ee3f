import { useLocale } from 'next-intl';
import { EDITIONS, LOCALES } from '#lib/locales.ts';

/** Switches the language of the newsroom. Without `back` the `Referer` header names the page to return to. */
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
          {EDITIONS[locale].name}
        </button>
      ))}
    </form>
  );
}
