import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CommentText } from './comment-text.tsx';

/** What is on the page, without classes. */
const page = (text: string) => renderToStaticMarkup(<CommentText text={text} />).replace(/ class="[^"]*"/g, '');

describe('a comment on the page', () => {
  it('is paragraphs and quotes, each in its own direction', () => {
    expect(page('أ **ب** _ج_\nد\n> ه\n>\n> و')).toBe(
      '<div><p dir="auto"><span>أ <strong>ب</strong> <em>ج</em></span><span><br/>د</span></p>' +
        '<blockquote><p dir="auto"><span>ه</span></p><p dir="auto"><span>و</span></p></blockquote></div>',
    );
  });

  it('has links that lend no weight', () => {
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
  ])('says that %s leads to %s', (text, host) => {
    expect(page(text)).toContain(`</a> <bdi dir="ltr">(${host})</bdi>`);
  });

  it.each(['https://example.org', 'HTTPS://Example.ORG/Path', 'https://example.org:8080/a', 'https://موقع.قطر/مقال'])('does not say twice where %s leads', (text) => {
    expect(page(text).match(/<bdi/g)).toHaveLength(1);
  });

  it('keeps HTML as the text it is', () => {
    const html = page('<script>alert(1)</script> **<b>x</b>** > <img src=x>\n> <i>');
    const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag);
    expect(new Set(tags)).toEqual(new Set(['div', 'p', 'span', 'strong', 'blockquote']));
  });
});
