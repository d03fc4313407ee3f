import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { mixedPiece, mixedText } from '#lib/text/mixed-text.ts';
import { docSchema, type Inline } from './doc.ts';
import { splitRuns } from './split-runs.ts';
import { bodyHtml } from './to-html.ts';
import { NO_CONTEXT } from './test-context.ts';
import { docFromLines } from './from-lines.ts';
import { renderBody } from './render.ts';
import type { Locale } from '#lib/locales.ts';

const text = (words: string, ...marks: ('bold' | 'italic')[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const told = (nodes: Inline[]) =>
  splitRuns(nodes, 'rtl').map(({ nodes: inside, isIsolated }) => [
    isIsolated,
    ...inside.map((node) => (node.type === 'text' ? node.text : '\n')),
  ]);

describe('splitRuns', () => {
  it('returns one run whatever marks are inside it', () => {
    expect(told([text('اتصل على +218 '), text('91 234', 'bold'), text(' 5678 الآن')])).toEqual([
      [false, 'اتصل على '],
      [true, '+218 ', '91 234', ' 5678'],
      [false, ' الآن'],
    ]);
  });

  it('keeps every character and mark, in order', () => {
    const nodes: Inline[] = [
      text('فاز '),
      text('2', 'bold', 'italic'),
      text('-1'),
      { type: 'hardBreak' },
      text('C++ و 3-0', 'italic'),
    ];
    const flat = splitRuns(nodes, 'rtl').flatMap((run) => run.nodes);
    expect(flat.map((node) => (node.type === 'text' ? node.text : '\n')).join('')).toBe('فاز 2-1\nC++ و 3-0');
    expect(flat.filter((node) => node.type === 'text' && node.marks?.length === 2)).toEqual([
      text('2', 'bold', 'italic'),
    ]);
  });

  it('finds none in most lines', () =>
    expect(told([text('نص من سطر واحد في 2026.')])).toEqual([[false, 'نص من سطر واحد في 2026.']]));
});

describe('rendered runs', () => {
  const line = 'اتصل على +218 91 234 5678';
  const isolated = 'اتصل على <bdi dir="ltr">+218 91 234 5678</bdi>';
  it('are isolated in a page, a feed and a headline', () => {
    const doc = docFromLines([line, '> «نعم 2-1» — F# كاتب', 'بين <3> و **C++**']);
    expect(bodyHtml(doc, NO_CONTEXT, '')).toContain(`<p>${isolated}</p>`);
    expect(renderToStaticMarkup(createElement('div', null, renderBody(doc, NO_CONTEXT)))).toContain(
      `<p>${isolated}</p>`,
    );
    expect(renderToStaticMarkup(createElement('h1', null, mixedText(line, 'ar')))).toBe(
      `<h1>${isolated}</h1>`,
    );
  });

  it('are escaped, and their text is unchanged', () => {
    const html = bodyHtml(docFromLines(['سعر <ب> & C++، <i> و"2-1"']), NO_CONTEXT, '');
    expect(
      html
        .replace(/<\/?(?:bdi|p)[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    ).toBe('سعر <ب> & C++، <i> و"2-1"');
    expect(html).toContain('<bdi dir="ltr">C++</bdi>، &lt;i&gt;');
  });

  it('in English leave numbers alone, and isolate Arabic from the next number', () => {
    expect(
      renderToStaticMarkup(
        createElement('p', null, mixedText('Call +218 91 234 5678, of Ras al-Manara', 'en')),
      ),
    ).toBe('<p>Call +218 91 234 5678, of Ras <span class="whitespace-nowrap">al-Manara</span></p>');
    expect(renderToStaticMarkup(createElement('p', null, mixedText('The paper مداد 2026', 'en')))).toBe(
      '<p>The paper <bdi dir="rtl">مداد</bdi> 2026</p>',
    );
  });
});

describe('a letter that the sans face lacks', () => {
  const html = (node: ReactNode) => renderToStaticMarkup(createElement('h1', null, node));

  it('sets the whole headline in the other face', () => {
    expect(html(mixedText('مهرجان ڨفصة 2-1', 'ar'))).toBe(
      '<h1><span class="font-serif">مهرجان ڨفصة <bdi dir="ltr">2-1</bdi></span></h1>',
    );
    expect(html(mixedText('ڨفصة', 'en'))).toBe('<h1><bdi dir="rtl" class="font-serif">ڨفصة</bdi></h1>');
  });

  it('sets only its word in the other face within running text', () => {
    expect(html(mixedPiece('مهرجان ڨفصة، والڨصبة', 'ar'))).toBe(
      '<h1>مهرجان <span class="font-serif">ڨفصة</span>، <span class="font-serif">والڨصبة</span></h1>',
    );
  });
});

it('text all in the other direction is isolated as a whole, with the signs at its ends', () => {
  const html = (text: string, locale: Locale) =>
    renderToStaticMarkup(createElement('p', null, mixedText(text, locale)));
  expect(html('No Country for Old Men!', 'ar')).toBe('<p><bdi dir="ltr">No Country for Old Men!</bdi></p>');
  expect(html('Microsoft تشتري Activision Blizzard', 'ar')).not.toMatch(/^<p><bdi/);
  expect(
    bodyHtml(
      docSchema.parse({ type: 'doc', v: 1, content: [{ type: 'readAlso', attrs: { articles: [7] } }] }),
      { ...NO_CONTEXT, cards: new Map([[7, { headline: 'Wall-E!', href: '/x' }]]) },
      '',
    ),
  ).toContain('<a href="/x"><bdi dir="ltr">Wall-E!</bdi></a>');
});
