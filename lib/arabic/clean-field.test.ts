import { describe, expect, it } from 'vitest';
import { costOf } from '#lib/testing/cost.ts';
import { cleanField, cleanProse, cleanRun } from './clean-field.ts';

describe('cleanField', () => {
  it.each([
    ['an override', 'عام \u202E2026\u202C', 'عام 2026'],
    ['every other direction mark', '\u202A\u202B\u202D\u2066\u2067\u2068\u2069\u200E\u200F\u061Cعام', 'عام'],
    ['zero-width characters', 'م\u200Bد\u2060ا\uFEFFد\u00AD', 'مداد'],
    ['control characters', 'م\u0000د\u0007ا\u009Fد', 'مداد'],
    ['line breaks', 'سطر\r\nسطر\u2028سطر\u0085سطر\tسطر', 'سطر سطر سطر سطر سطر'],
    ['decomposed letters', 'ا\u0653خر e\u0301', 'آخر é'],
    ['presentation forms', '\uFEE3\uFEAA\uFE8D\uFEA9 \uFEFB \uFDF2 ﬁ', 'مداد لا الله fi'],
    ['a vowel sign alone', 'م\uFE76د', 'مَد'],
    ['tatweel inside words', 'مــــداد عـَــاجل', 'مداد عَاجل'],
    ['lone surrogates', 'أ\uD800ب', 'أب'],
  ])('removes %s', (_, typed, clean) => expect(cleanField(typed)).toBe(clean));

  it.each([
    'محمد ﷺ وربه ﷻ 100 ﷼',
    '﴿الرَّحْمٰن﴾',
    'سنة 1447هـ',
    'لـ5 أيام',
    'بـ«مداد»',
    'الـ20',
    'می\u200Cخواهم',
    '👨‍👩‍👧 ❤️',
    'C++ و C#',
    'ڨفصة ڤيديو گلگامش',
    'كە ۆ ێ',
    '-5° إلى +3°',
    'وـ',
  ])('keeps «%s»', (text) => expect(cleanField(text)).toBe(text));

  it('changes nothing in a field that was cleaned before', () => {
    for (const typed of [
      'مــ\u200Bــداد',
      'ا\u200B\u0653',
      '\uFEE3\u202E\uFEAA ـــ ـ',
      'بـ \u0640\u0640x',
      'ـَـَـ',
    ])
      expect(cleanField(cleanField(typed))).toBe(cleanField(typed));
  });

  it('takes time linear in the length', () => {
    const cost = costOf(() => {
      cleanField('ب\u0640'.repeat(100_000));
      cleanField('\u0640'.repeat(200_000));
      cleanField('\u0640\u064E'.repeat(100_000));
      cleanField(`${'\uFE76'.repeat(200_000)}\u202E`);
    });
    expect(cost).toBeLessThan(3000);
  });
});

describe('cleanProse', () => {
  it('keeps line breaks', () =>
    expect(cleanProse(' أول\u202E \r\n\u200F\r\n\r\n\r\nثاـــن ')).toBe('أول\n\nثان'));
});

describe('cleanRun', () => {
  it('keeps its spaces and removes hidden characters', () => {
    expect(cleanRun(' ا\u0653خر\u202E 2026\u202C\u200F\u2066 \uFEFB\n')).toBe(' آخر 2026 لا\n');
  });
});
