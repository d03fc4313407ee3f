import { expect, it } from 'vitest';
import { docSchema, type Block, type Inline } from './doc.ts';
import { joinTexts } from './inline-notation.ts';
import { parseNotation, printNotation } from './notation.ts';

const PLAIN = ['bold', 'italic', 'strike', 'sub', 'sup', 'ltr'] as const;
const isPlain = (mark: string): mark is (typeof PLAIN)[number] => (PLAIN as readonly string[]).includes(mark);
const text = (words: string, ...marks: string[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && {
    marks: marks.map((mark) =>
      isPlain(mark) ? { type: mark } : { type: 'link' as const, attrs: { href: mark } },
    ),
  }),
});
const p = (...content: (string | Inline)[]): Extract<Block, { type: 'paragraph' }> => ({
  type: 'paragraph',
  content: content.map((each) => (typeof each === 'string' ? text(each) : each)),
});
const list = (type: 'bulletList' | 'orderedList', ...items: string[]): Block => ({
  type,
  content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
});

/**
 * Prints blocks, parses the result and expects equal blocks. Returns the text and what could not be printed.
 */
function roundTrip(blocks: Block[]): { text: string; kept: string[] } {
  docSchema.parse({ type: 'doc', v: 2, content: blocks });
  const printed = printNotation(blocks);
  expect(parseNotation(printed.text, blocks)?.content, printed.text).toEqual(blocks);
  return { text: printed.text, kept: printed.kept.map(({ type }) => type) };
}

/** Joins neighbouring texts with equal marks. */
const joined = (blocks: Block[]): Block[] =>
  JSON.parse(JSON.stringify(blocks), (key, value: unknown) =>
    key === 'content' && Array.isArray(value) && value.some((node: Inline) => node.type === 'text')
      ? joinTexts(value)
      : value,
  ) as Block[];

it('parses lines as an editor writes them', () => {
  const read = (...lines: string[]) => parseNotation(lines.join('\n'))?.content;
  expect(read('خبر **مهم** من [الميناء](https://example.org/a_(b)?c=1)، *Le Monde*', 'سطر ثان')).toEqual([
    p(
      'خبر ',
      text('مهم', 'bold'),
      ' من ',
      text('الميناء', 'https://example.org/a_(b)?c=1'),
      '، ',
      text('Le Monde', 'italic'),
    ),
    p('سطر ثان'),
  ]);
  expect(read('> قول', '> بقيته', '', '> قول آخر')).toEqual([
    { type: 'blockquote', content: [p('قول'), p('بقيته')] },
    { type: 'blockquote', content: [p('قول آخر')] },
  ]);
  expect(read('- أ', '', '– ب', '١- ج', '2) د')).toEqual([
    list('bulletList', 'أ', 'ب'),
    list('orderedList', 'ج', 'د'),
  ]);
  expect(read('و**الكلمة**ه ***معًا***', '---', '## عنوان', String.raw`بيت\ `, 'عجزه', '2026. عام')).toEqual([
    p('و', text('الكلمة', 'bold'), 'ه ', text('معًا', 'bold', 'italic')),
    { type: 'horizontalRule' },
    { type: 'heading', attrs: { level: 2 }, content: [text('عنوان')] },
    p('بيت', { type: 'hardBreak' }, 'عجزه'),
    p('2026. عام'),
  ]);
  expect(read('', '  ')).toEqual([p()]);
});

it('parses and prints struck, low, high and left-to-right text, and the first number of a list', () => {
  const written = 'H~2~O و20 م^2^ و~~قديم~~ و\u2066+218 91 **234**\u2069';
  const blocks = [
    p(
      'H',
      text('2', 'sub'),
      'O و20 م',
      text('2', 'sup'),
      ' و',
      text('قديم', 'strike'),
      ' و',
      text('+218 91 ', 'ltr'),
      text('234', 'bold', 'ltr'),
    ),
    { ...list('orderedList', 'خامس', 'سادس'), attrs: { start: 5 } } as Block,
  ];
  expect(parseNotation(`${written}\n٥. خامس\n٦. سادس`)).toEqual({ type: 'doc', v: 3, content: blocks });
  expect(printNotation(blocks)).toEqual({ text: `${written}\n\n5. خامس\n6. سادس`, kept: [] });
  for (const line of ['~5 آلاف و~6 آلاف', '2^10', '~~~', '^ ^', 'a~b c~d'])
    expect(parseNotation(line)?.content).toEqual([p(line)]);
  for (const line of ['~5~', '^x^', '~~x~~']) expect([line, roundTrip([p(line)]).kept]).toEqual([line, []]);
  // A text that notation cannot express stays a block.
  expect(roundTrip([p('م', text('عدد كبير', 'sup'))]).kept).toEqual(['paragraph']);
  expect(parseNotation('كلام')?.v).toBe(2);
});

