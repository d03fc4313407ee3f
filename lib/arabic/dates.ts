import { isoDay, startOfLocalDay } from './local-day.ts';
import type { Locale } from '#lib/locales.ts';

export type DateSettings = {
  locale: Locale;
  formatLocale: string;
  digits: 'latn' | 'arab';
  timeZone: string;
  hijri: boolean;
  hijriOffset: -1 | 0 | 1;
};

const DAY = 86_400_000;

const SHAPES = {
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  hijri: { day: 'numeric', month: 'long', year: 'numeric', calendar: 'islamic-umalqura', timeZone: 'UTC' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Creating a format costs more than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  at: Date,
  shape: keyof typeof SHAPES,
  { formatLocale, digits, timeZone }: DateSettings,
): string {
  const key = [shape, formatLocale, digits, timeZone].join(' ');
  const known =
    formats.get(key) ??
    new Intl.DateTimeFormat(formatLocale, {
      timeZone,
      calendar: 'gregory',
      numberingSystem: digits,
      ...SHAPES[shape],
    });
  formats.set(key, known);
  return known.format(at);
}

/** الاثنين 23 نوفمبر 2026 */
export const formatDate = (at: Date, settings: DateSettings): string =>
  format(at, 'weekday', settings).replace(/[،,] /, ' ');

/** 23 نوفمبر 2026 */
export const formatDay = (at: Date, settings: DateSettings): string => format(at, 'day', settings);

/** The same for a day without a time, `2026-11-23`: no time zone moves it. */
export const formatPlainDay = (day: string, settings: DateSettings): string =>
  formatDay(new Date(day), { ...settings, timeZone: 'UTC' });

/** 09:05 */
export const formatTime = (at: Date, settings: DateSettings): string => format(at, 'time', settings);

/** 23 نوفمبر 2026 · 09:05 */
export const formatDateTime = (at: Date, settings: DateSettings): string =>
  `${formatDay(at, settings)} · ${formatTime(at, settings)}`;

/** نوفمبر 2026 */
export const formatMonth = (at: Date, settings: DateSettings): string => format(at, 'month', settings);

/** 2026, in the edition's digits and without grouping. */
export const formatYear = (at: Date, settings: DateSettings): string => format(at, 'year', settings);

/**
 * 13 جمادى الآخرة 1448 هـ, by the Umm al-Qura calendar, moved by `hijriOffset` days. The day begins at
 * midnight. A no-break space keeps the era beside its year.
 */
export function formatHijri(at: Date, settings: DateSettings): string {
  const day = Date.parse(isoDay(at, settings.timeZone)) + settings.hijriOffset * DAY;
  return format(new Date(day), 'hijri', settings).replace(/ (?=\S+$)/, '\u00A0');
}

/** الاثنين 23 نوفمبر 2026 · 13 جمادى الآخرة 1448 هـ */
export const formatFullDate = (at: Date, settings: DateSettings): string =>
  settings.hijri ? `${formatDate(at, settings)} · ${formatHijri(at, settings)}` : formatDate(at, settings);

/** For the `datetime` attribute of `<time>`. */
export const isoDate = (at: Date): string => at.toISOString();

/**
 * The start (inclusive) and end (exclusive) of a year, month or day in a time zone. Null if there is no such
 * date, or before 1900 or after 2200.
 */
export function dayRange(
  year: number,
  month: number | undefined,
  day: number | undefined,
  timeZone: string,
): { from: Date; to: Date } | null {
  if (![year, month ?? 1, day ?? 1].every(Number.isInteger) || year < 1900 || year > 2200) return null;
  if (month === undefined && day !== undefined) return null;
  const first = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (
    first.getUTCFullYear() !== year ||
    first.getUTCMonth() !== (month ?? 1) - 1 ||
    first.getUTCDate() !== (day ?? 1)
  )
    return null;
  const next = new Date(first);
  if (day !== undefined) next.setUTCDate(day + 1);
  else if (month !== undefined) next.setUTCMonth(month);
  else next.setUTCFullYear(year + 1);
  const start = (date: Date) => startOfLocalDay(date.toISOString().slice(0, 10), timeZone);
  return { from: start(first), to: start(next) };
}
