import { formatNumber } from '#lib/arabic/numerals.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';

/** A file size in the unit with a short number; megabytes with one decimal. */
export function showBytes(
  bytes: number,
  dates: Pick<DateSettings, 'formatLocale' | 'digits'>,
  t: (key: 'bytes' | 'kilobytes' | 'megabytes', values: { n: string }) => string,
): string {
  if (bytes < 1000) return t('bytes', { n: formatNumber(bytes, dates) });
  // From here on kilobytes would be rounded to 1000.
  if (bytes < 999_500) return t('kilobytes', { n: formatNumber(Math.round(bytes / 1000), dates) });
  return t('megabytes', { n: formatNumber(Math.round(bytes / 100_000) / 10, dates) });
}
