import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { listIncidents } from '#db/moderation/settings.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { can, type Person } from '#lib/people/can.ts';
import { getDates } from '../../_dates.ts';

/** While an incident switch for comments is on, every page of the newsroom says so. */
export async function IncidentLines({ person }: { person: Person }) {
  if (!can(person, 'moderate')) return null;
  const [incidents, dates, t] = await Promise.all([
    listIncidents(new Date()),
    getDates(),
    getTranslations('newsroom.incident'),
  ]);
  if (incidents.length === 0) return null;
  return (
    <div className="mb-6 space-y-2">
      {incidents.map((incident) => (
        <Notice key={incident.kind} tone="waiting" label={t(`${incident.kind}.name`)}>
          <p>
            <strong>
              {incident.kind === 'holdAll'
                ? t('holdAll.on')
                : t('slowMode.on', { count: incident.minutes, n: formatNumber(incident.minutes, dates) })}
            </strong>{' '}
            {t.rich('until', { time: () => <Time at={incident.until} dates={dates} /> })}
          </p>
          {can(person, 'moderationRules') && (
            <a
              href="/newsroom/comments/settings"
              className="inline-flex min-h-11 items-center text-sea underline"
            >
              {t('toSwitches')}
            </a>
          )}
        </Notice>
      ))}
    </div>
  );
}
