import { describe, expect, it } from 'vitest';
import { costOf } from '#lib/testing/cost.ts';
import { countCharacters, firstCharacters, isLongerThan, mostUnits } from './count-characters.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('countCharacters', () => {
  it.each([
    ['مَّ', 1],
    ['مُحَمَّدٌ', 4],
    ['السَّلَامُ عَلَيْكُمْ', 12],
    ['محمد', 4],
    ['', 0],
    ['abc', 3],
    ['e\u0301', 1],
    ['é', 1],
    [FAMILY, 1],
    ['👍🏽', 1],
    ['🇱🇾', 1],
    ['❤️', 1],
    ['نص 😀', 4],
    ['گفتگو', 5],
    ['می\u200Cخواهم', 7],
    ['لإ', 2],
    ['١٢٣', 3],
    ['a\nb', 3],
    ['한국', 2],
    ['นำ', 1],
    ['ﷲ', 1],
    ['ـــ', 3],
    ['آ', 1],
    ['ا\u0653', 1],
  ])('counts «%s» as %i', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it('counts characters without combining marks as the segmenter does', () => {
    const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });
    const different: string[] = [];
    for (let code = 0x20; code < 0x3000; code++) {
      // Between two letters: a character that joins one of its neighbours is counted together with it.
      const text = `ب${String.fromCharCode(code)}ب`;
      if (countCharacters(text) !== [...segmenter.segment(text)].length) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
  });
});

describe('isLongerThan', () => {
  it('allows as many vowelled letters as plain ones', () => {
    expect(isLongerThan('مَّ'.repeat(700), 2000)).toBe(false);
    expect(isLongerThan('مَّ'.repeat(2000), 2000)).toBe(false);
    expect(isLongerThan('مَّ'.repeat(2001), 2000)).toBe(true);
    expect(isLongerThan('م'.repeat(2000), 2000)).toBe(false);
    expect(isLongerThan('م'.repeat(2001), 2000)).toBe(true);
  });

  it('also limits code units, against towers and chains that count as one character', () => {
    expect(isLongerThan(`م${'\u064B'.repeat(100_000)}`, 2000)).toBe(true);
    expect(isLongerThan(`👨${'\u200D👩'.repeat(10_000)}`, 2000)).toBe(true);
    expect(mostUnits(2000)).toBe(12_000);
  });

  it('takes little time on any input', () => {
    expect(costOf(() => isLongerThan('مَّ😀'.repeat(1_000_000), 2000))).toBeLessThan(200);
    expect(costOf(() => isLongerThan('مَّ'.repeat(2000), 2000))).toBeLessThan(200);
  });
});

it('firstCharacters cuts between characters, never inside one', () => {
  expect(firstCharacters('مَّمَّمَّ', 2)).toBe('مَّمَّ');
  expect(firstCharacters(`${FAMILY}ab`, 2)).toBe(`${FAMILY}a`);
  expect(firstCharacters('abc', 5)).toBe('abc');
  expect(firstCharacters(`a${'\u0301'.repeat(100)}b`, 2)).toBe('');
});
