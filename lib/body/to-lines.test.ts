import { expect, test } from 'vitest';
import { docFromLines } from './from-lines.ts';
import { docToLines } from './to-lines.ts';

test('a body made from lines becomes the same lines again', () => {
  const lines = ['خبر **مهم** من [الميناء](https://example.org/a)', '## عنوان', '### أصغر', '> «قول» — قائل', '- أ', '- ب', '1. ج', '2. د', 'نهاية'];
  expect(docToLines(docFromLines(lines))).toEqual(lines);
  expect(docFromLines(docToLines(docFromLines(lines)))).toEqual(docFromLines(lines));
});
