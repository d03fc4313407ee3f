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
  ['a mark before it alone', ['اتصل على \u200E+218 91 234 5678 الآن'], 'اتصل على [+218 91 234 5678] الآن'],
  ['a mark behind signs', ['لغة C++\u200E مفيدة'], 'لغة [C++] مفيدة'],
  ['numbers before it are not of the run', ['عام 2026 C++\u200E'], 'عام 2026 [C++]'],
  ['an isolate', ['الرمز \u2066ABC-12 (x)\u2069 هنا'], 'الرمز [ABC-12 (x)] هنا'],
  ['an embedding that was not closed', ['الرمز \u202AABC-12'], 'الرمز [ABC-12]'],
  ['an isolate that asks for the first letter', ['\u2068C#\u2069 و\u2068سي#\u2069'], '[C#] وسي#'],
  ['an isolate with letters of both', ['قال \u2066Ali علي 2\u2069 ذلك'], 'قال [Ali علي 2] ذلك'],
  ['blanks at its ends stay outside', ['أ\u2066 +1 2 \u2069ب'], 'أ [+1 2] ب'],
  [
    'words alone need none',
    ['قالت \u200EUNESCO World\u200E و\u2066Le Monde\u2069'],
    'قالت UNESCO World وLe Monde',
  ],
  ['numbers alone need none', ['في \u200E24/11/2026\u200E الساعة \u200E10:30'], 'في 24/11/2026 الساعة 10:30'],
  ['hyphens turn dates round', ['في \u200E2026-11-24\u200E'], 'في [2026-11-24]'],
  ['orders to turn', ['\u202Eمقلوب\u202C \u202Dabc-1\u202C'], 'مقلوب [abc-1]'],
  ['a wall of the other kind', ['\u200FA-1\u200F B-2\u200E'], 'A-1 [B-2]'],
  ['somebody’s whole sentence', ['\u202AAli قال: نعم.\u202C'], 'Ali قال: نعم.'],
  ['a whole address with Arabic in it', [leftToRight('https://a.example/م-ن')], '[https://a.example/م-ن]'],
  [
    'a run over several nodes, and a break that ends it',
    ['أ \u2066+21', '8 9', '\n', 'b-1\u2069 ج'],
    'أ [+21][8 9]|[b-1] ج',
  ],
  ['closings of nothing', ['\u2069\u202Cأ'], 'أ'],
  ['a mark alone', ['أ \u200E ب'], 'أ  ب'],
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
