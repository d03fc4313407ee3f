import { expect, it } from 'vitest';
import { costOf } from '#lib/testing/cost.ts';
import type { EditorNode } from './from-editor.ts';
import { leftToRight, runsOf } from './paste-runs.ts';

/** Shows runs in brackets. */
const show = (nodes: EditorNode[]) =>
  nodes
    .map(({ text, marks }) => (marks?.some(({ type }) => type === 'ltr') ? `[${text}]` : (text ?? '|')))
    .join('');
const line = (...texts: string[]): EditorNode[] =>
  texts.map((text) => (text === '\n' ? { type: 'hardBreak' } : { type: 'text', text }));

it.each([
  [
    'a phone number between marks',
    ['اتصل على \u200E+218 91 234 5678\u200E الآن'],
    'اتصل على [+218 91 234 5678] الآن',
  ],
  ['a mark only before a number', ['اتصل على \u200E+218 91 234 5678 الآن'], 'اتصل على [+218 91 234 5678] الآن'],
  ['a mark after punctuation', ['لغة C++\u200E مفيدة'], 'لغة [C++] مفيدة'],
  ['a number before a run, which is not part of it', ['عام 2026 C++\u200E'], 'عام 2026 [C++]'],
  ['an isolate', ['الرمز \u2066ABC-12 (x)\u2069 هنا'], 'الرمز [ABC-12 (x)] هنا'],
  ['an unclosed embedding', ['الرمز \u202AABC-12'], 'الرمز [ABC-12]'],
  ['an isolate with direction from its first letter', ['\u2068C#\u2069 و\u2068سي#\u2069'], '[C#] وسي#'],
  ['an isolate with letters of both directions', ['قال \u2066Ali علي 2\u2069 ذلك'], 'قال [Ali علي 2] ذلك'],
  ['spaces at the ends of a run, which stay outside', ['أ\u2066 +1 2 \u2069ب'], 'أ [+1 2] ب'],
  [
    'plain words, which need no run',
    ['قالت \u200EUNESCO World\u200E و\u2066Le Monde\u2069'],
    'قالت UNESCO World وLe Monde',
  ],
  [
    'plain dates and times, which need no run',
    ['في \u200E24/11/2026\u200E الساعة \u200E10:30'],
    'في 24/11/2026 الساعة 10:30',
  ],
  ['a date with hyphens, which needs a run', ['في \u200E2026-11-24\u200E'], 'في [2026-11-24]'],
  ['direction overrides', ['\u202Eمقلوب\u202C \u202Dabc-1\u202C'], 'مقلوب [abc-1]'],
  ['a right-to-left mark', ['\u200FA-1\u200F B-2\u200E'], 'A-1 [B-2]'],
  ['a sentence in an embedding', ['\u202AAli قال: نعم.\u202C'], 'Ali قال: نعم.'],
  ['a URL that contains Arabic', [leftToRight('https://a.example/م-ن')], '[https://a.example/م-ن]'],
  [
    'a run over several nodes, which a line break ends',
    ['أ \u2066+21', '8 9', '\n', 'b-1\u2069 ج'],
    'أ [+21][8 9]|[b-1] ج',
  ],
  ['closing characters without an opening one', ['\u2069\u202Cأ'], 'أ'],
  ['a mark between spaces', ['أ \u200E ب'], 'أ  ب'],
])('runsOf handles %s', (_name, texts, shown) => {
  expect(show(runsOf(line(...texts), 'rtl'))).toBe(shown);
  expect(show(runsOf(line(...texts), 'ltr'))).toBe(shown.replace(/[[\]]/g, ''));
});

it('runsOf keeps the other marks of a run', () => {
  expect(
    runsOf(
      [
        { type: 'text', text: 'أ \u2066+218 ' },
        { type: 'text', text: '91\u2069', marks: [{ type: 'bold' }] },
      ],
      'rtl',
    ),
  ).toEqual([
    { type: 'text', text: 'أ ' },
    { type: 'text', text: '+218 ', marks: [{ type: 'ltr' }] },
    { type: 'text', text: '91', marks: [{ type: 'bold' }, { type: 'ltr' }] },
  ]);
});

it('runsOf takes little time on a long line full of marks', () => {
  expect(costOf(() => runsOf(line('a\u200E'.repeat(20_000)), 'rtl'))).toBeLessThan(5000);
});
