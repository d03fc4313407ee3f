import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BarTable } from '#components/newsroom/ui/bar-table.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { getModerationStats } from '#db/moderation/stats.ts';
import { formatTime } from '#lib/arabic/dates.ts';
import { isoDay, startOfLocalDay } from '#lib/arabic/local-day.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { getDates } from '#app/newsroom/_dates.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { ToolHead } from '../_tools.tsx';
import { states } from '#lib/comments/states.ts';

const DAYS = 30;
const HOUR_MINUTES = 60;

const TALLIED = states.with('isTallied', true);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.tools'))('stats.title') };
}

export default async function StatsPage() {
  const { person } = await requireStaff('moderate', '/newsroom/comments/stats');
  const now = new Date();
  const dates = await getDates();
  const dayStart = startOfLocalDay(isoDay(now, dates.timeZone), dates.timeZone);
  const [stats, t, reason] = await Promise.all([
    getModerationStats({ dayStart, now, days: DAYS }),
    getTranslations('newsroom.stats'),
    getTranslations('moderation.reasons'),
  ]);
  const n = (count: number) => formatNumber(count, dates);
  const wait = (minutes: number | undefined) => {
    if (minutes === undefined) return '—';
    const inHours = minutes >= 2 * HOUR_MINUTES;
    const count = Math.round(inHours ? minutes / HOUR_MINUTES : minutes);
    return t(inHours ? 'hours' : 'minutes', { count, n: n(count) });
  };
  const most = (values: number[]) => Math.max(1, ...values);
  const { hours, waits, moderators, reasons } = stats;
  return (
    <div className="space-y-6">
      <ToolHead person={person} current="stats" />
      <Block title={t('waitTitle')} lead={t('waitLead', { count: waits.decided, n: n(waits.decided) })}>
        <dl className="grid grid-cols-2 items-end gap-4">
          <div>
            <dt className="text-ink-soft">{t('median')}</dt>
            <dd className="text-h3 font-bold">{wait(waits.medianMinutes)}</dd>
          </div>
          <div>
            <dt className="text-ink-soft">{t('p95')}</dt>
            <dd className="text-h3 font-bold">{wait(waits.p95Minutes)}</dd>
          </div>
        </dl>
      </Block>
      <Block title={t('hoursTitle')}>
        <BarTable
          caption={t('hoursTitle')}
          heads={[t('hour'), t('received'), t('decided')]}
          rows={hours.map(({ from, received, decided }) => ({
            label: formatTime(from, dates),
            cells: [n(received), n(decided)],
            share: received / most(hours.map((each) => each.received)),
          }))}
        />
      </Block>
      <Block title={t('moderatorsTitle')}>
        {moderators.length === 0 ? (
          <Empty isSmall title={t('nobody')} />
        ) : (
          <BarTable
            caption={t('moderatorsTitle')}
            heads={[t('moderator'), t('decisions'), ...TALLIED.map((state) => t(state))]}
            rows={moderators.map(({ name, total, to }) => ({
              label: name,
              cells: [n(total), ...TALLIED.map((state) => n(to[state] ?? 0))],
              share: total / most(moderators.map((each) => each.total)),
            }))}
          />
        )}
      </Block>
      <Block title={t('reasonsTitle')}>
        {reasons.length === 0 ? (
          <Empty isSmall title={t('noReasons')} />
        ) : (
          <BarTable
            caption={t('reasonsTitle')}
            heads={[t('reason'), t('decisions')]}
            rows={reasons.map((each) => ({
              label: reason(each.reason),
              cells: [n(each.decisions)],
              share: each.decisions / most(reasons.map(({ decisions }) => decisions)),
            }))}
          />
        )}
      </Block>
    </div>
  );
}
