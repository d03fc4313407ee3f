import { useTranslations } from 'next-intl';
import { localePath, type Locale } from '#lib/locales.ts';

type Props = {
  locale: Locale;
  /**
   * What the other edition has in the place of this page, without its prefix; its front page where it has
   * nothing.
   */ path?: string | undefined;
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
