import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { BodyContext } from './context.ts';
import { docSchema, type Block } from './doc.ts';
import { docArticleNumbers, docMediaIds, docText } from './doc-text.ts';
import { embedFrame, FRAME_HOSTS } from './embed-frame.ts';
import { renderBody } from './render.ts';
import { NO_CONTEXT } from './test-context.ts';
import { bodyHtml } from './to-html.ts';

const harbour = {
  hash: '0123456789abcdef',
  width: 1600,
  height: 900,
  alt: 'ميناء عند الفجر',
  credit: 'مداد',
};
const context: BodyContext = {
  ...NO_CONTEXT,
  pictures: new Map([['harbour', harbour]]),
  documents: new Map([['report', { hash: 'fedcba9876543210', title: 'تقرير المياه', bytes: 1200 }]]),
  cards: new Map([[1001, { headline: 'خط الحافلات', href: '/local/1001/x' }]]),
};
const shown = { mediaId: 'harbour', caption: 'الرصيف الشرقي', credit: '', alt: '', decorative: false };
const doc = (...content: Block[]) => docSchema.parse({ type: 'doc', v: 2, content });
const page = (...content: Block[]) => renderToStaticMarkup(renderBody(doc(...content), context));
const feed = (...content: Block[]) => bodyHtml(doc(...content), context, 'https://midad.example');
const words = (text: string) => [{ type: 'text' as const, text }];
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: words(text) });

/** Removes isolation elements and characters. */
const plain = (html: string) => html.replaceAll(/<\/?bdi[^>]*>|[\u2066-\u2069]/g, '');

describe('a document', () => {
  it('is a link with title, kind and size, and its address ends with the file name', () => {
    expect(plain(page({ type: 'document', attrs: { mediaId: 'report', title: '' } }))).toBe(
      '<p class="document"><a href="/media/fedcba9876543210/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1%20%D8%A7%D9%84%D9%85%D9%8A%D8%A7%D9%87.pdf" type="application/pdf">' +
        '<span class="document-title" dir="rtl">تقرير المياه</span> <span class="document-note">وثيقة PDF · 1200 بايت</span></a></p>',
    );
    expect(plain(page({ type: 'document', attrs: { mediaId: 'report', title: 'Plan <b>' } }))).toContain(
      '/Plan%20b.pdf" type="application/pdf"><span class="document-title" dir="ltr">Plan &lt;b&gt;<',
    );
  });

  it('has an absolute address in a feed, and renders nothing if its file is missing', () => {
    expect(plain(feed({ type: 'document', attrs: { mediaId: 'report', title: 'أ' } }))).toBe(
      '<p><a href="https://midad.example/media/fedcba9876543210/%D8%A3.pdf" type="application/pdf">أ</a> (وثيقة PDF · 1200 بايت)</p>',
    );
    for (const mediaId of ['gone', 'harbour'])
      expect(page({ type: 'document', attrs: { mediaId, title: 'أ' } })).toBe('');
  });

  it('is among the media ids of a body', () =>
    expect(docMediaIds(doc({ type: 'document', attrs: { mediaId: 'report', title: '' } }))).toEqual([
      'report',
    ]));
});

describe('a figure', () => {
  it('offers every format and width, with its caption and the credit of its media record', () => {
    const html = page({ type: 'figure', attrs: shown });
    expect(html).toContain(
      '<figure class="picture"><picture><source type="image/avif" srcSet="/media/0123456789abcdef-320.avif 320w',
    );
    expect(html).toContain('alt="ميناء عند الفجر"');
    expect(html).toContain('width="1600" height="900"');
    expect(html).toContain('<figcaption>الرصيف الشرقي <span class="credit">(مداد)</span></figcaption>');
  });

  it('prefers alt text and credit from the article, and has an empty alt if it is decorative', () => {
    expect(page({ type: 'figure', attrs: { ...shown, alt: 'سفينة ترسو', credit: 'رويدا' } })).toMatch(
      /alt="سفينة ترسو".*\(رويدا\)/,
    );
    expect(page({ type: 'figure', attrs: { ...shown, alt: 'سفينة', decorative: true } })).toContain('alt=""');
  });

  it('is one plain picture with an absolute address in a feed', () => {
    expect(feed({ type: 'figure', attrs: shown })).toContain(
      '<img src="https://midad.example/media/0123456789abcdef-1280.jpg" alt="ميناء عند الفجر"',
    );
    expect(feed({ type: 'figure', attrs: shown })).not.toContain('<source');
  });

  it('renders nothing if its picture is missing', () => {
    const gone = { ...shown, mediaId: 'gone' };
    expect(
      page({ type: 'figure', attrs: gone }, { type: 'gallery', attrs: { items: [gone], caption: 'صور' } }),
    ).toBe('');
  });
});

