import { describe, expect, it } from 'vitest';
import { foldedWords, foldForMatching } from './match-fold.ts';

const folded = (text: string) => foldForMatching(text).text;
const asWritten = (text: string) => {
  const fold = foldForMatching(text);
  return foldedWords(fold).map(({ from, to }) => text.slice(fold.starts[from], fold.ends[to - 1]));
};

describe('foldForMatching', () => {
  it.each([
    ['vowel signs', 'كَلْبٌ', 'كلب'],
    ['tatweel', 'كـــلـــب', 'كلب'],
    ['invisible characters', 'ك\u200Cل\u200Dب \u200Bك\u200Fل\u061Cب ك\u00ADل\uFE0Fب', 'كلب كلب كلب'],
    ['letters of other keyboards', 'ک ڪ گ پ چ ڤ ێ ۆ ھ ڵ', 'ك ك ك ب ج ف ي و ه ل'],
    ['presentation forms', 'ﻛﻠﺐ ﷲ ﻻ', 'كلب الله لا'],
    ['hamzas, ى and ة', 'أإ آٱ ىی ئے ؤ ة', 'اا اا يي يي و ه'],
    ['digits', '٣٣ ۷ 4', '33 7 4'],
    ['capital and decorated Latin letters', 'KÁLB 𝐤𝐚𝐥𝐛 ｋａｌｂ İ', 'kalb kalb kalb i'],
    ['letters repeated three times, not twice', 'كلللب كللب ههههه', 'كلب كللب ه'],
    ['repeated letters with vowel signs', 'كلَلَلَلَب', 'كلب'],
    ['repeated digits, which stay', '1000000', '1000000'],
    ['punctuation and emoji', '  «ك.ل، ب»\n\n👍🏽👍  !! ج ', 'ك ل ب ج'],
    ['punctuation alone', ' !🖕? ', ''],
    ['an empty text', '', ''],
  ])('folds %s', (_name, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('maps every character to a position in the original', () => {
    for (const text of ['كَلْبٌ!', '🖕ك🖕لب', 'ﷺ كلللللب', '\u200F أحمدُ\u200F ـــ', 'a\u0301b é', '\uD83D x']) {
      const { text: out, starts, ends } = foldForMatching(text);
      expect([starts.length, ends.length]).toEqual([out.length, out.length]);
      starts.forEach((start, index) => {
        expect(start).toBeLessThan(ends[index]!);
        expect(ends[index]).toBeLessThanOrEqual(text.length);
        if (index > 0) expect(start).toBeGreaterThanOrEqual(starts[index - 1]!);
      });
    }
  });
});

describe('foldedWords', () => {
  it.each<[string, string[]]>([
    ['كَلْبٌ، كـلـب كلللب', ['كَلْبٌ', 'كـلـب', 'كلللب']],
    ['ك🖕لب', ['ك', 'لب']],
    ['كلب2 xxكلب', ['كلب', '2', 'xx', 'كلب']],
    ['', []],
  ])('finds the words of %j where they were written', (text, words) =>
    expect(asWritten(text)).toEqual(words),
  );

  it('distinguishes Arabic words from others', () => {
    expect(foldedWords(foldForMatching('کلب kalb 7')).map(({ arabic }) => arabic)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
