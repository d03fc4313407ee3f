import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { docSchema, type Block, type Doc, type Inline } from './doc.ts';
import { docFromLines } from './from-lines.ts';
import { renderBody } from './render.ts';
import { NO_CONTEXT } from './test-context.ts';
import { bodyHtml } from './to-html.ts';

const HOSTILE = `</p><script>alert("1")</script><img src=x onerror='alert(2)'> & &lt; ]]> <!-- --> 'مداد'`;
const HOSTILE_HREF = `https://example.org/"onmouseover="alert(1)"?a=<b>&c='d'`;

const doc = (...content: Block[]): Doc => docSchema.parse({ type: 'doc', v: 1, content });
const paragraph = (...content: Inline[]) => ({ type: 'paragraph' as const, content });
const text = (words: string, ...marks: NonNullable<Extract<Inline, { type: 'text' }>['marks']>): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const bold = { type: 'bold' as const };
const link = (href: string) => ({ type: 'link' as const, attrs: { href } });
const quote = (...lines: string[]): Block => ({
  type: 'blockquote',
  content: lines.map((line) => paragraph(text(line))),
});
const list = (type: 'bulletList' | 'orderedList', ...items: string[]): Block => ({
  type,
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(text(item))] })),
});

const asHtml = (body: Doc) => bodyHtml(body, NO_CONTEXT, '');
const onPage = (body: Doc) => renderToStaticMarkup(renderBody(body, NO_CONTEXT));

/** Renders for a page and for a feed and expects equal output. */
function render(body: Doc): string {
  const html = asHtml(body);
  expect(onPage(body)).toBe(html);
  return html;
}

describe('a body', () => {
  it('renders plain elements', () => {
    const body = docFromLines([
      'خبر **مهم** من [الميناء](https://example.org/a?b=1&c=2)',
      '## عنوان',
      '### أصغر',
      '- أ',
      '- ب',
      '1. ج',
      '> قول',
    ]);
    expect(render(body)).toBe(
      '<p>خبر <strong>مهم</strong> من <a href="https://example.org/a?b=1&amp;c=2" rel="noopener">الميناء</a></p>' +
        '<h2>عنوان</h2><h3>أصغر</h3>' +
        '<ul><li><p>أ</p></li><li><p>ب</p></li></ul><ol><li><p>ج</p></li></ol>' +
        '<blockquote dir="rtl"><p>قول</p></blockquote>',
    );
  });

  it('keeps a link whole when a part of it is bold', () => {
    const site = link('https://example.org/');
    const other = link('https://example.org/other');
    expect(
      render(doc(paragraph(text('قبل '), text('نص ', site), text('مهم', bold, site), text('آخر', other)))),
    ).toBe(
      '<p>قبل <a href="https://example.org/" rel="noopener">نص <strong>مهم</strong></a>' +
        '<a href="https://example.org/other" rel="noopener">آخر</a></p>',
    );
  });

  it('renders struck, sub- and superscript text, left-to-right runs as one element, and the start of a list', () => {
    const mark = <Type extends 'strike' | 'sub' | 'sup' | 'ltr'>(type: Type) => ({ type });
    expect(
      render(
        doc(
          paragraph(
            text('H'),
            text('2', mark('sub')),
            text('O م'),
            text('2', mark('sup'), bold),
            text('قديم', mark('strike')),
            text('+218 ', mark('ltr')),
            text('91', mark('ltr'), bold),
          ),
          {
            type: 'orderedList',
            attrs: { start: 5, dir: 'ltr' },
            content: [{ type: 'listItem', content: [paragraph(text('e'))] }],
          },
        ),
      ),
    ).toBe(
      '<p>H<sub>2</sub>O م<strong><sup>2</sup></strong><s>قديم</s><bdi dir="ltr">+218 <strong>91</strong></bdi></p><ol dir="ltr" start="5"><li><p>e</p></li></ol>',
    );
  });

  it('renders an empty paragraph', () => {
    expect(render(doc(paragraph()))).toBe('<p></p>');
  });
});

