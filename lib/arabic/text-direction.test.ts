import { expect, it } from 'vitest';
import { costOf } from '#lib/testing/cost.ts';
import { directionIn, directionOf } from './text-direction.ts';

it.each([
  ['WhatsApp لم يعد يعمل عندي اليوم', 'rtl'],
  ['iPhone 15 لا يعمل معي في البيت', 'rtl'],
  ['لم يعد WhatsApp works fine here on my phone', 'ltr'],
  ['نص', 'rtl'],
  ['text', 'ltr'],
  ['A: لا', 'rtl'],
  ['C++ أفضل', 'rtl'],
  ['راجع https://example.org/a/very/long/address/in/latin/letters', 'rtl'],
  ['see https://موقع.قطر/مقال/طويل/جدا/جدا', 'ltr'],
  ['راسلوني على somebody.long@example.org', 'rtl'],
  ['@somebody_with_a_long_name نعم', 'rtl'],
  ['Microsoft Windows لم يعد يعمل معي', 'rtl'],
  ['WhatsApp لم يعد', 'rtl'],
  ['The word المستخدمون means users', 'ltr'],
  ['WhatsApp معطل', 'ltr'],
  ['Он сказал', 'ltr'],
  ['שלום hi', 'rtl'],
  ['مُحَمَّدٌ is here', 'ltr'],
])('directionOf «%s» is %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

it.each(['', '15 + 3', '٢٠٢٦', '😀', '+218 91 234 5678', 'https://example.org', '\u202E'])(
  'directionOf «%s» is undefined',
  (text) => {
    expect(directionOf(text)).toBeUndefined();
  },
);

it.each([
  ['Microsoft تشتري Activision Blizzard', 'rtl', 'rtl'],
  ['WhatsApp معطل', 'rtl', 'rtl'],
  ['iPhone', 'rtl', 'ltr'],
  ['iPhone الجديد', 'rtl', 'rtl'],
  ['C++', 'rtl', 'ltr'],
  ['No Country for Old Men!', 'rtl', 'ltr'],
  ['لقطة من فيلم No Country for Old Men', 'rtl', 'rtl'],
  ['2026 (3-1)', 'rtl', 'rtl'],
  ['2026', 'ltr', 'ltr'],
  ['مداد', 'ltr', 'rtl'],
  ['The word مداد means ink', 'ltr', 'ltr'],
  ['وزارة المياه والكهرباء', 'ltr', 'rtl'],
] as const)('directionIn «%s» in an edition with direction %s is %s', (text, edition, direction) => {
  expect(directionIn(text, edition)).toBe(direction);
});

it('directionOf takes linear time', () => {
  expect(costOf(() => directionOf('a'.repeat(200_000)))).toBeLessThan(2000);
  expect(costOf(() => directionOf('@'.repeat(200_000)))).toBeLessThan(2000);
});
