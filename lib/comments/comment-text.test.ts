import { describe, expect, it } from 'vitest';
import { parseCommentText, type CommentBlock, type CommentPart } from './comment-text.ts';
import { costOf } from '#lib/testing/cost.ts';

type Link = Extract<CommentPart, { kind: 'link' }>;

const linesOf = (block: CommentBlock) => (block.kind === 'quote' ? block.paragraphs.flat() : block.lines);
const flatten = (parts: CommentPart[]): Exclude<CommentPart, { parts: unknown }>[] =>
  parts.flatMap((part) => ('parts' in part ? flatten(part.parts) : [part]));
const parts = (text: string) => flatten(parseCommentText(text).flatMap(linesOf).flat());
const links = (text: string) =>
  parts(text)
    .filter((part): part is Link => part.kind === 'link')
    .map((part) => [part.text, part.href]);
const words = (line: CommentPart[]) =>
  flatten(line)
    .map((part) => part.text)
    .join('');
/** What a reader sees; in quotes without the sign. */
const asText = (text: string) =>
  parseCommentText(text)
    .map((block) => linesOf(block).map(words).join('\n'))
    .join('\n\n');

/** A tree in short notation: [bold], {italic}, ‹link›. */
const short = (line: CommentPart[]): string =>
  line
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'link') return `‹${part.text}›`;
      return part.kind === 'bold' ? `[${short(part.parts)}]` : `{${short(part.parts)}}`;
    })
    .join('');
const shape = (text: string) =>
  parseCommentText(text).map((block) =>
    block.kind === 'quote'
      ? { quote: block.paragraphs.map((lines) => lines.map(short)) }
      : block.lines.map(short),
  );
const inLine = (text: string) => shape(text)[0];

describe('paragraphs', () => {
  it('are separated by empty lines, and lines by line ends', () => {
    expect(shape('أ\nب\n\n\nج')).toEqual([['أ', 'ب'], ['ج']]);
    expect(shape('\n\nأ\n \n\t\nب\n')).toEqual([['أ'], ['ب']]);
    for (const empty of ['', '\n\n', '  ']) expect(shape(empty)).toEqual([]);
  });

  it('show HTML as text', () => {
    const html = '<a href="https://x.example">اضغط</a><img src=x onerror=alert(1)>';
    expect(asText(html)).toBe(html);
    expect(links(html)).toEqual([['https://x.example', 'https://x.example/']]);
  });
});

describe('quotes', () => {
  it.each<[string, unknown[]]>([
    ['> قول', [{ quote: [['قول']] }]],
    ['>قول\n> آخر', [{ quote: [['قول', 'آخر']] }]],
    ['قبل\n> قول\nبعد', [['قبل'], { quote: [['قول']] }, ['بعد']]],
    ['> أ\n>\n> ب', [{ quote: [['أ'], ['ب']] }]],
    ['> أ\n\n> ب', [{ quote: [['أ']] }, { quote: [['ب']] }]],
    ['  > أ', [{ quote: [['أ']] }]],
    ['\u200F> أ', [{ quote: [['أ']] }]],
    ['>> أ', [{ quote: [['> أ']] }]],
    ['> **مهم** https://example.org', [{ quote: [['[مهم] ‹https://example.org›']] }]],
    ['> **أ\n> ب**', [{ quote: [['**أ', 'ب**']] }]],
    ['5 > 3', [['5 > 3']]],
    ['»قول«', [['»قول«']]],
    ['>', [['>']]],
    ['>\n> ', [['>', '> ']]],
  ])('are parsed in %j', (text, tree) => {
    expect(shape(text)).toEqual(tree);
  });

  it('of 20,000 markers are one level deep', () => {
    expect(shape('>'.repeat(20_000))).toEqual([{ quote: [['>'.repeat(19_999)]] }]);
    expect(shape('>\n'.repeat(20_000))).toHaveLength(1);
    expect(shape('> أ\nب\n'.repeat(5000))).toHaveLength(10_000);
  });
});

