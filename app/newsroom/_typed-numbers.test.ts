import { expect, it } from 'vitest';
import { pageOrFirst } from './_query.ts';
import { focalPointSchema } from '#db/media/media.ts';
import { commentSettingsSchema, slowModeSchema } from '#db/moderation/settings.ts';
import { siteSettingsSchema } from '#db/paper/site-settings.ts';
import { fromLocalDateTime } from '#lib/arabic/local-time.ts';

/* Every form with a number accepts it from every keyboard. */

const ARABIC = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
const PERSIAN = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
const PASTED = (text: string) => `\u202A${text}\u202C\u00A0`;
const WAYS: [name: string, write: (text: string) => string][] = [
  ['in Latin digits', String],
  ['in Arabic digits', ARABIC],
  ['in Persian digits', PERSIAN],
  ['with characters that come with pasted text', PASTED],
  ['in Arabic digits with invisible marks', (text) => `\u200E${ARABIC(text)}\uFEFF`],
];

it.each(WAYS)('accepts numbers in all fields %s', (_name, write) => {
  const settings = {
    commentEmail: 'required',
    commentsCloseAfterDays: write('45'),
    holdScore: write('30'),
    spamScore: write('70'),
    trustAfter: write('0'),
    classifierOn: 'on',
    webhookUrl: '',
  };
  expect(commentSettingsSchema.parse(settings)).toMatchObject({
    commentsCloseAfterDays: 45,
    holdScore: 30,
    spamScore: 70,
    trustAfter: 0,
  });
  expect(slowModeSchema.parse({ minutes: write('5') })).toEqual({ minutes: 5 });
  expect(focalPointSchema.parse({ x: write('33.5'), y: write('100') })).toEqual({ x: 33.5, y: 100 });
  expect(siteSettingsSchema.shape.contactPhone.parse(write('091 2345678'))).toBe('091 2345678');
  expect(pageOrFirst(write('2'))).toBe(2);
  expect(fromLocalDateTime(write('2026-11-24T10:30'), 'Africa/Tripoli')?.toISOString()).toBe(
    '2026-11-24T08:30:00.000Z',
  );
});

it('rejects text that is not a valid number', () => {
  for (const minutes of ['', ' ', 'خمس', '5.5', '61', '٦١', '-1'])
    expect(slowModeSchema.safeParse({ minutes }).success, minutes).toBe(false);
  for (const x of ['', 'none', '101', '١٠١', '-1'])
    expect(focalPointSchema.safeParse({ x: x || 'none', y: '0' }).success, x).toBe(false);
  for (const page of ['0', '-1', 'x', '100000', '']) expect(pageOrFirst(page), page).toBe(1);
});
