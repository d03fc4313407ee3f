import { expect, it } from 'vitest';
import { LIMITS } from './rules.ts';
import { foldLong } from './fold-long.ts';

const lines = (count: number, line = 'س') => Array.from({ length: count }, () => line).join('\n');

it('a comment of a thousand lines shows twenty', () => {
  const [shown, rest] = foldLong(lines(1000));
  expect(shown.split('\n')).toHaveLength(20);
  expect(rest.split('\n')).toHaveLength(980);
  expect(`${shown}\n${rest}`).toBe(lines(1000));
});

it.each([
  ['the longest text in one paragraph', 'كلمة '.repeat(LIMITS.body / 5)],
  ['fifty short lines', lines(50)],
  ['nothing', ''],
])('%s is shown whole', (_name, text) => {
  expect(foldLong(text)).toEqual([text, '']);
});

it('a long first line is shown whole', () => {
  const text = `${'كلمة '.repeat(300)}\n${lines(60)}`;
  const [shown, rest] = foldLong(text);
  expect(shown).toBe('كلمة '.repeat(300));
  expect(rest).toBe(lines(60));
});
