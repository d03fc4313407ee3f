import { describe, expect, it } from 'vitest';
import { cleanLine, cleanMultiline, isolate } from './bidi.ts';
import { costOf } from '#lib/testing/cost.ts';

describe('isolate', () => {
  it('removes characters that could end the isolate', () => {
    expect(isolate('John')).toBe('\u2068John\u2069');
    expect(isolate('a\u2069\u202Eb')).toBe('\u2068ab\u2069');
  });
});

describe('cleanLine', () => {
  it.each([
    ['  أحمد \t\n  سالم ', 'أحمد سالم'],
    ['أحمد\u2028سالم\u00A0علي\u3000حسن', 'أحمد سالم علي حسن'],
    ['Ah\u0000m\u001Bed', 'Ahmed'],
    ['admin\u202Enimda\u202C \u2066x\u2069', 'adminnimda x'],
    ['\u200Fأحمد\u200E\u061C', 'أحمد'],
    ['أح\u200Bم\u00ADد\uFEFF\u2060\u180E', 'أحمد'],
    ['\u3164\u115F\u1160\uFFA0\u2800', ''],
    ['أحمد\u3164سالم', 'أحمد سالم'],
    ['\u200B\u200C\u200D\u2060\uFE0F\u064B', ''],
    ['x\u{E0061}\u{E007F}y', 'xy'],
    ['أ\uD800ب\uDC00', 'أب'],
    ['😀', '😀'],
    ['a\uFFFEb\uFFFFc', 'abc'],
  ])('turns %j into %j', (typed, clean) => expect(cleanLine(typed)).toBe(clean));

  it.each([
    ['inside a Persian word', 'می\u200Cخواهم'],
    ['after a vowel sign', 'مِ\u200Cن'],
    ['in the emoji of a family', '👨‍👩‍👧'],
    ['after the skin tone of an emoji', '👩🏽‍💻'],
    ['after a variation selector', '❤️‍🔥'],
    ['in Devanagari', 'क्‍ष'],
  ])('keeps a joiner %s', (_, text) => expect(cleanLine(text)).toBe(text));

  it.each([
    ['between Latin letters', 'Ah\u200Cm\u200Ded', 'Ahmed'],
    ['at the start and the end', '\u200Dأحمد\u200C', 'أحمد'],
    ['beside a space', 'أحمد\u200C سالم', 'أحمد سالم'],
    ['beside a digit', '12\u200C34', '1234'],
    ['that is repeated', 'می\u200C\u200C\u200Dخواهم', 'می\u200Cخواهم'],
  ])('drops a joiner %s', (_, typed, clean) => expect(cleanLine(typed)).toBe(clean));

  it('cuts towers of marks and keeps a vocalised name', () => {
    expect(cleanLine(`Z${'\u0301'.repeat(50)}algo`)).toBe(`Z${'\u0301'.repeat(4)}algo`);
    expect(cleanLine('مُحَمَّدٌ اللّٰه')).toBe('مُحَمَّدٌ اللّٰه');
  });

  it('changes nothing in text that was cleaned before', () => {
    for (const typed of [
      'a\u200C\u200C ب',
      ' أ\u200B \u3164\u200D ب',
      '\u0301\u200Dx',
      'أ\u2800\u200Cب',
      `ب${'\u064E'.repeat(9)}\u200Cب`,
    ]) {
      expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
    }
  });
});

describe('cleanMultiline', () => {
  it.each([
    ['سطر\r\nسطر\rسطر\u2028سطر', 'سطر\nسطر\nسطر\nسطر'],
    ['أول\n\n\n\n\nثان', 'أول\n\nثان'],
    ['أول\n\nثان', 'أول\n\nثان'],
    ['أول  \t\n \u200B \n\u3164\n \nثان\n\n', 'أول\n\nثان'],
    ['\n\n \u200B\u2800\n', ''],
    ['\u200F\u200E\n\uFE0F', ''],
    ['أ\u202Eب\u2067ج\u0007', 'أبج'],
  ])('turns %j into %j', (typed, clean) => expect(cleanMultiline(typed)).toBe(clean));

  it('keeps direction marks, which order numbers and signs', () =>
    expect(cleanMultiline('الحرارة \u200E-5\u200E اليوم')).toBe('الحرارة \u200E-5\u200E اليوم'));

  it('cuts towers of marks that are interrupted by direction marks', () => {
    expect(cleanMultiline(`Z${'\u0301\u200E'.repeat(50)}algo`)).toBe(`Z${'\u0301'.repeat(4)}\u200Ealgo`);
  });

  it('takes linear time on long runs of spaces', () => {
    const cost = costOf(() => {
      cleanMultiline(`أ${' '.repeat(200_000)}ب${'\n \u200C'.repeat(50_000)}`);
      cleanLine(`أ${' '.repeat(200_000)}ب${'\u0301\u200C'.repeat(50_000)}`);
    });
    expect(cost).toBeLessThan(3000);
  });

  it.each([
    '\u200E',
    '\u061C\u200F',
    '\u200D',
    '\u0301',
    '\u200E\u0301',
    '\u3164',
    '\r\n',
    '\uD800',
    '\u2066',
    '\uFE0F',
  ])('takes linear time on long rows of %j', (sign) => {
    const typed = `ab${sign.repeat(200_000)}c`;
    expect(costOf(() => [cleanLine(typed), cleanMultiline(typed)])).toBeLessThan(3000);
  });
});
