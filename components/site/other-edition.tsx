import { useTranslations } from 'next-intl';
import { localePath, type Locale } from '#lib/locales.ts';

export function OtherEdition({ locale, className = '' }: { locale: Locale; className?: string }) {
  const t = useTranslations('site');
  const other = locale === 'ar' ? 'en' : 'ar';
  return (
    <a href={localePath(other, '/')} hrefLang={other} lang={other} dir={other === 'ar' ? 'rtl' : 'ltr'} className={`hover:text-sea ${className}`}>
      {t('otherEdition')}
    </a>
  );
}