describe('marks', () => {
  it.each([
    ['هذا **مهم** جدًا', 'هذا [مهم] جدًا'],
    ['هذا _لافت_ جدًا', 'هذا {لافت} جدًا'],
    ['و**الكتاب**ان', 'و[الكتاب]ان'],
    ['**كلمتان اثنتان**', '[كلمتان اثنتان]'],
    ['**أ** و**ب**', '[أ] و[ب]'],
    ['**أ _ب_ ج**', '[أ {ب} ج]'],
    ['_أ **ب** ج_', '{أ [ب] ج}'],
    ['**_أ_**', '[{أ}]'],
    ['(_أ_)، «_ب_»', '({أ})، «{ب}»'],
    ['**https://example.org/a**', '[‹https://example.org/a›]'],
    ['_https://example.org/a_', '{‹https://example.org/a›}'],
    ['_انظر https://example.org/a_', '{انظر ‹https://example.org/a›}'],
    ['**مُهِمّ**', '[مُهِمّ]'],
    ['**😀**', '[😀]'],
  ])('%s are parsed', (text, tree) => {
    expect(inLine(text)).toEqual([tree]);
  });

  it.each([
    '**أ',
    'أ**',
    '_أ',
    'أ_',
    '** أ **',
    '_ أ _',
    '**أ **',
    '** أ**',
    '****',
    '__',
    '**',
    '_',
    '* أ',
    '*أ*',
    '***أ***',
    '__أ__',
    'ملف_جديد_هنا',
    'snake_case_name',
    '2 ** 3 ** 4',
    '**أ\u00A0**',
    'قال* ثم*',
    '_____',
    'ك * ل ** ب',
  ])('%s stay as typed', (text) => {
    expect(inLine(text)).toEqual([text]);
  });

  it.each([
    ['**أ _ب** ج_', '[أ _ب] ج_'],
    ['_أ **ب_ ج**', '{أ **ب} ج**'],
    ['**أ **ب**', '[أ **ب]'],
    ['**أ** ب**', '[أ] ب**'],
    ['**أ _ب ج', '**أ _ب ج'],
    ['_أ **ب**', '_أ [ب]'],
  ])('%s without a partner do not affect others', (text, tree) => {
    expect(inLine(text)).toEqual([tree]);
  });

  it('end with their line', () => {
    expect(shape('**أ\nب**')).toEqual([['**أ', 'ب**']]);
    expect(shape('_أ\n\nب_')).toEqual([['_أ'], ['ب_']]);
  });

  it('inside an address belong to it', () => {
    expect(inLine('https://example.org/a_b_c و https://example.org/a**b**c')).toEqual([
      '‹https://example.org/a_b_c› و ‹https://example.org/a**b**c›',
    ]);
  });
});

