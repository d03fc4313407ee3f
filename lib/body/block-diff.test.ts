import { expect, test } from 'vitest';
import { diffBodies } from './block-diff.ts';
import type { Block, Doc } from './doc.ts';

const p = (text: string): Block => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });
const doc = (...content: Block[]): Doc => ({ type: 'doc', v: 2, content });
const seen = (before: Doc, after: Doc) =>
  diffBodies(before, after).map(({ type, change, pieces }) => [
    type,
    change,
    pieces
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}` : `-${text}`))
      .join('|'),
  ]);

const first = 'وصلت المياه إلى الحي بعد انقطاع دام ثلاثة أيام.';

test('shows a word that changed in one of several paragraphs', () => {
  const before = doc(p(first), p('قال المدير إن الضخ عاد عند الفجر.'), p('وختم بشكر الأهالي.'));
  const after = doc(p(first), p('قال المدير إن الضخ عاد عند الظهر.'), p('وختم بشكر الأهالي.'));
  expect(seen(before, after)).toEqual([
    ['paragraph', 'same', first],
    ['paragraph', 'changed', 'قال المدير إن الضخ عاد عند |-الفجر|+الظهر|.'],
    ['paragraph', 'same', 'وختم بشكر الأهالي.'],
  ]);
});

test('shows an added and a removed paragraph separately', () => {
  expect(seen(doc(p(first), p('سطر يزول.')), doc(p('مدخل آخر تمامًا لا صلة له.'), p(first)))).toEqual([
    ['paragraph', 'added', '+مدخل آخر تمامًا لا صلة له.'],
    ['paragraph', 'same', first],
    ['paragraph', 'removed', '-سطر يزول.'],
  ]);
});

test('marks the same text in bold or as a heading as restyled', () => {
  const bold: Block = {
    type: 'paragraph',
    content: [{ type: 'text', text: first, marks: [{ type: 'bold' }] }],
  };
  const heading: Block = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: first }] };
  expect(seen(doc(p(first)), doc(bold))).toEqual([['paragraph', 'restyled', first]]);
  expect(seen(doc(p(first)), doc(heading))).toEqual([['heading', 'restyled', first]]);
});

test('shows a different picture with the same caption', () => {
  const figure = (mediaId: string): Block => ({
    type: 'figure',
    attrs: { mediaId, caption: 'المحطة', credit: '', alt: '', decorative: false },
  });
  expect(seen(doc(figure('a'), p(first)), doc(figure('b'), p(first)))[0]).toEqual([
    'figure',
    'restyled',
    'المحطة',
  ]);
});

test('contains every block of both texts, whatever was moved', () => {
  const lines = Array.from({ length: 30 }, (_, n) => p(`الفقرة رقم ${n} وفيها كلام عن الموضوع ${n * 7}`));
  const after = [...lines.slice(10, 20), ...lines.slice(0, 10), p('جديد'), ...lines.slice(22)];
  const changes = diffBodies(doc(...lines), doc(...after));
  expect(changes.filter(({ change }) => change !== 'removed')).toHaveLength(after.length);
  expect(changes.filter(({ change }) => change !== 'added')).toHaveLength(lines.length);
});
