import { useTranslations } from 'next-intl';
import { isolate } from '#lib/arabic/bidi.ts';
import { formatDate, type DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { FormFault } from '#lib/comments/form-state.ts';

/** A length of time in the largest unit that is not too coarse: 45 seconds, two minutes, three hours. */
function unitOf(seconds: number): ['seconds' | 'minutes' | 'hours', number] {
  if (seconds < 60) return ['seconds', seconds];
  return seconds < 3600 ? ['minutes', Math.ceil(seconds / 60)] : ['hours', Math.ceil(seconds / 3600)];
}

/** Puts a fault of the comment form into words. */
export function useFaultText(dates: DateSettings) {
  const t = useTranslations('comments');
  return ({ message, limit, wait, since, sign }: FormFault): string => {
    const [unit, count] = unitOf(wait ?? 0);
    return t(`faults.${message}`, {
      limit: limit === undefined ? '' : formatNumber(limit, dates),
      wait: t(`waits.${unit}`, { count, n: formatNumber(count, dates) }),
      sign: sign ? isolate(sign) : '',
      date: since ? formatDate(since, dates) : '',
    });
  };
}
