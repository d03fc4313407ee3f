import { expect, it } from 'vitest';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { correctionsHtml } from './corrections-html.ts';

const dates: DateSettings = {
  locale: 'ar',
  formatLocale: 'ar-LY',
  digits: 'latn',
  timeZone: 'Africa/Tripoli',
  hijri: true,
  hijriOffset: 0,
};

it.each([
  ['Africa/Tripoli', '24 نوفمبر 2026'],
  ['UTC', '23 نوفمبر 2026'],
  ['Pacific/Auckland', '24 نوفمبر 2026'],
])('a note has the date of its publication in the site’s time zone: %s', (timeZone, day) => {
  const note = { kind: 'correction', text: 'عدد <الركاب> 40', publishedAt: new Date('2026-11-23T22:30:00Z') };
  expect(correctionsHtml([note], () => 'تصحيح', { ...dates, timeZone })).toBe(
    `<p><strong>تصحيح · ${day}</strong><br>عدد &lt;الركاب&gt; 40</p>`,
  );
});
