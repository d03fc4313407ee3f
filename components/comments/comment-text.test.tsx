import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CommentText } from './comment-text.tsx';

/** The rendered HTML without classes. */
const page = (text: string) =>
  renderToStaticMarkup(<CommentText text={text} />).replace(/ class="[^"]*"/g, '');

describe('CommentText', () => {
  it('renders paragraphs and quotes, each in its own direction', () => {
    expect(page('أ **ب** _ج_\nد\n> ه\n>\n> و')).toBe(
      '<div><p dir="rtl"><span>أ <strong>ب</strong> <em>ج</em></span><span><br/>د</span></p>' +
        '<blockquote><p dir="rtl"><span>ه</span></p><p dir="rtl"><span>و</span></p></blockquote></div>',
    );
  });

  it.each([
    ['WhatsApp لم يعد يعمل عندي اليوم', '<p dir="rtl"><span>WhatsApp لم يعد يعمل عندي اليوم</span></p>'],
    [
      'It stopped, ثم عاد to work',
      '<p dir="ltr"><span>It stopped, <bdi dir="rtl">ثم عاد</bdi> to work</span></p>',
    ],
    [
      'نص\nA line of English\nنص',
      '<p dir="rtl"><span>نص</span></p><p dir="ltr"><span>A line of English</span></p><p dir="rtl"><span>نص</span></p>',
    ],
    ['نص\n15 + 3', '<p dir="rtl"><span>نص</span><span><br/><bdi dir="ltr">15 + 3</bdi></span></p>'],
    ['2026:\nنص', '<p dir="rtl"><span>2026:</span><span><br/>نص</span></p>'],
    ['15 + 3', '<p><span><bdi dir="ltr">15 + 3</bdi></span></p>'],
    ['**WhatsApp** لم يعد', '<p dir="rtl"><span><strong>WhatsApp</strong> لم يعد</span></p>'],
    ['> WhatsApp لم يعد يعمل', '<blockquote><p dir="rtl"><span>WhatsApp لم يعد يعمل</span></p></blockquote>'],
  ])('gives each line the direction of its letters: %s', (text, html) => {
    expect(page(text)).toBe(`<div>${html}</div>`);
  });

  it('marks links as nofollow and ugc', () => {
    expect(page('https://example.org/a')).toContain(
      '<a href="https://example.org/a" rel="ugc nofollow noopener noreferrer"><bdi dir="ltr">https://example.org/a</bdi></a></span>',
    );
  });

  it.each([
    ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
    ['https://example.org%2eevil.example/', 'example.org.evil.example'],
    ['https://example.org。evil.example/', 'example.org.evil.example'],
    ['https:///evil.example', 'evil.example'],
    ['https://3232235777/', '192.168.1.1'],
  ])('shows after %s that it leads to %s', (text, host) => {
    expect(page(text)).toContain(`</a> <bdi dir="ltr">(${host})</bdi>`);
  });

  it.each([
    'https://example.org',
    'HTTPS://Example.ORG/Path',
    'https://example.org:8080/a',
    'https://موقع.قطر/مقال',
  ])('does not repeat the host of %s', (text) => {
    expect(page(text).match(/<bdi/g)).toHaveLength(1);
  });

  it('shows HTML as text', () => {
    const html = page('<script>alert(1)</script> **<b>x</b>** > <img src=x>\n> <i>');
    const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag);
    expect(new Set(tags)).toEqual(new Set(['div', 'p', 'span', 'strong', 'blockquote']));
  });
});
