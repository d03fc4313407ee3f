import { describe, expect, it } from 'vitest';
import {
  dayRange,
  formatDate,
  formatDateTime,
  formatFullDate,
  formatHijri,
  formatMonth,
  formatPlainDay,
  formatTime,
  isoDate,
  type DateSettings,
} from './dates.ts';

const libya: DateSettings = {
  locale: 'ar',
  formatLocale: 'ar-LY',
  digits: 'latn',
  timeZone: 'Africa/Tripoli',
  hijri: true,
  hijriOffset: 0,
};
const english: DateSettings = { ...libya, locale: 'en', formatLocale: 'en-GB', hijri: false };
const at = new Date('2026-11-23T07:05:09Z');
/** The next day has begun in Libya. */
const lateEvening = new Date('2026-11-22T22:30:00Z');

describe('formatting', () => {
  it.each([
    ['ar-LY', 'latn', 'الاثنين 23 نوفمبر 2026 · 13 جمادى الآخرة 1448\u00A0هـ'],
    ['ar-EG', 'arab', 'الاثنين ٢٣ نوفمبر ٢٠٢٦ · ١٣ جمادى الآخرة ١٤٤٨\u00A0هـ'],
    ['ar-MA', 'latn', 'الاثنين 23 نونبر 2026 · 13 جمادى الآخرة 1448\u00A0هـ'],
    ['ar-IQ', 'arab', 'الاثنين ٢٣ تشرين الثاني ٢٠٢٦ · ١٣ جمادى الآخرة ١٤٤٨\u00A0هـ'],
    ['ar-SA', 'latn', 'الاثنين 23 نوفمبر 2026 · 13 جمادى الآخرة 1448\u00A0هـ'],
  ] as const)('formats a full date for %s with %s digits', (formatLocale, digits, expected) => {
    expect(formatFullDate(at, { ...libya, formatLocale, digits })).toBe(expected);
  });

  it('formats English dates', () => {
    expect(formatFullDate(at, english)).toBe('Monday 23 November 2026');
    expect(formatDateTime(at, english)).toBe('23 November 2026 · 09:05');
    expect(formatHijri(at, english)).toBe('13 Jumada II 1448\u00A0AH');
  });

  it('formats short dates, times and months', () => {
    expect(formatDate(at, libya)).toBe('الاثنين 23 نوفمبر 2026');
    expect(formatTime(at, libya)).toBe('09:05');
    expect(formatDateTime(at, libya)).toBe('23 نوفمبر 2026 · 09:05');
    expect(formatMonth(at, libya)).toBe('نوفمبر 2026');
    expect(isoDate(at)).toBe('2026-11-23T07:05:09.000Z');
  });

  it('formats midnight as 00:00 of the new day', () => {
    const midnight = new Date('2026-11-22T22:00:00Z');
    expect([formatTime(midnight, libya), formatDate(midnight, libya)]).toEqual([
      '00:00',
      'الاثنين 23 نوفمبر 2026',
    ]);
  });

  it.each(['Africa/Tripoli', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'formats a plain day as the same day in %s',
    (timeZone) => {
      expect(formatPlainDay('2026-11-23', { ...libya, timeZone })).toBe('23 نوفمبر 2026');
    },
  );

  it('does not mix up cached formats of different settings', () => {
    expect(formatTime(at, { ...libya, timeZone: 'Asia/Baghdad' })).toBe('10:05');
    expect(formatTime(at, { ...libya, digits: 'arab' })).toBe('٠٩:٠٥');
    expect(formatTime(at, libya)).toBe('09:05');
  });
});

describe('formatHijri', () => {
  it.each([
    [-1, '12 جمادى الآخرة 1448\u00A0هـ'],
    [0, '13 جمادى الآخرة 1448\u00A0هـ'],
    [1, '14 جمادى الآخرة 1448\u00A0هـ'],
  ] as const)('moves the date by %i days', (hijriOffset, expected) => {
    expect(formatHijri(at, { ...libya, hijriOffset })).toBe(expected);
    expect(formatHijri(lateEvening, { ...libya, hijriOffset })).toBe(expected);
  });

  it('moves across the end of a month', () => {
    const firstOfRamadan = new Date('2026-02-18T10:00:00Z');
    expect(formatHijri(firstOfRamadan, libya)).toBe('1 رمضان 1447\u00A0هـ');
    expect(formatHijri(firstOfRamadan, { ...libya, hijriOffset: -1 })).toMatch(
      /^(29|30) شعبان 1447\u00A0هـ$/,
    );
  });

  it('moves by one day where that day had 23 hours', () => {
    const lastHour = new Date('2026-03-29T21:30:00Z');
    const berlin: DateSettings = { ...libya, timeZone: 'Europe/Berlin' };
    const day = (offset: DateSettings['hijriOffset']) =>
      Number.parseInt(formatHijri(lastHour, { ...berlin, hijriOffset: offset }), 10);
    expect([day(-1), day(1)]).toEqual([day(0) - 1, day(0) + 1]);
  });
});

describe('dayRange', () => {
  const range = (...of: Parameters<typeof dayRange>) => {
    const found = dayRange(...of);
    return (
      found && [
        found.from.toISOString().replace(':00.000', ''),
        found.to.toISOString().replace(':00.000', ''),
      ]
    );
  };

  it.each([
    [
      [2026, 11, 23, 'Africa/Tripoli'],
      ['2026-11-22T22:00Z', '2026-11-23T22:00Z'],
    ],
    [
      [2026, 11, undefined, 'Africa/Tripoli'],
      ['2026-10-31T22:00Z', '2026-11-30T22:00Z'],
    ],
    [
      [2026, 12, undefined, 'UTC'],
      ['2026-12-01T00:00Z', '2027-01-01T00:00Z'],
    ],
    [
      [2026, undefined, undefined, 'Asia/Baghdad'],
      ['2025-12-31T21:00Z', '2026-12-31T21:00Z'],
    ],
    [
      [2028, 2, 29, 'UTC'],
      ['2028-02-29T00:00Z', '2028-03-01T00:00Z'],
    ],
    [
      [2026, 3, 29, 'Europe/Berlin'],
      ['2026-03-28T23:00Z', '2026-03-29T22:00Z'],
    ],
    [
      [2026, 10, 25, 'Europe/Berlin'],
      ['2026-10-24T22:00Z', '2026-10-25T23:00Z'],
    ],
    // Clocks in Cairo go from 00:00 to 01:00, and back from 24:00 to 23:00.
    [
      [2026, 4, 24, 'Africa/Cairo'],
      ['2026-04-23T22:00Z', '2026-04-24T21:00Z'],
    ],
    [
      [2026, 10, 29, 'Africa/Cairo'],
      ['2026-10-28T21:00Z', '2026-10-29T22:00Z'],
    ],
    // Samoa skipped this day.
    [
      [2011, 12, 30, 'Pacific/Apia'],
      ['2011-12-30T10:00Z', '2011-12-30T10:00Z'],
    ],
    [
      [2026, 6, 1, 'Pacific/Kiritimati'],
      ['2026-05-31T10:00Z', '2026-06-01T10:00Z'],
    ],
    [
      [2026, 6, 1, 'America/Los_Angeles'],
      ['2026-06-01T07:00Z', '2026-06-02T07:00Z'],
    ],
    [
      [1900, 1, 1, 'UTC'],
      ['1900-01-01T00:00Z', '1900-01-02T00:00Z'],
    ],
    [
      [2200, undefined, undefined, 'UTC'],
      ['2200-01-01T00:00Z', '2201-01-01T00:00Z'],
    ],
  ] as [Parameters<typeof dayRange>, string[]][])('returns the range of %j', (of, expected) =>
    expect(range(...of)).toEqual(expected),
  );

  it.each([
    [2026, 2, 30],
    [2026, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [2026, 4, 31],
    [1899, 1, 1],
    [2201, 1, 1],
    [26, 1, 1],
    [Number.NaN, 1, 1],
    [2026, Number.NaN, undefined],
    [2026, 1.5, undefined],
    [2026, undefined, 5],
  ])('returns null for %j-%j-%j', (year, month, day) =>
    expect(dayRange(year, month, day, 'Africa/Tripoli')).toBeNull(),
  );

  it('has no gap between the days of a year', () => {
    let last = dayRange(2026, undefined, undefined, 'Africa/Cairo')!.from;
    for (
      let day = new Date('2026-01-01');
      day.getUTCFullYear() === 2026;
      day.setUTCDate(day.getUTCDate() + 1)
    ) {
      const { from, to } = dayRange(2026, day.getUTCMonth() + 1, day.getUTCDate(), 'Africa/Cairo')!;
      expect(from).toEqual(last);
      last = to;
    }
    expect(last).toEqual(dayRange(2026, undefined, undefined, 'Africa/Cairo')!.to);
  });
});
