import { useTranslations } from 'next-intl';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';

type Props = {
  asked: { who: string; deed: string; q: string };
  people: { id: string; name: string }[];
  deeds: { value: string; label: string }[];
  clearHref: string;
};

const inputStyle = 'block min-h-11 w-full rounded-paper border border-field bg-paper px-3 text-start text-ui';

/** An ordinary form: the filters are in the URL. */
export function HistoryFilters({ asked, people, deeds, clearHref }: Props) {
  const t = useTranslations('newsroom.history');
  return (
    <form method="get" role="search" aria-label={t('filters')} className="grid gap-4 sm:grid-cols-3">
      <label className="block font-medium">
        <span className="mb-1 block">{t('who')}</span>
        <select name="who" defaultValue={asked.who} className={inputStyle}>
          <option value="">{t('anybody')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="block font-medium">
        <span className="mb-1 block">{t('deed')}</span>
        <select name="deed" defaultValue={asked.deed} className={inputStyle}>
          <option value="">{t('anything')}</option>
          {deeds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="block font-medium">
        <span className="mb-1 block">{t('words')}</span>
        <input
          name="q"
          type="search"
          defaultValue={asked.q}
          maxLength={mostUnits(200)}
          dir="auto"
          autoComplete="off"
          className={inputStyle}
        />
      </label>
      <div className="col-span-full flex flex-wrap items-center gap-x-4">
        <button className={buttonStyle.plain}>{t('show')}</button>
        {Object.values(asked).some(Boolean) && (
          <a href={clearHref} className={buttonStyle.text}>
            {t('clear')}
          </a>
        )}
      </div>
    </form>
  );
}
