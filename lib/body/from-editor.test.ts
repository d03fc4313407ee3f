import { describe, expect, it } from 'vitest';
import { docSchema, EMBED_PROVIDERS, EMPTY_DOC, type Block, type Doc } from './doc.ts';
import { docWith } from './doc-version.ts';
import { toDoc, toEditor, type EditorNode } from './from-editor.ts';
import { isProvider } from './embed-url.ts';

/** Pseudorandom numbers, the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
type Dice = ReturnType<typeof dice>;
const DIRECTIONS = [undefined, undefined, 'ltr'] as const;
const pick = <T>(roll: Dice, from: readonly T[]): T => from[roll(from.length)]!;
const some = <T>(roll: Dice, max: number, make: () => T): T[] => Array.from({ length: 1 + roll(max) }, make);

const inlines = (roll: Dice) =>
  some(roll, 3, () =>
    pick(roll, [
      { type: 'hardBreak' as const },
      { type: 'text' as const, text: 'كلمة Latin ٣' },
      {
        type: 'text' as const,
        text: 'بارز',
        marks: [{ type: 'bold' as const }, { type: 'italic' as const }],
      },
      { type: 'text' as const, text: '+218', marks: [{ type: 'ltr' as const }, { type: 'strike' as const }] },
      { type: 'text' as const, text: '2', marks: [{ type: 'sub' as const }, { type: 'sup' as const }] },
      {
        type: 'text' as const,
        text: 'رابط',
        marks: [{ type: 'link' as const, attrs: { href: 'https://example.org/a?b=1' } }],
      },
    ]),
  );
const own = (roll: Dice) => {
  const dir = pick(roll, DIRECTIONS);
  return dir ? { attrs: { dir } } : {};
};
const paragraph = (roll: Dice, hasDir = true) => ({
  type: 'paragraph' as const,
  ...(hasDir ? own(roll) : {}),
  content: roll(5) ? inlines(roll) : [],
});
const picture = (roll: Dice) => ({
  mediaId: `m${roll(9)}`,
  caption: 'شرح',
  credit: pick(roll, ['', 'عدسة']),
  alt: 'وصف',
  decorative: roll(2) === 1,
});

const MAKE: Record<Block['type'], (roll: Dice) => Block> = {
  paragraph: (roll) => ({ ...paragraph(roll), content: inlines(roll) }),
  heading: (roll) => ({
    type: 'heading',
    attrs: { level: pick(roll, [2, 3] as const), ...own(roll).attrs },
    content: inlines(roll),
  }),
  blockquote: (roll) => ({
    type: 'blockquote',
    ...own(roll),
    content: some(roll, 3, () => paragraph(roll, false)),
  }),
  pullQuote: (roll) => ({ type: 'pullQuote', attrs: { by: 'فلان' }, content: inlines(roll) }),
  bulletList: (roll) => ({
    type: 'bulletList',
    ...own(roll),
    content: some(roll, 3, () => ({
      type: 'listItem',
      content: some(roll, 2, () => paragraph(roll, false)),
    })),
  }),
  orderedList: (roll) => ({
    type: 'orderedList',
    ...pick(roll, [{}, { attrs: { start: 5 } }, { attrs: { start: 0 } }]),
    content: some(roll, 3, () => ({
      type: 'listItem',
      content: [
        paragraph(roll),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(roll)] }] },
      ],
    })),
  }),
  figure: (roll) => ({ type: 'figure', attrs: picture(roll) }),
  gallery: (roll) => ({ type: 'gallery', attrs: { items: some(roll, 4, () => picture(roll)), caption: '' } }),
  embed: (roll) => {
    const provider = pick(roll, EMBED_PROVIDERS);
    const host =
      { youtube: 'youtu.be', x: 'x.com', telegram: 't.me', map: 'www.openstreetmap.org' }[
        provider as string
      ] ?? `${provider}.com`;
    return { type: 'embed', attrs: { provider, url: `https://${host}/1`, title: 'عنوان' } };
  },
  table: (roll) => ({
    type: 'table',
    content: some(roll, 3, () => ({
      type: 'tableRow',
      content: some(roll, 3, () => ({
        type: pick(roll, ['tableCell', 'tableHeader'] as const),
        ...(roll(2) && { attrs: { colspan: 2, rowspan: 1 } }),
        content: some(roll, 2, () => paragraph(roll)),
      })),
    })),
  }),
  codeBlock: (roll) => ({
    type: 'codeBlock',
    content: roll(2) ? [{ type: 'text', text: 'let x = 1;\n' }] : [],
  }),
  document: (roll) => ({
    type: 'document',
    attrs: { mediaId: `m${roll(9)}`, title: pick(roll, ['', 'تقرير']) },
  }),
  horizontalRule: () => ({ type: 'horizontalRule' }),
  readAlso: () => ({ type: 'readAlso', attrs: { articles: [3, 7] } }),
  correctionBox: (roll) => ({
    type: 'correctionBox',
    attrs: { date: '2026-11-24' },
    content: some(roll, 2, () => paragraph(roll)),
  }),
};

describe('toDoc after toEditor', () => {
  it.each(Object.entries(MAKE))('returns the same body: %s', (_type, make) => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed * 7919);
      const doc: Doc = docSchema.parse(
        docWith([...some(roll, 3, () => make(roll)), { type: 'heading', attrs: { level: 2 }, content: [] }]),
      );
      expect(toDoc(toEditor(doc), 'rtl')).toEqual(doc);
    }
  });

  it('returns the same empty body', () => expect(toDoc(toEditor(EMPTY_DOC), 'rtl')).toEqual(EMPTY_DOC));

  it('supports every provider that a body may name', () =>
    expect(EMBED_PROVIDERS.every(isProvider)).toBe(true));
});

const FIELDS = [
  '',
  null,
  undefined,
  0,
  -1,
  2,
  'rtl',
  'ltr',
  'auto',
  'javascript:alert(1)',
  'https://example.org',
  'x'.repeat(5000),
  [],
  [1, 'a', -4],
  {},
  true,
];
const TYPES = [
  ...Object.keys(MAKE),
  'listItem',
  'tableRow',
  'tableCell',
  'tableHeader',
  'hardBreak',
  'text',
  'underline',
  'script',
  undefined,
];
const KEYS = [
  'dir',
  'level',
  'by',
  'mediaId',
  'caption',
  'credit',
  'alt',
  'decorative',
  'items',
  'provider',
  'url',
  'title',
  'colspan',
  'rowspan',
  'articles',
  'date',
  'href',
  'start',
];

function anything(roll: Dice, depth: number): EditorNode {
  const attrs = Object.fromEntries(some(roll, 6, () => [pick(roll, KEYS), pick(roll, FIELDS)]));
  const type = pick(roll, TYPES);
  return {
    ...(type !== undefined && { type }),
    attrs,
    ...(roll(2) && {
      text: pick(roll, ['', 'نص']),
      marks: [{ type: pick(roll, ['bold', 'link', 'code', 'underline', 'sub', 'ltr']), attrs }],
    }),
    ...(depth > 0 && { content: some(roll, 4, () => anything(roll, depth - 1)) }),
  };
}

describe('toDoc', () => {
  it('returns a valid body for any editor content', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const roll = dice(seed * 104_729);
      const doc = toDoc(
        { type: 'doc', content: some(roll, 5, () => anything(roll, 4)) },
        pick(roll, ['rtl', 'ltr']),
      );
      expect(docSchema.safeParse(doc).error?.issues ?? [], JSON.stringify(doc)).toEqual([]);
    }
  });

  it('omits a direction that repeats its surroundings', () => {
    const line = (dir: string | null): EditorNode => ({
      type: 'paragraph',
      attrs: { dir },
      content: [{ type: 'text', text: 'نص' }],
    });
    const quote: EditorNode = {
      type: 'blockquote',
      attrs: { dir: 'ltr' },
      content: [line('ltr'), line('rtl')],
    };
    const [first, second, third] = toDoc(
      { type: 'doc', content: [line('rtl'), line(null), quote] },
      'rtl',
    ).content;
    expect(first).not.toHaveProperty('attrs');
    expect(second).not.toHaveProperty('attrs');
    expect(third).toEqual({
      type: 'blockquote',
      attrs: { dir: 'ltr' },
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'نص' }] },
        { type: 'paragraph', attrs: { dir: 'rtl' }, content: [{ type: 'text', text: 'نص' }] },
      ],
    });
  });

  it('keeps the text of nodes that a body cannot contain', () => {
    const cell = (text: string): EditorNode => ({
      type: 'tableCell',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    const wide: EditorNode = {
      type: 'table',
      content: [{ type: 'tableRow', content: Array.from({ length: 21 }, (_, at) => cell(`خلية ${at}`)) }],
    };
    const long: EditorNode = {
      type: 'table',
      content: Array.from({ length: 201 }, (_, at) => ({ type: 'tableRow', content: [cell(`صف ${at}`)] })),
    };
    const undated: EditorNode = {
      type: 'correctionBox',
      attrs: { date: '' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'تصويب' }] }],
    };
    const doc = docSchema.parse(toDoc({ type: 'doc', content: [wide, long, undated] }, 'rtl'));
    const text = JSON.stringify(doc);
    for (const words of ['خلية 20', 'صف 200', 'تصويب']) expect(text).toContain(words);
  });

  it('keeps a body that is too long whole, so that the schema rejects it', () => {
    const content = Array.from({ length: 2001 }, (_, at): EditorNode => ({
      type: 'paragraph',
      content: [{ type: 'text', text: `فقرة ${at}` }],
    }));
    const doc = toDoc({ type: 'doc', content }, 'rtl');
    expect(doc.content).toHaveLength(2001);
    expect(docSchema.safeParse(doc).error?.issues).toMatchObject([{ code: 'too_big', path: ['content'] }]);
  });

  it('removes empty paragraphs at the end', () => {
    const blank: EditorNode = { type: 'paragraph' };
    const body = toDoc(
      {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'أ' }] },
          { type: 'horizontalRule' },
          blank,
          blank,
        ],
      },
      'rtl',
    );
    expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'horizontalRule']);
  });
});
