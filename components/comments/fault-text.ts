import { useTranslations } from 'next-intl';
import { isolate } from '#lib/arabic/bidi.ts';
import { formatDate, type DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { FormFault } from '#lib/comments/form-state.ts';

/** Converts seconds to seconds, minutes or hours: the largest unit that the duration fills at least once. */
function unitOf(seconds: number): ['seconds' | 'minutes' | 'hours', number] {
  if (seconds < 60) return ['seconds', seconds];
  return seconds < 3600 ? ['minutes', Math.ceil(seconds / 60)] : ['hours', Math.ceil(seconds / 3600)];
}

/** Returns a function that turns an error of the comment form into text. */
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
