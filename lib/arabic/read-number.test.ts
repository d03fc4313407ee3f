import { describe, expect, it } from 'vitest';
import { dateText, numberText, phoneText, plainCode, readArticleNumber, readWhole } from './read-number.ts';

const MARKS = [
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202B',
  '\u202C',
  '\u202D',
  '\u202E',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\uFEFF',
  '\u061C',
  '\u200B',
  '\u00AD',
];
const SPACES = [' ', '\u00A0', '\u2009', '\u202F', '\u3000', '\t'];

describe('readWhole', () => {
  it.each([
    ['٤٥', 45],
    ['۴۵', 45],
    [' 45 ', 45],
    ['４５', 45],
    ['1 000', 1000],
    ['١٬٢٣٤', 1234],
    ['1,234,567', 1_234_567],
    ['1\u202F234', 1234],
    ['0', 0],
    ['٠', 0],
    ['+7', 7],
  ])('reads «%s»', (typed, value) => expect(readWhole(typed)).toBe(value));

  it.each(['', ' ', '-', 'x', '4x', '1.5', '٣٫٥', '-3', '١٢٬٣', '1e3', '0x10', '٤٥٪', 'Infinity'])(
    'rejects «%s»',
    (typed) => expect(readWhole(typed)).toBeUndefined(),
  );

  it('ignores invisible marks and spaces anywhere', () => {
    for (const sign of [...MARKS, ...SPACES])
      for (const typed of [`${sign}123456`, `123456${sign}`, `123${sign}456`, `${sign}١٢٣٤٥٦${sign}`])
        expect(readWhole(typed), JSON.stringify(typed)).toBe(123_456);
  });

  it('numberText reads fractions and negative numbers', () => {
    expect(['٣٫٥', '33.3', '۳٫۵', '\u200E12.25', '−4', '1,234.5', '٤-'].map(numberText)).toEqual([
      '3.5',
      '33.3',
      '3.5',
      '12.25',
      '-4',
      '1234.5',
      '-4',
    ]);
  });
});

it('plainCode removes spaces and marks and reads all digits', () => {
  for (const typed of [
    '123 456',
    '١٢٣٤٥٦',
    '۱۲۳ ۴۵۶',
    '\u202A123456\u202C',
    '\u2068١٢٣\u00A0٤٥٦\u2069',
    '123\u2009456',
    '１２３４５６',
  ])
    expect(plainCode(typed)).toBe('123456');
  expect(plainCode(' ab2cd\u2011ef3gh\n')).toBe('ab2cd-ef3gh');
});

it('readArticleNumber accepts all common ways to write a number', () => {
  for (const typed of [
    '1054',
    '#1054',
    '#١٠٥٤',
    '# 1054',
    '\u200F#۱۰۵۴',
    'رقم ١٠٥٤',
    'No. 1054',
    '＃1054',
    '1 054',
  ])
    expect(readArticleNumber(typed), typed).toBe(1054);
  for (const typed of ['', '#', '0', '01', '12345678901', '1054 خبر', '#1054#'])
    expect(readArticleNumber(typed), typed).toBeUndefined();
});

it('dateText reads days and moments in all digits', () => {
  expect(['٢٠٢٦-١١-٠٩', '2026/11/9', '\u200E2026-11-09', '۲۰۲۶–۱۱–۰۹'].map(dateText)).toEqual(
    Array.from({ length: 4 }, () => '2026-11-09'),
  );
  expect(['2026-11-09T09:30', '٢٠٢٦/١١/٩ ٩:٣٠', '2026-11-09T09:30:00'].map(dateText)).toEqual(
    Array.from({ length: 3 }, () => '2026-11-09T09:30'),
  );
  expect(dateText('أمس')).toBe('أمس');
});

it('phoneText returns ASCII digits and signs', () => {
  expect(phoneText('٠٩١ ٢٣٤\u00A0٥٦٧٨')).toBe('091 234 5678');
  expect(phoneText('\u202A+218\u201191 2345678\u202C')).toBe('+218-91 2345678');
});
