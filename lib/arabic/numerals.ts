import type { DateSettings } from './dates.ts';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A number in the edition's digits. From five digits on it is grouped as in the edition's country: 12.345 in
 * Libya, ١٢٬٣٤٥ in Egypt.
 */
export function formatNumber(
  n: number,
  { formatLocale, digits }: Pick<DateSettings, 'formatLocale' | 'digits'>,
): string {
  const key = `${formatLocale} ${digits}`;
  const known =
    formats.get(key) ?? new Intl.NumberFormat(formatLocale, { numberingSystem: digits, useGrouping: 'min2' });
  formats.set(key, known);
  return known.format(n);
}
