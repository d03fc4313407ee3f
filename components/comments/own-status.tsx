import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { OwnComment } from '#db/comments/own.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { factsOf } from '#lib/comments/states.ts';
import { Icon } from '../ui/icon.tsx';
import { Words } from '../ui/words.tsx';

const HOUR = 3_600_000;

type Props = {
  comment: OwnComment;
  dates: DateSettings;
  place: number;
  usualWait?: number;
  permalink: string;
};

/** The state of a comment, with what its writer can do next. */
export function OwnStatus({ comment, dates, place, usualWait, permalink }: Props) {
  const t = useTranslations('comments.status');
  const { told } = factsOf(comment.status);
  switch (told) {
    case 'approved':
      if (!comment.article.isPublic)
        return <Standing icon="check" colour="text-ink-soft" title={t('approvedAway')} />;
      return (
        <Standing icon="check" colour="text-leaf" title={t('approved')}>
          <p>
            <a href={permalink} className="inline-flex min-h-11 items-center text-sea underline">
              {t('seePublished')}
            </a>
          </p>
        </Standing>
      );
    case 'withdrawn':
      return (
        <Standing icon="check" colour="text-ink-soft" title={t('withdrawn')}>
          <p>{t('withdrawnHelp')}</p>
        </Standing>
      );
    case 'refused':
      return (
        <Standing icon="alert" colour="text-madder" title={t('refused')}>
          {comment.reasonCode && <p>{t(`reasons.${comment.reasonCode}`)}</p>}
          {comment.reasonNote && (
            <p className="mt-2">
              {t('reasonNote')} <Words of={comment.reasonNote} />
            </p>
          )}
          {comment.appealedAt && <p className="mt-2">{t('appealRefused')}</p>}
        </Standing>
      );
    case 'waiting':
      return (
        <Standing
          icon="clock"
          colour="text-amber"
          title={t(comment.appealedAt ? 'appealWaiting' : 'waiting')}
        >
          <p>{t('place', { count: place - 1, n: formatNumber(place - 1, dates) })}</p>
          {usualWait !== undefined && (
            <p>
              {t('usually')} <Duration milliseconds={usualWait} dates={dates} />
            </p>
          )}
          <p>{t('onlyYou')}</p>
        </Standing>
      );
    default:
      return told satisfies never;
  }
}

/** An approximate duration in minutes, hours or days. */
function Duration({ milliseconds, dates }: { milliseconds: number; dates: DateSettings }) {
  const t = useTranslations('comments.status');
  const [unit, size] =
    milliseconds < HOUR
      ? (['minutes', HOUR / 60] as const)
      : milliseconds < 48 * HOUR
        ? (['hours', HOUR] as const)
        : (['days', 24 * HOUR] as const);
  // Rounded up, so that the wait is not longer than promised.
  const count = Math.max(1, Math.ceil(milliseconds / size));
  return t(unit, { count, n: formatNumber(count, dates) });
}

type StandingProps = {
  icon: 'check' | 'alert' | 'clock';
  colour: string;
  title: string;
  children?: ReactNode;
};

function Standing({ icon, colour, title, children }: StandingProps) {
  return (
    <div className="bg-sheet p-4 text-ui sm:p-6">
      <p role="status" className={`flex items-start gap-3 font-bold ${colour}`}>
        <Icon name={icon} className="mt-0.5 size-5 shrink-0" />
        {title}
      </p>
      {children && <div className="mt-2 ps-8">{children}</div>}
    </div>
  );
}