describe('an address', () => {
  it.each([
    ['انظر https://example.org/a هناك', 'https://example.org/a', 'https://example.org/a'],
    ['http://example.org', 'http://example.org', 'http://example.org/'],
    ['Https://example.org', 'Https://example.org', 'https://example.org/'],
    ['(https://example.org/a).', 'https://example.org/a', 'https://example.org/a'],
    ['https://example.org/a، ثم', 'https://example.org/a', 'https://example.org/a'],
    ['هل رأيت https://example.org/a؟', 'https://example.org/a', 'https://example.org/a'],
    ['«https://example.org/a»', 'https://example.org/a', 'https://example.org/a'],
    ['https://example.org/a\u200F ثم', 'https://example.org/a', 'https://example.org/a'],
    ['https://example.org/a?x=1&y=2#z', 'https://example.org/a?x=1&y=2#z', 'https://example.org/a?x=1&y=2#z'],
    ['https://example.org/مقال', 'https://example.org/مقال', 'https://example.org/%D9%85%D9%82%D8%A7%D9%84'],
    ['https://example.org/a_(b)', 'https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ['(https://example.org/a_(b))', 'https://example.org/a_(b)', 'https://example.org/a_(b)'],
  ])('in %s is a link', (text, label, href) => {
    expect(links(text)).toEqual([[label, href]]);
    expect(asText(text)).toBe(text);
  });

  it('is a link at each occurrence', () => {
    const text = 'https://a.example و https://b.example';
    expect(links(text).map(([label]) => label)).toEqual(['https://a.example', 'https://b.example']);
    expect(asText(text)).toBe(text);
  });

  it('has the host that it leads to', () => {
    expect(parts('https://Example.ORG:8080/x')).toEqual([
      {
        kind: 'link',
        text: 'https://Example.ORG:8080/x',
        href: 'https://example.org:8080/x',
        host: 'example.org:8080',
      },
    ]);
    expect(parts('https://аррӏе.com')).toMatchObject([{ host: 'xn--80ak6aa92e.com' }]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<b>x</b>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    '//example.org',
    'www.example.org',
    'https://',
    'https://.',
    'https://[x',
    'mailto:a@example.org',
  ])('%s is not a link', (text) => {
    expect(links(`انظر ${text} هناك`)).toEqual([]);
    expect(asText(`انظر ${text} هناك`)).toBe(`انظر ${text} هناك`);
  });

  it.each([
    'https://bank.example@evil.example/',
    'https://bank.example:443@evil.example',
    'https://user:secret@evil.example',
    'https://:bank.example@evil.example',
    'https://bank.example%2f@evil.example',
  ])('%s pretends to be another host and is not a link', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('ends before script in it', () => {
    expect(links('https://example.org/"onmouseover="alert(1)')).toEqual([
      ['https://example.org/', 'https://example.org/'],
    ]);
    expect(links("https://example.org/'><script>")).toEqual([
      ['https://example.org/', 'https://example.org/'],
    ]);
  });
});

/** The depth of the deepest part of a line: at most two marks can be nested. */
const depth = (line: CommentPart[]): number =>
  Math.max(0, ...line.map((part) => ('parts' in part ? 1 + depth(part.parts) : 0)));

describe('hostile text', () => {
  it.each([
    ['asterisks', '*'.repeat(20_000)],
    ['underscores', '_'.repeat(20_000)],
    ['asterisks in pairs', '** '.repeat(10_000)],
    ['opening marks', ' **أ'.repeat(10_000)],
    ['both opening marks', ' **أ _ب'.repeat(10_000)],
    ['closing marks', 'أ** ب_ '.repeat(10_000)],
    ['crossed marks', '**أ _ب** ج_ '.repeat(5000)],
    ['nested opening marks', '**_'.repeat(10_000)],
    ['brackets after an address', `https://example.org/${'.)'.repeat(10_000)}x`],
    ['closing brackets', `https://example.org/a${')'.repeat(20_000)}`],
    ['marks after an address', `https://example.org/a${'*_'.repeat(10_000)}`],
    ['schemes', 'https://'.repeat(2500)],
    ['addresses', 'https://a.example/ '.repeat(2500)],
    ['invalid addresses', 'https://[ '.repeat(5000)],
  ])('of %s is parsed quickly and completely', (_name, text) => {
    expect(costOf(() => parseCommentText(text))).toBeLessThan(400);
    const [block] = parseCommentText(text);
    const [line] = block && block.kind === 'paragraph' ? block.lines : [];
    expect(depth(line!)).toBeLessThanOrEqual(2);
    expect(words(line!).replace(/[*_]/g, '')).toBe(text.replace(/[*_]/g, ''));
  });

  it('takes time linear in its length', () => {
    const textOf = (times: number) => '**أ _ب** ج_ ** _ *** https://x.example/a_) '.repeat(times);
    const cost = (text: string, rounds: number) =>
      costOf(() => {
        for (let n = 0; n < rounds; n++) parseCommentText(text);
      });
    cost(textOf(500), 8);
    expect(cost(textOf(4000), 8)).toBeLessThan(cost(textOf(500), 64) * 4);
  });
});
