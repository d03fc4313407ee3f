import { describe, expect, it } from 'vitest';
import { parseCommentText, type CommentPart } from './comment-text.ts';

const parts = (text: string): CommentPart[] => parseCommentText(text).flat(2);
const links = (text: string) => parts(text).flatMap((part) => (part.href ? [[part.text, part.href]] : []));
const asText = (text: string) => parseCommentText(text).map((lines) => lines.map((line) => line.map((part) => part.text).join('')).join('\n')).join('\n\n');

describe('paragraphs', () => {
  it('are parted by empty lines, lines by line ends', () => {
    const shape = parseCommentText('أ\nب\n\n\nج').map((lines) => lines.map((line) => line.map((part) => part.text)));
    expect(shape).toEqual([[['أ'], ['ب']], [['ج']]]);
  });

  it('of HTML are its text', () => {
    const html = '<a href="https://x.example">اضغط</a><img src=x onerror=alert(1)>';
    expect(asText(html)).toBe(html);
    expect(links(html)).toEqual([['https://x.example', 'https://x.example/']]);
  });
});

describe('an address', () => {
  it.each([
    ['انظر https://example.org/a هناك', 'https://example.org/a', 'https://example.org/a'],
    ['http://example.org', 'http://example.org', 'http://example.org/'],
    ['(https://example.org/a).', 'https://example.org/a', 'https://example.org/a'],
    ['https://example.org/a، ثم', 'https://example.org/a', 'https://example.org/a'],
    ['هل رأيت https://example.org/a؟', 'https://example.org/a', 'https://example.org/a'],
    ['«https://example.org/a»', 'https://example.org/a', 'https://example.org/a'],
    ['https://example.org/a?x=1&y=2#z', 'https://example.org/a?x=1&y=2#z', 'https://example.org/a?x=1&y=2#z'],
    ['https://example.org/مقال', 'https://example.org/مقال', 'https://example.org/%D9%85%D9%82%D8%A7%D9%84'],
  ])('in %s is a link', (text, label, href) => {
    expect(links(text)).toEqual([[label, href]]);
    expect(asText(text)).toBe(text);
  });

  it('is found as often as it stands there', () => {
    const text = 'https://a.example و https://b.example';
    expect(links(text).map(([label]) => label)).toEqual(['https://a.example', 'https://b.example']);
    expect(asText(text)).toBe(text);
  });

  it.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<b>x</b>', 'vbscript:x', 'file:///etc/passwd', 'ftp://example.org', '//example.org', 'www.example.org',
    'https://', 'https://.', 'https://[x', 'mailto:a@example.org',
  ])('%s is no link', (text) => {
    expect(links(`انظر ${text} هناك`)).toEqual([]);
    expect(asText(`انظر ${text} هناك`)).toBe(`انظر ${text} هناك`);
  });

  it.each([
    'https://bank.example@evil.example/', 'https://bank.example:443@evil.example', 'https://user:secret@evil.example', 'https://:bank.example@evil.example',
    'https://bank.example%2f@evil.example',
  ])('%s pretends to be another and is no link', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('with script in it stays an address', () => {
    expect(links('https://example.org/"onmouseover="alert(1)')).toEqual([['https://example.org/', 'https://example.org/']]);
    expect(links("https://example.org/'><script>")).toEqual([['https://example.org/', 'https://example.org/']]);
  });

  it('made of 2,000 signs does not hold anybody up', () => {
    const started = performance.now();
    parts(`https://example.org/${'.)'.repeat(1000)}x`);
    parts('https://'.repeat(250));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
