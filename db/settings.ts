import type { DateSettings } from '#lib/arabic/dates.ts';
import type { Locale } from '#lib/locales.ts';
import { db } from './client.ts';
import { settings } from './tables.ts';

const DEFAULTS = {
  /** Decides month names and separators (ar-LY: يناير, 1.234,5). */
  formatLocale: 'ar-LY',
  digits: 'latn' as 'latn' | 'arab',
  timeZone: 'Africa/Tripoli',
  hijri: true,
  /** Days by which the Hijri date is moved where the moon was sighted otherwise. */
  hijriOffset: 0 as -1 | 0 | 1,
  /** Hours for which the form of a page can be sent. */
  commentFormHours: 24,
};
export type Settings = typeof DEFAULTS;

/** The newsroom's settings: rows over defaults. */
export async function getSettings(): Promise<Settings> {
  const rows = await db().select().from(settings);
  return { ...DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) };
}

/** How dates are written in an edition. */
export async function getDateSettings(locale: Locale): Promise<DateSettings> {
  const { formatLocale, digits, timeZone, hijri, hijriOffset } = await getSettings();
  return locale === 'ar'
    ? { locale, formatLocale, digits, timeZone, hijri, hijriOffset }
    : { locale, formatLocale: 'en-GB', digits: 'latn', timeZone, hijri: false, hijriOffset };
}