describe('hostile text', () => {
  const words = [
    text(HOSTILE),
    text(HOSTILE, bold),
    text(HOSTILE, link(HOSTILE_HREF)),
    text(HOSTILE, bold, link(HOSTILE_HREF)),
  ];
  const places: Record<string, Block> = {
    paragraph: paragraph(...words),
    'large heading': { type: 'heading', attrs: { level: 2 }, content: words },
    'small heading': { type: 'heading', attrs: { level: 3 }, content: words },
    quotation: { type: 'blockquote', content: [paragraph(...words)] },
    'bullet list': { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(...words)] }] },
    'ordered list': { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(...words)] }] },
  };

  it.each(Object.entries(places))('stays text in a %s', (_place, block) => {
    const html = render(doc(block));
    const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    for (const tag of tags)
      expect(tag).toMatch(
        /^<(?:\/?(?:p|h2|h3|blockquote|ul|ol|li|strong)|(?:blockquote|p) dir="(?:ltr|rtl)"|\/bdi|bdi dir="(?:ltr|rtl)"|\/a|a href="https:[^"<>]*" rel="noopener")>$/,
      );
    expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"']/);
  });

  it('cannot bring a script link into a body', () => {
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' javascript:alert(1)',
      '//evil.example',
      '/relative',
    ]) {
      expect(() => doc(paragraph(text('نص', link(href))))).toThrow();
    }
  });

  it('leaves no character in the HTML that XML forbids', () => {
    expect(asHtml(doc(paragraph(text('أ\u0000\u0008\u000b\u001f\ud800\ufffe\uffffب\t😀'))))).toBe(
      '<p>أب\t😀</p>',
    );
  });
});

describe('the speaker of a quote', () => {
  it.each([
    ['«الموعد كل ساعة» — سحر الكيال، مديرة', 'rtl', '«الموعد كل ساعة»', 'سحر الكيال، مديرة'],
    ['“I waited.” — Yassin al-Rifai', 'ltr', '“I waited.”', 'Yassin al-Rifai'],
    ['«قال: “نعم” ثم مضى» – أم ناصر', 'rtl', '«قال: “نعم” ثم مضى»', 'أم ناصر'],
  ])('is outside the quote: %s', (line, dir, words, speaker) => {
    expect(asHtml(doc(quote(line)))).toBe(
      `<figure class="quote" dir="${dir}"><blockquote><p>${words}</p></blockquote><figcaption>${speaker}</figcaption></figure>`,
    );
  });

  it.each(['«قول» وبعده كلام', '«أول» — «ثانٍ»', 'بلا علامات — فلان', '«قول» —'])('is not guessed: %s', (line) => {
    expect(render(doc(quote(line)))).toBe(`<blockquote dir="rtl"><p>${line}</p></blockquote>`);
  });

  it('is not recognized in several paragraphs or formatted text', () => {
    expect(render(doc(quote('«قول» — فلان', 'وبعده')))).not.toContain('figure');
    expect(
      render(doc({ type: 'blockquote', content: [paragraph(text('«قول» — فلان', bold))] })),
    ).not.toContain('figure');
  });
});

describe('the direction of a quote', () => {
  it.each([
    ['Science is never finished.', 'ltr'],
    ['العلم لا ينتهي.', 'rtl'],
    ['… 2026', undefined],
    ['UNESCO تعلن القائمة الجديدة', 'rtl'],
  ])('for «%s» is %s', (words, dir) => {
    expect(render(doc(quote(words)))).toBe(
      `<blockquote${dir ? ` dir="${dir}"` : ''}><p>${words}</p></blockquote>`,
    );
  });

  it('depends on all its paragraphs, and a paragraph in another language has its own', () => {
    expect(render(doc(quote('Science', 'العلم لا ينتهي')))).toBe(
      '<blockquote dir="rtl"><p dir="ltr">Science</p><p>العلم لا ينتهي</p></blockquote>',
    );
    expect(render(doc(quote('It never ends.', 'أبدًا', '2026')))).toBe(
      '<blockquote dir="ltr"><p>It never ends.</p><p dir="rtl">أبدًا</p><p>2026</p></blockquote>',
    );
  });

  it('is that of most letters, not of the first', () => {
    expect(render(doc(quote('العلم is the Arabic word for science.')))).toContain(
      '<blockquote dir="ltr"><p><bdi dir="rtl">العلم</bdi> is',
    );
  });

  it('ignores the speaker', () => {
    expect(asHtml(doc(quote('“Yes.” — هدى كرم، مديرة المكتبة العامة')))).toContain(
      '<figure class="quote" dir="ltr">',
    );
  });

  it('is computed for a pull quote too', () => {
    expect(
      asHtml(doc({ type: 'pullQuote', attrs: { by: '' }, content: [text('Science is never finished.')] })),
    ).toBe('<aside class="pull-quote" dir="ltr"><p>Science is never finished.</p></aside>');
    expect(
      asHtml(doc({ type: 'pullQuote', attrs: { by: '' }, content: [text('UNESCO تعلن القائمة الجديدة')] })),
    ).toBe('<aside class="pull-quote"><p>UNESCO تعلن القائمة الجديدة</p></aside>');
  });

  it('is not computed for lists', () => {
    expect(render(doc(list('bulletList', 'Science')))).toBe('<ul><li><p>Science</p></li></ul>');
  });
});
