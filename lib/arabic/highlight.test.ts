import { describe, expect, it } from 'vitest';
import { highlight, snippet, type Part } from './highlight.ts';
import { parseSearchQuery } from './search-query.ts';
import { costOf } from '#lib/testing/cost.ts';

const stemsOf = (query: string) => parseSearchQuery(query)!.stems;
const marked = (parts: Part[]) => parts.filter((part) => part.marked).map((part) => part.text);
const whole = (parts: Part[]) => parts.map((part) => part.text).join('');

describe('highlight', () => {
  it('marks words with vowel signs, tatweel and inflections', () => {
    const text = 'قالت «الحكـــومة» الليبيّة: إنّ حُكُومَتَها في ليبيا، لا في لبنان';
    const parts = highlight(text, stemsOf('حكومه ليبيا'));
    expect(marked(parts)).toEqual(['الحكـــومة', 'الليبيّة', 'حُكُومَتَها', 'ليبيا']);
    expect(whole(parts)).toBe(text);
  });

  it.each(['', 'ليبيا', '😀 ليبيا 😀', ' \n ', '<b>ليبيا</b> & "x"', '\uD800ليبيا\uDC00'])(
    'returns all of %j',
    (text) => {
      expect(whole(highlight(text, stemsOf('ليبيا')))).toBe(text);
    },
  );

  it('marks nothing without hits', () =>
    expect(highlight('مصر وتونس', stemsOf('ليبيا'))).toEqual([{ text: 'مصر وتونس', marked: false }]));
});

describe('snippet', () => {
  const filler = (n: number) => Array.from({ length: n }, (_, i) => `كلام${'ابتثجح'[i % 6]}`).join(' ');
  const long = `${filler(60)} ذكر الوزير شيئا. ${filler(60)} قال الوَزِيرُ في مؤتمر طرابلس ${filler(60)}`;

  it("shows the passage with most of the query's words", () => {
    const { parts, cutBefore, cutAfter } = snippet(long, stemsOf('وزير طرابلس'), { length: 120 });
    expect(marked(parts)).toEqual(['الوَزِيرُ', 'طرابلس']);
    expect([cutBefore, cutAfter]).toEqual([true, true]);
    expect(long).toContain(whole(parts));
    expect(whole(parts).length).toBeLessThanOrEqual(120);
    expect(whole(parts).length).toBeGreaterThan(80);
  });

  it('does not cut a word', () => {
    const all = new Set(long.split(/\s+/));
    for (let length = 20; length < 200; length += 7) {
      for (const word of whole(snippet(long, stemsOf('وزير طرابلس'), { length }).parts).split(/\s+/)) {
        expect(all.has(word) || all.has(`${word}.`)).toBe(true);
      }
    }
  });

  it('returns a short text whole', () => {
    expect(snippet('مؤتمر طرابلس.', stemsOf('طرابلس'), { length: 240 })).toEqual({
      parts: [
        { text: 'مؤتمر ', marked: false },
        { text: 'طرابلس', marked: true },
        { text: '.', marked: false },
      ],
      cutBefore: false,
      cutAfter: false,
    });
    expect(snippet('', stemsOf('طرابلس'), { length: 240 })).toEqual({
      parts: [],
      cutBefore: false,
      cutAfter: false,
    });
  });

  it('begins at the beginning if there is no hit', () => {
    const { parts, cutBefore, cutAfter } = snippet(long, stemsOf('أستراليا'), { length: 50 });
    expect([long.startsWith(whole(parts)), marked(parts).length, cutBefore, cutAfter]).toEqual([
      true,
      0,
      false,
      true,
    ]);
  });

  it('begins with the sentence of the hit if it fits', () => {
    const text = `${filler(60)}. انعقد مؤتمر في طرابلس ${filler(60)}`;
    expect(whole(snippet(text, stemsOf('طرابلس'), { length: 200 }).parts)).toMatch(/^انعقد مؤتمر في طرابلس/);
  });

  it('shows a hit near the end', () => {
    const { parts, cutAfter } = snippet(`${filler(80)} طرابلس`, stemsOf('طرابلس'), { length: 100 });
    expect([marked(parts), cutAfter]).toEqual([['طرابلس'], false]);
  });

  it('does not cut a character in text without words', () => {
    for (const text of [
      '😀'.repeat(200),
      '👨‍👩‍👧'.repeat(50),
      `${'𐎀'.repeat(200)}`,
      `${'ا'.repeat(300)}`,
      'e\u0301'.repeat(200),
    ]) {
      for (const length of [49, 50, 51]) {
        const shown = whole(snippet(text, stemsOf('ليبيا'), { length }).parts);
        expect(shown.isWellFormed()).toBe(true);
        expect(text.startsWith(shown)).toBe(true);
        expect(shown.length).toBeGreaterThan(40);
        expect(text.slice(shown.length)).not.toMatch(/^[\p{M}\u200D]/u);
      }
    }
  });

  it('takes little time on a very long article', () => {
    expect(
      costOf(() => snippet('وزير طرابلس '.repeat(20_000), stemsOf('وزير طرابلس'), { length: 240 })),
    ).toBeLessThan(3000);
  });
});
