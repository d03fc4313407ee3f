import { describe, expect, it } from 'vitest';
import { countWords, tokenize, words } from './words.ts';
import { costOf } from '#lib/testing/cost.ts';

describe('tokenize', () => {
  it.each([
    ['قالَ «مُحَمَّدٌ»: نعم.', ['قالَ', 'مُحَمَّدٌ', 'نعم']],
    ['الحكـــومة الليبيّة', ['الحكـــومة', 'الليبيّة']],
    ['كلمة،كلمة/كلمة', ['كلمة', 'كلمة', 'كلمة']],
    ['می\u200Cخواهم', ['می\u200Cخواهم']],
    ['\u200Fليبيا\u200F (2026)', ['ليبيا', '2026']],
    ["Libya's «don’t»", ["Libya's", 'don', 't']],
    ['ـــ ـ — 😀 👨‍👩‍👧', []],
  ])('splits %j into %j', (text, expected) =>
    expect(tokenize(text).map((token) => token.text)).toEqual(expected),
  );

  it('returns positions in the unchanged text', () => {
    const text = '😀 مُحَمَّد، و\u00ADطن e\u0301te\u0301';
    for (const { text: word, start, end } of tokenize(text)) expect(text.slice(start, end)).toBe(word);
    expect(tokenize(text).map((token) => token.start)).toEqual([3, 13, 18]);
  });

  it('takes linear time on degenerate text', () => {
    expect(
      costOf(() => tokenize(`${'ا\u200F'.repeat(50_000)} ${'\u064B'.repeat(50_000)} ${'ا'.repeat(100_000)}`)),
    ).toBeLessThan(3000);
  });
});

it('words returns clean words with their hamzas', () => {
  expect(words('أَلمانيا ١٢ ﷺ Libya’s')).toEqual(['ألمانيا', '12', 'صلى', 'الله', 'عليه', 'وسلم', 'libya']);
});

it('countWords counts a vocalised word as one', () => expect(countWords('إِنَّ الحُكُومَةَ ــ، قَرَّرَتْ!')).toBe(3));