describe('read-also boxes and embeds', () => {
  it('lists only articles in read-also that a reader may see', () => {
    expect(page({ type: 'readAlso', attrs: { articles: [1001, 1002] } })).toBe(
      '<aside class="read-also"><p>اقرأ أيضًا</p><ul><li><a href="/local/1001/x">خط الحافلات</a></li></ul></aside>',
    );
    expect(page({ type: 'readAlso', attrs: { articles: [1002] } })).toBe('');
    expect(feed({ type: 'readAlso', attrs: { articles: [1001] } })).toContain(
      'href="https://midad.example/local/1001/x"',
    );
  });

  it('renders an embed as a link with the address of its frame in an attribute', () => {
    const embed = {
      type: 'embed' as const,
      attrs: {
        provider: 'youtube' as const,
        url: 'https://www.youtube.com/watch?v=abcdefghijk',
        title: 'جولة',
      },
    };
    const html = page(embed);
    expect(html).toContain('<click-to-load data-src="https://www.youtube-nocookie.com/embed/abcdefghijk"');
    expect(html).toContain('<a href="https://www.youtube.com/watch?v=abcdefghijk" rel="noopener">');
    expect(html).not.toMatch(/<(?:iframe|img|script)/);
    expect(feed(embed)).toBe(
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk" rel="noopener">جولة</a></p>',
    );
  });

  it.each([
    ['youtube', 'https://youtu.be/abcdefghijk'],
    ['youtube', 'https://m.youtube.com/shorts/abcdefghijk'],
    ['vimeo', 'https://vimeo.com/1234'],
    ['x', 'https://x.com/midad/status/12345'],
    ['facebook', 'https://www.facebook.com/midad/posts/1'],
    ['instagram', 'https://www.instagram.com/p/AbC-1/'],
    ['tiktok', 'https://www.tiktok.com/@midad/video/99'],
    ['telegram', 'https://t.me/midad/7'],
    ['soundcloud', 'https://soundcloud.com/midad/one'],
    ['map', 'https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4'],
  ] as const)('uses a frame of %s from a host in the policy: %s', (provider, url) => {
    const { src } = embedFrame(provider, url)!;
    expect(FRAME_HOSTS).toContain(new URL(src).origin);
  });

  it.each([
    ['youtube', 'https://www.youtube.com/@channel'],
    ['x', 'https://x.com/midad'],
    ['telegram', 'https://t.me/midad'],
    ['map', 'https://maps.google.com/'],
  ] as const)('renders an embed of %s without frame as a link: %s', (provider, url) => {
    expect(embedFrame(provider, url)).toBeUndefined();
    expect(page({ type: 'embed', attrs: { provider, url, title: '' } })).not.toContain('click-to-load');
  });
});

describe('other blocks', () => {
  it('are plain elements', () => {
    expect(page({ type: 'pullQuote', attrs: { by: 'هدى كرم' }, content: words('الماء للجميع') })).toBe(
      '<aside class="pull-quote"><p>الماء للجميع</p><p class="pull-quote-by">هدى كرم</p></aside>',
    );
    expect(
      page({ type: 'horizontalRule' }, { type: 'codeBlock', content: [{ type: 'text', text: 'a < b' }] }),
    ).toBe('<hr/><pre dir="ltr"><code>a &lt; b</code></pre>');
    expect(
      page({
        type: 'correctionBox',
        attrs: { date: '2026-11-24' },
        content: [paragraph('الرقم الصحيح 12.')],
      }),
    ).toBe(
      '<aside class="correction-box"><p class="correction-head">تصحيح · <time dateTime="2026-11-24">2026-11-24</time></p><p>الرقم الصحيح 12.</p></aside>',
    );
    expect(
      page({
        type: 'paragraph',
        attrs: { dir: 'ltr' },
        content: [
          ...words('one'),
          { type: 'hardBreak' },
          { type: 'text', text: 'two', marks: [{ type: 'italic' }, { type: 'bold' }] },
        ],
      }),
    ).toBe('<p dir="ltr">one<br/><strong><em>two</em></strong></p>');
  });

  it('render a scrolling table on a page and a plain one in a feed', () => {
    const table: Block = {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [paragraph('السنة')] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [paragraph('2026')] },
            { type: 'tableCell', content: [paragraph('12')] },
          ],
        },
      ],
    };
    expect(feed(table)).toBe(
      '<table><tbody><tr><th colspan="2"><p>السنة</p></th></tr><tr><td><p>2026</p></td><td><p>12</p></td></tr></tbody></table>',
    );
    expect(page(table)).toMatch(
      /^<div class="table-scroll" tabindex="0" role="group" aria-label="جدول"><table>/,
    );
    expect(docText(doc(table))).toBe('السنة\n2026 12');
  });

  it('render lists within lists', () => {
    expect(
      page({
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('أ'),
              { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('ب')] }] },
            ],
          },
        ],
      }),
    ).toBe('<ul><li><p>أ</p><ol><li><p>ب</p></li></ol></li></ul>');
  });
});

it('lists the pictures and articles of a body without duplicates', () => {
  const body = doc(
    { type: 'figure', attrs: shown },
    { type: 'gallery', attrs: { items: [shown, { ...shown, mediaId: 'b' }], caption: '' } },
    { type: 'readAlso', attrs: { articles: [7, 8] } },
    { type: 'readAlso', attrs: { articles: [8] } },
  );
  expect(docMediaIds(body)).toEqual(['harbour', 'b']);
  expect(docArticleNumbers(body)).toEqual([7, 8]);
});
