import type { DateSettings } from './dates.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** A count in the edition's digits, grouped as its country does: 1.234 in Libya, ١٬٢٣٤ in Egypt. */
export function formatNumber(n: number, { formatLocale, digits }: Pick<DateSettings, 'formatLocale' | 'digits'>): string {
  const key = `${formatLocale} ${digits}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(formatLocale, { numberingSystem: digits });
  formats.set(key, known);
  return known.format(n);
}
