import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './paste-plain.ts';
import { cleanPastedText } from './paste-text.ts';
import { cleanAddress, typedAddress } from './web-address.ts';

it.each([
  ['letters in the shapes they have in a word', '\uFEE3\uFEAE\uFEA3\uFE92\uFE8E \uFEFB', 'مرحبا لا'],
  ['tatweel and vowel signs', 'مـــدادٌ مُحَمَّد', 'مـــدادٌ مُحَمَّد'],
  ['signs that are letters of their own', 'النبي ﷺ', 'النبي ﷺ'],
  ['orders to turn the line', '\u202Bقال\u202C \u200FUNESCO\u200E \u2067س\u2069', 'قال UNESCO س'],
  ['what has no width', 'كل\u200Bمة\uFEFF وا\u00ADحدة', 'كلمة واحدة'],
  ['joiners where they shape', 'می\u200Cخواهم 1448 هـ\u200D و\u200Dab\u200Cc', 'می\u200Cخواهم 1448 هـ\u200D و\u200Dabc'],
  ['spaces of every kind', 'أ\u00A0 \u2009ب\n\t ج', 'أ ب ج'],
])('pasted words: %s', (_what, given, clean) => expect(cleanPastedText(given)).toBe(clean));

it.each([
  ['https://example.org/a?utm_source=x&id=7&fbclid=abc&q=%D8%A3+b', 'https://example.org/a?id=7&q=%D8%A3+b'],
  ['https://example.org/?utm_medium=1', 'https://example.org/'],
  ['https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fx%3Fgclid%3D1&sa=D&source=editors', 'https://example.org/x'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F&h=AT0', 'https://example.org/'],
  ['https://example.org/#:~:text=a', 'https://example.org/'],
  ['mailto:a@example.org', undefined], ['javascript:alert(1)', undefined], ['/relative', undefined], ['file:///C:/a.docx', undefined],
])('the address %s means %s', (given, meant) => expect(cleanAddress(given)).toBe(meant));

it.each([
  ['example.org/خبر', 'https://example.org/%D8%AE%D8%A8%D8%B1'], ['localhost:3000', undefined], [' https://example.org ', 'https://example.org/'],
  ['javascript:alert(1)', undefined], ['كلمة', undefined], ['a@b.org', undefined], ['example.org:8080/a', 'https://example.org:8080/a'],
])('typed %s means %s', (typed, meant) => expect(typedAddress(typed)).toBe(meant));

describe('a pasted message', () => {
  const bold = [{ type: 'bold' }];
  it('has its own signs', () => {
    const [first, second, third] = paragraphsOf('[\u200F24/11/2026، 12:30:05] أحمد: *عاجل*: وصلت _السفينة_\r\n\r\nالحساب 5*3*2 و file_name_2\nانظر https://example.org/a_b_c?utm_source=wa.');
    expect(first).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: '[24/11/2026، 12:30:05] أحمد: ' }, { type: 'text', text: 'عاجل', marks: bold }, { type: 'text', text: ': وصلت ' }, { type: 'text', text: 'السفينة', marks: [{ type: 'italic' }] }],
    });
    expect(second?.content).toEqual([{ type: 'text', text: 'الحساب 5*3*2 و file_name_2' }]);
    expect(third?.content?.[1]).toEqual({ type: 'text', text: 'https://example.org/a_b_c', marks: [{ type: 'link', attrs: { href: 'https://example.org/a_b_c' } }] });
  });

  it('may sign a word twice', () => {
    expect(paragraphsOf('*_كلمة_*')[0]?.content).toEqual([{ type: 'text', text: 'كلمة', marks: [{ type: 'bold' }, { type: 'italic' }] }]);
  });
});
