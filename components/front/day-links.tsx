import { useTranslations } from 'next-intl';
import { formatDate, type DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { localePath } from '#lib/locales.ts';

type Props = { month: { year: number; month: number }; days: number[]; dates: DateSettings; current: string };

const two = (n: number) => String(n).padStart(2, '0');

/** The days of a month that have articles. */
export function DayLinks({ month: { year, month }, days, dates, current }: Props) {
  const t = useTranslations('archive');
  return (
    <nav
      aria-labelledby="archive-days"
      className="mx-auto mt-12 max-w-[1024px] border-t border-hairline pt-4"
    >
      <h2 id="archive-days" className="text-meta font-bold text-ink-soft">
        {t('days')}
      </h2>
      <ul className="-ms-3 flex flex-wrap">
        {days.map((day) => {
          const path = `/archive/${year}/${two(month)}/${two(day)}`;
          return (
            <li key={day}>
              <a
                href={localePath(dates.locale, path)}
                aria-label={formatDate(new Date(Date.UTC(year, month - 1, day, 12)), {
                  ...dates,
                  timeZone: 'UTC',
                })}
                {...(path === current && { 'aria-current': 'page' as const })}
                className="inline-flex min-h-11 min-w-11 items-center justify-center text-sea hover:underline aria-[current]:font-bold aria-[current]:text-ink"
              >
                {formatNumber(day, dates)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
