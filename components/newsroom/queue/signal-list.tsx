import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Signal } from '#lib/comments/score.ts';

type Props = { signals: readonly Signal[]; score: number; dates: DateSettings };

const withSign = (points: number, dates: DateSettings) =>
  `${points > 0 ? '+' : '−'}${formatNumber(Math.abs(points), dates)}`;

/** A rule with several matches is one reason. The matches are marked in the text. */
function gather(signals: readonly Signal[]) {
  const reasons = new Map<string, { rule: Signal['rule']; detail: string; points: number }>();
  for (const { rule, points, detail = '' } of signals) {
    const known = reasons.get(rule);
    if (known) known.points += points;
    else reasons.set(rule, { rule, detail, points });
  }
  return [...reasons.values()];
}

/** What the rules found, in words and points. */
export function SignalList({ signals, score, dates }: Props) {
  const t = useTranslations('newsroom.signals');
  if (signals.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-caption text-ink-soft">
      <li className="font-medium text-amber">{t('score', { n: formatNumber(score, dates) })}</li>
      {gather(signals).map(({ rule, detail, points }) => (
        <li key={rule}>
          {t.has(rule) ? t(rule, { detail: isolate(detail) }) : rule}
          {points !== 0 && (
            <>
              {' '}
              <bdi dir="ltr" className="font-medium">
                {withSign(points, dates)}
              </bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
