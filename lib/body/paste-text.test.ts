import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './paste-plain.ts';
import { ownDirection } from './paste-direction.ts';
import { hoistDirection } from './paste-lines.ts';
import { inertHtml } from './paste-style.ts';
import { cleanPastedText } from './paste-text.ts';
import { cleanAddress, typedAddress } from './web-address.ts';

it.each([
  ['presentation forms', '\uFEE3\uFEAE\uFEA3\uFE92\uFE8E \uFEFB', 'مرحبا لا'],
  ['tatweel and vowel signs', 'مـــدادٌ مُحَمَّد', 'مـــدادٌ مُحَمَّد'],
  ['ligatures that have a meaning of their own', 'النبي ﷺ', 'النبي ﷺ'],
  ['direction marks and overrides', '\u202Bقال\u202C \u200FUNESCO\u200E \u2067س\u2069', 'قال UNESCO س'],
  ['zero-width characters', 'كل\u200Bمة\uFEFF وا\u00ADحدة', 'كلمة واحدة'],
  [
    'joiners between letters',
    'می\u200Cخواهم 1448 هـ\u200D و\u200Dab\u200Cc',
    'می\u200Cخواهم 1448 هـ\u200D و\u200Dabc',
  ],
  ['spaces of every kind', 'أ\u00A0 \u2009ب\n\t ج', 'أ ب ج'],
])('cleanPastedText handles %s', (_what, given, clean) => expect(cleanPastedText(given)).toBe(clean));

it.each([
  ['https://example.org/a?utm_source=x&id=7&fbclid=abc&q=%D8%A3+b', 'https://example.org/a?id=7&q=%D8%A3+b'],
  ['https://example.org/?utm_medium=1', 'https://example.org/'],
  [
    'https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fx%3Fgclid%3D1&sa=D&source=editors',
    'https://example.org/x',
  ],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F&h=AT0', 'https://example.org/'],
  ['https://example.org/#:~:text=a', 'https://example.org/'],
  ['mailto:a@example.org', undefined],
  ['javascript:alert(1)', undefined],
  ['/relative', undefined],
  ['file:///C:/a.docx', undefined],
])('cleanAddress of %s is %s', (given, meant) => expect(cleanAddress(given)).toBe(meant));

it.each([
  ['example.org/خبر', 'https://example.org/%D8%AE%D8%A8%D8%B1'],
  ['localhost:3000', undefined],
  [' https://example.org ', 'https://example.org/'],
  ['javascript:alert(1)', undefined],
  ['كلمة', undefined],
  ['a@b.org', undefined],
  ['example.org:8080/a', 'https://example.org:8080/a'],
])('typedAddress of «%s» is %s', (typed, meant) => expect(typedAddress(typed)).toBe(meant));

describe('paragraphsOf', () => {
  const bold = [{ type: 'bold' }];
  it('reads WhatsApp formatting', () => {
    const [first, second, third] = paragraphsOf(
      '[\u200F24/11/2026، 12:30:05] أحمد: *عاجل*: وصلت _السفينة_\r\n\r\nالحساب 5*3*2 و file_name_2\nانظر https://example.org/a_b_c?utm_source=wa.',
      'rtl',
    );
    expect(first).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: '[24/11/2026، 12:30:05] أحمد: ' },
        { type: 'text', text: 'عاجل', marks: bold },
        { type: 'text', text: ': وصلت ' },
        { type: 'text', text: 'السفينة', marks: [{ type: 'italic' }] },
      ],
    });
    expect(second?.content).toEqual([{ type: 'text', text: 'الحساب 5*3*2 و file_name_2' }]);
    expect(third?.content?.[1]).toEqual({
      type: 'text',
      text: 'https://example.org/a_b_c',
      marks: [{ type: 'link', attrs: { href: 'https://example.org/a_b_c' } }],
    });
  });

  it('allows two marks on a word', () => {
    expect(paragraphsOf('*_كلمة_*', 'rtl')[0]?.content).toEqual([
      { type: 'text', text: 'كلمة', marks: [{ type: 'bold' }, { type: 'italic' }] },
    ]);
  });

  it('shows an address in readable letters and keeps its link', () => {
    const coded = 'https://ar.wikipedia.org/wiki/%D8%B7%D8%B1%D8%A7%D8%A8%D9%84%D8%B3';
    expect(paragraphsOf(`انظر ${coded}.`, 'rtl')[0]?.content).toEqual([
      { type: 'text', text: 'انظر ' },
      {
        type: 'text',
        text: 'https://ar.wikipedia.org/wiki/طرابلس',
        marks: [{ type: 'link', attrs: { href: coded } }, { type: 'ltr' }],
      },
      { type: 'text', text: '.' },
    ]);
  });

  it('keeps a phone number in order, and the direction of a sentence in other letters', () => {
    expect(
      paragraphsOf(
        'اتصل على \u200E+218 91-234\u200E.\nAn English sentence, “quoted”.\nReal Madrid\n2026',
        'rtl',
      ),
    ).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'اتصل على ' },
          { type: 'text', text: '+218 91-234', marks: [{ type: 'ltr' }] },
          { type: 'text', text: '.' },
        ],
      },
      {
        type: 'paragraph',
        attrs: { dir: 'ltr' },
        content: [{ type: 'text', text: 'An English sentence, “quoted”.' }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Real Madrid' }] },
      { type: 'paragraph', content: [{ type: 'text', text: '2026' }] },
    ]);
    expect(paragraphsOf('جملة عربية قصيرة\nكلمة', 'ltr').map(({ attrs }) => attrs?.dir)).toEqual([
      'rtl',
      undefined,
    ]);
  });
});

