import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { Time } from '../ui/time.tsx';

type Props = { endedAt: Date | null; dates: DateSettings };

/** The line above the headline: marks a live coverage and says whether it has ended. */
export function LiveBadge({ endedAt, dates }: Props) {
  const t = useTranslations('live');
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta">
      <strong
        className={`live-badge rounded-paper border px-2 font-bold ${endedAt ? 'border-field text-ink-soft' : 'border-madder text-madder'}`}
      >
        {t('badge')}
      </strong>
      <span className="text-ink-soft">
        {endedAt ? t.rich('endedAt', { time: () => <Time at={endedAt} dates={dates} /> }) : t('goesOn')}
      </span>
    </p>
  );
}
