import { useTranslations } from 'next-intl';
import { formatMonth, type DateSettings } from '#lib/arabic/dates.ts';
import { localePath } from '#lib/locales.ts';

type Props = { months: { year: number; month: number }[]; dates: DateSettings; current: string };

export function MonthLinks({ months, dates, current }: Props) {
  const t = useTranslations('archive');
  return (
    <nav
      aria-labelledby="archive-months"
      className="mx-auto mt-12 max-w-[1024px] border-t border-hairline pt-4"
    >
      <h2 id="archive-months" className="text-meta font-bold text-ink-soft">
        {t('months')}
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {months.map(({ year, month }) => {
          const path = `/archive/${year}/${String(month).padStart(2, '0')}`;
          return (
            <li key={path}>
              <a
                href={localePath(dates.locale, path)}
                {...(path === current && { 'aria-current': 'page' as const })}
                className="inline-flex min-h-11 items-center text-sea hover:underline aria-[current]:font-bold aria-[current]:text-ink"
              >
                {formatMonth(new Date(Date.UTC(year, month - 1, 15)), dates)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