describe('the direction of a pasted block', () => {
  it.each([
    ['ltr', 'An English paragraph with “smart quotes” and كلمة.', 'ltr'],
    ['ltr', 'انتهى', undefined],
    ['ltr', '+218 91 234 5678', 'ltr'],
    ['rtl', 'An English paragraph here', undefined],
    [undefined, 'Three Latin words.', 'ltr'],
    [undefined, 'Two words', undefined],
    [undefined, 'Three Latin words وكلمة', undefined],
    [undefined, '1 2 3 4', undefined],
  ])('declared %s, of «%s» is %s', (said, text, dir) =>
    expect(ownDirection(said, [{ type: 'text', text }], 'rtl').attrs?.dir).toBe(dir),
  );

  it('belongs to the list or quote if all of it has that direction', () => {
    const p = (dir?: 'ltr') => ({ type: 'paragraph', ...(dir && { attrs: { dir } }), content: [] });
    const item = (...content: object[]) => ({ type: 'listItem', content });
    const list = (type: string, attrs: Record<string, unknown> | undefined, ...content: object[]) => ({
      type,
      ...(attrs && { attrs }),
      content,
    });
    const inner = list('bulletList', undefined, item(p('ltr')));
    expect(hoistDirection(list('orderedList', { start: 3 }, item(p('ltr'), inner), item(p('ltr'))))).toEqual(
      list(
        'orderedList',
        { start: 3, dir: 'ltr' },
        item(p(), list('bulletList', undefined, item(p()))),
        item(p()),
      ),
    );
    const mixed = list('bulletList', undefined, item(p('ltr')), item(p()));
    expect(hoistDirection(mixed)).toEqual(mixed);
    expect(hoistDirection({ type: 'blockquote', content: [p('ltr'), p('ltr')] })).toEqual({
      type: 'blockquote',
      attrs: { dir: 'ltr' },
      content: [p(), p()],
    });
  });
});

it.each([
  [
    `<p style='a:b' class=x STYLE = "c:d">style="e"</p>`,
    `<p data-pasted-style='a:b' class=x data-pasted-style = "c:d">style="e"</p>`,
  ],
  [`<a title="x > y style='z'" style=color:red>`, `<a title="x > y style='z'" data-pasted-style=color:red>`],
  ['<style>p{color:red}</style><p>نص</p><STYLE media=x>a{', '<p>نص</p>'],
  ['<p\nstyle="a">', '<p\ndata-pasted-style="a">'],
  ['a < b style="c"', 'a < b style="c"'],
  ['<p/style="a">', '<p/data-pasted-style="a">'],
  [
    `<p onclick="a()" title="x onclick=y"ONLOAD =b on=1>onclick="c"`,
    `<p data-pasted-onclick="a()" title="x onclick=y"data-pasted-ONLOAD =b on=1>onclick="c"`,
  ],
  [
    '<a href=/online=1 style=a\nonmouseover=b()>',
    '<a href=/online=1 data-pasted-style=a\ndata-pasted-onmouseover=b()>',
  ],
])('inertHtml renames styles and handlers in %j', (html, without) => expect(inertHtml(html)).toBe(without));
