export type DateSettings = { locale: 'ar' | 'en'; formatLocale: string; digits: 'latn' | 'arab'; timeZone: string; hijri: boolean; hijriOffset: -1 | 0 | 1 };
const f = (s: DateSettings, o: Intl.DateTimeFormatOptions, ca = 'gregory') => new Intl.DateTimeFormat(s.formatLocale, { timeZone: s.timeZone, numberingSystem: s.digits, calendar: ca, ...o });
export const formatDate = (d: Date, s: DateSettings) => f(s, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(d).replace('، ', ' ');
export const formatTime = (d: Date, s: DateSettings) => f(s, { hour: '2-digit', minute: '2-digit', hour12: false }).format(d);
export const formatDateTime = (d: Date, s: DateSettings) => `${f(s, { day: 'numeric', month: 'long', year: 'numeric' }).format(d)} · ${formatTime(d, s)}`;
export const formatMonth = (d: Date, s: DateSettings) => f(s, { month: 'long', year: 'numeric' }).format(d);
export const formatHijri = (d: Date, s: DateSettings) => f(s, { day: 'numeric', month: 'long', year: 'numeric' }, 'islamic-umalqura').format(d);
export const formatFullDate = (d: Date, s: DateSettings) => formatDate(d, s) + (s.hijri ? ` · ${formatHijri(d, s)}` : '');
export const isoDate = (d: Date) => d.toISOString();
export function dayRange(y: number, m?: number, d?: number, _tz?: string) { const from = new Date(Date.UTC(y, (m ?? 1) - 1, d ?? 1)); if (m && from.getUTCMonth() !== m - 1) return null; const to = new Date(from); if (d) to.setUTCDate(to.getUTCDate() + 1); else if (m) to.setUTCMonth(to.getUTCMonth() + 1); else to.setUTCFullYear(y + 1); return { from, to }; }
