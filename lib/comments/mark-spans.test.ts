import { describe, expect, it } from 'vitest';
import { markSpans } from './mark-spans.ts';

const show = (text: string, spans: { start: number; end: number }[]) =>
  markSpans(text, spans)
    .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
    .join('|');

describe('markSpans', () => {
  it.each([
    ['اشترِ الآن', [], 'اشترِ الآن'],
    ['abcdef', [{ start: 1, end: 3 }], 'a|[bc]|def'],
    [
      'abcdef',
      [
        { start: 4, end: 6 },
        { start: 0, end: 2 },
      ],
      '[ab]|cd|[ef]',
    ],
    [
      'abcdef',
      [
        { start: 1, end: 4 },
        { start: 2, end: 3 },
        { start: 3, end: 5 },
      ],
      'a|[bcd]|[e]|f',
    ],
    [
      'abc',
      [
        { start: 2, end: 9 },
        { start: 7, end: 9 },
      ],
      'ab|[c]',
    ],
    ['', [{ start: 0, end: 1 }], ''],
  ])('splits «%s»', (text, spans, shown) => {
    expect(show(text, spans)).toBe(shown);
  });
});
