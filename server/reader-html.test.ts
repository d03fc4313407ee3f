import { describe, expect, it } from 'vitest';
import { slimReaderHtml } from './reader-html.ts';

describe('removes', () => {
  it.each([
    ["Next's scripts", '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ["Next's data", '<script>self.__next_f.push([1,"<p>نص</p>\\u003c/script>"])</script>'],
    ['data on several lines', '<script\n  id="x"\n>\nvar a = 1;\n\nvar b = "</div>";\n</script>'],
    ['a script with > in an attribute', '<script data-x="a>b" src="/_next/a.js"></script>'],
    ['a script with single quotes', '<script data-x=\'"\' src="/_next/a.js">x</script>'],
    ['a script tag in capitals', '<SCRIPT SRC="/_next/a.js"></SCRIPT >'],
    ['a module script', '<script type="module" src="https://cdn.example/a.js"></script>'],
    ['a script with our path in its query', '<script src="/_next/a.js?x=/assets/"></script>'],
    [
      'a script with our path in another attribute',
      '<script data-src="/assets/x.js" src="/_next/a.js"></script>',
    ],
    ['a script of another site with our path', '<script src="https://cdn.example/assets/x.js"></script>'],
    ['a preload of a script', '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>'],
    ['a preload with its attributes in another order', '<link href="/_next/a.js" as="script" rel="preload">'],
    ['a module preload', '<link rel="modulepreload" href="/_next/a.js"/>'],
    ['a preload on several lines', '<link\nrel="preload"\nas="script"\nhref="/_next/a.js"/>'],
    ['a preload of a style sheet', '<link rel="preload" href="/theme.css" as="style"/>'],
    [
      'a preload of a style sheet with its attributes in another order',
      '<link as="style" href="/theme.css" rel="preload">',
    ],
    ["React's comments", '<!--$--><!-- --><!--/$--><!--\n-->'],
    ['the empty box of Next', '<div hidden=""></div>'],
  ])('%s', (_name, html) => {
    expect(slimReaderHtml(`<p>قبل</p>${html}<p>بعد</p>`)).toBe('<p>قبل</p><p>بعد</p>');
  });

  it('each one alone: content between two scripts stays', () => {
    expect(slimReaderHtml('<script>1</script><p>نص</p><script>2</script>')).toBe('<p>نص</p>');
    expect(slimReaderHtml('<!--$-->أ<!--/$-->ب<!-- -->')).toBe('أب');
  });
});

describe('keeps', () => {
  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","name":"\\u003c/script>"}</script>',
    ],
    ['JSON-LD with more attributes', '<script id="x" data-y="a>b" type="application/ld+json">{}</script>'],
    ['our own script', '<script src="/assets/reader-1a2b.js" async=""></script>'],
    ['our own script on several lines', '<script\n  async=""\n  src="/assets/reader-1a2b.js"\n></script>'],
    [
      'styles and fonts',
      '<link rel="stylesheet" href="/_next/static/a.css"/><link rel="preload" as="font" type="font/woff2" href="/_next/a.woff2" crossorigin=""/>',
    ],
    [
      'preloads of pictures, and feeds',
      '<link rel="preload" as="image" href="/media/a.avif"/><link rel="alternate" type="application/rss+xml" href="/feed.xml"/>',
    ],
    [
      'a text about scripts',
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- --&gt; &lt;link rel="modulepreload"&gt;</p>',
    ],
    ['a hidden element with content', '<div hidden="">x</div>'],
  ])('%s', (_name, html) => {
    expect(slimReaderHtml(html)).toBe(html);
  });

  it('what is between removed scripts', () => {
    const ours = '<script src="/assets/reader.js"></script>';
    const data = '<script type="application/ld+json">{}</script>';
    expect(
      slimReaderHtml(`<script>1</script>${data}<script src="/_next/a.js"></script>${ours}<script>2</script>`),
    ).toBe(data + ours);
  });
});
