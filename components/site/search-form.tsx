import { useTranslations } from 'next-intl';
import { localePath, type Locale } from '#lib/locales.ts';
import { Icon } from '../ui/icon.tsx';

type Props = {
  locale: Locale;
  id: string;
  query?: string;
  order?: string;
  /** Whether the field takes the focus when its panel opens. */
  focus?: boolean;
};

export function SearchForm({ locale, id, query = '', order, focus = false }: Props) {
  const t = useTranslations('search');
  return (
    <form action={localePath(locale, '/search')} method="get" role="search">
      <label htmlFor={id} className="mb-2 block text-ui font-medium">
        {t('label')}
      </label>
      <div className="flex">
        <input
          id={id}
          name="q"
          type="search"
          dir="auto"
          defaultValue={query}
          placeholder={t('placeholder')}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          autoFocus={focus}
          className="min-h-12 min-w-0 flex-1 rounded-paper border border-field bg-sheet px-4 text-ui"
        />
        {order && <input type="hidden" name="order" value={order} />}
        <button
          type="submit"
          className="ms-2 inline-flex min-h-12 items-center gap-2 rounded-paper bg-sea px-5 font-medium text-on-sea hover:bg-ink hover:text-paper"
        >
          <Icon name="search" />
          {t('submit')}
        </button>
      </div>
    </form>
  );
}
