import { useTranslations } from 'next-intl';
import { localePath, type Locale } from '#lib/locales.ts';

type Props = {
  locale: Locale;
  /** The path of the same page in the other edition, without prefix; the front page if there is none. */
  path?: string | undefined;
  className?: string;
};

export function OtherEdition({ locale, path = '/', className = '' }: Props) {
  const t = useTranslations('site');
  const other = locale === 'ar' ? 'en' : 'ar';
  return (
    <a
      href={localePath(other, path)}
      hrefLang={other}
      lang={other}
      dir={other === 'ar' ? 'rtl' : 'ltr'}
      className={`hover:text-sea ${className}`}
    >
      {t('otherEdition')}
    </a>
  );
}
