import { useTranslations } from 'next-intl';
import type { CardContext } from '#db/moderation/queue-context.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { Time } from '#components/ui/time.tsx';

/** Reports by readers that no moderator has handled yet. */
export function ReportList({ reports, dates }: { reports: CardContext['reports']; dates: DateSettings }) {
  const t = useTranslations('newsroom.reports');
  if (reports.length === 0) return null;
  return (
    <div className="mt-3 border-s-4 border-madder ps-3">
      <p className="font-medium">
        {t('count', { count: reports.length, n: formatNumber(reports.length, dates) })}
      </p>
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            {t(report.reason)}
            {report.note && (
              <>
                : <bdi>{report.note}</bdi>
              </>
            )}
            <span className="text-caption text-ink-soft">
              {' '}
              · <Time at={report.createdAt} dates={dates} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