it('keeps characters that are not notation, and rejects an invalid link', () => {
  const plain = (line: string) => expect(parseNotation(line)?.content).toEqual([p(line)]);
  for (const line of [
    '3 * 4 * 5',
    '**',
    '****',
    '** فراغ **',
    '[بلا رابط]',
    '[رابط](ftp://x.example)',
    '-بلا فراغ',
    '[[7]]',
    'C:\\temp',
    '@user_name',
  ])
    plain(line);
  expect(parseNotation(String.raw`\*نجمة\* و\[قوس\]`)?.content).toEqual([p('*نجمة* و[قوس]')]);
  expect(parseNotation('[كلام](https://[x)')).toBeUndefined();
});

it('prints what it parses, and parses what it prints', () => {
  const blocks: Block[] = [
    p('بسيط'),
    p(
      text('كلمة', 'bold'),
      text(' و', 'bold'),
      text('مائل', 'bold', 'italic'),
      ' ثم ',
      text('رابط', 'bold', 'https://example.org/?a=b*c*d'),
      text(' تتمته', 'https://example.org/?a=b*c*d'),
    ),
    { type: 'blockquote', content: [p('قول'), p('تتمة')] },
    { type: 'blockquote', content: [p('قول آخر')] },
    list('bulletList', 'أ', 'ب'),
    list('orderedList', 'ج'),
    { type: 'heading', attrs: { level: 3 }, content: [text('عنوان')] },
    { type: 'horizontalRule' },
    p('بيت', { type: 'hardBreak' }, 'عجزه'),
  ];
  const { text: written, kept } = printNotation(blocks);
  expect(kept).toEqual([]);
  expect(parseNotation(written)?.content).toEqual(joined(blocks));
  expect(written).toContain('**كلمة و*مائل*** ثم [**رابط** تتمته](https://example.org/?a=b*c*d)');
});

it('escapes characters of notation in the text', () => {
  for (const line of [
    '- شرطة',
    '> أكبر',
    '1. رقم',
    '١- رقم',
    '## وسم',
    '---',
    '[[1]]',
    '**نجوم**',
    String.raw`\*`,
    String.raw`آخر السطر\ `.trim(),
    '[كلام](https://example.org)',
    'أ *ب* ج',
  ]) {
    expect([line, roundTrip([p(line)]).kept]).toEqual([line, []]);
  }
  expect(roundTrip([p('نجمة * وحدها [وقوس]')]).text).toBe('نجمة * وحدها [وقوس]');
});

it('prints an empty body as an empty string', () =>
  expect(printNotation([p()])).toEqual({ text: '', kept: [] }));

it('keeps blocks that it cannot print in their places', () => {
  const figure: Block = {
    type: 'figure',
    attrs: { mediaId: 'm', caption: 'تعليق', credit: '', alt: '', decorative: true },
  };
  const nested: Block = {
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [p('أ'), list('bulletList', 'ب') as Extract<Block, { type: 'bulletList' }>],
      },
    ],
  };
  const turned: Block = { ...p('left to right'), attrs: { dir: 'ltr' } };
  const table: Block = {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p('خلية')] }] }],
  };
  const blocks = [
    p('قبل'),
    figure,
    nested,
    list('bulletList', 'ج'),
    turned,
    table,
    { type: 'readAlso', attrs: { articles: [1] } } satisfies Block,
    p(' فراغ في أوله'),
    p('بعد'),
  ];
  expect(roundTrip(blocks).kept).toEqual([
    'figure',
    'bulletList',
    'paragraph',
    'table',
    'readAlso',
    'paragraph',
  ]);
  expect(roundTrip([list('bulletList', 'أ'), list('bulletList', 'ب')]).kept).toEqual(['bulletList']);
  expect(parseNotation('بعد\n[[2]]\nقبل', blocks)?.content).toEqual([p('بعد'), figure, p('قبل')]);
});

it('loses nothing of random bodies', () => {
  const words = [
    'كلمة',
    '*',
    '**',
    '[',
    ']',
    '(https://example.org)',
    '\\',
    ' ',
    '- ',
    '1. ',
    '> ',
    '[[1]]',
    '##',
    '---',
    'a',
    '~',
    '~~',
    '^',
  ];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const pick = <T>(from: readonly T[]) => from[next(from.length)]!;
  const inline = (): Inline =>
    next(8) === 0
      ? { type: 'hardBreak' }
      : text(
          Array.from({ length: 1 + next(4) }, () => pick(words)).join(''),
          ...(['bold', 'italic', 'https://example.org/a*b', 'strike', 'sub', 'sup', 'ltr'] as const).filter(
            () => next(4) === 0,
          ),
        );
  const line = () => p(...Array.from({ length: next(4) }, inline));
  const block = (): Block =>
    pick([
      line,
      line,
      (): Block => ({ type: 'blockquote', content: [line(), line()] }),
      (): Block => ({
        type: pick(['bulletList', 'orderedList']),
        content: [{ type: 'listItem', content: [line()] }],
      }),
    ] as const)();
  for (let n = 0; n < 1000; n++) {
    const blocks = Array.from({ length: 1 + next(5) }, block);
    const { text: written } = printNotation(blocks);
    expect(parseNotation(written, blocks)?.content, written).toEqual(joined(blocks));
  }
});
