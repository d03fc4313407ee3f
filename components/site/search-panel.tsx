import { useTranslations } from 'next-intl';
import type { Locale } from '#lib/locales.ts';
import { PanelClose } from './panel-close.tsx';
import { SearchForm } from './search-form.tsx';

export function SearchPanel({ locale }: { locale: Locale }) {
  const t = useTranslations('site');
  return (
    <div id="search" popover="auto" role="dialog" aria-label={t('search')} className="panel">
      <div className="mx-auto max-w-[1240px] px-4 py-3 sm:px-6 lg:px-8">
        <PanelClose panel="search" />
        <div className="mx-auto max-w-2xl pt-4 pb-10">
          <SearchForm locale={locale} id="search-panel-query" focus />
        </div>
      </div>
    </div>
  );
}
