import { describe, expect, it } from 'vitest';
import { docFromLines } from '#lib/body/from-lines.ts';
import { NO_CONTEXT } from '#lib/body/test-context.ts';
import { bodyHtml } from '#lib/body/to-html.ts';
import { env } from '#lib/env.ts';
import type { Feed, FeedItem } from './feed-item.ts';
import { feedXml } from './feed.ts';
import { feedJson } from './json-feed.ts';
import { liveEntriesHtml } from './live-html.ts';

const item: FeedItem = {
  number: 1001,
  path: '/local/1001/خط-الحافلات',
  headline: 'خط الحافلات',
  summary: 'يبدأ الأحد',
  html: bodyHtml(docFromLines(['الفقرة الأولى', '[الميناء](https://example.org/?a=1&b=2)']), NO_CONTEXT, ''),
  publishedAt: new Date('2026-11-23T08:00:00Z'),
  revisedAt: null,
  authors: ['سلمى الحداد', 'هدى كرم'],
  categories: ['محلي', 'النقل'],
  image: { hash: '0123456789abcdef', width: 1600, height: 900, alt: 'حافلة', credit: 'مداد' },
};
const feed: Feed = { locale: 'ar', title: 'مداد', description: 'أخبار', page: '/', items: [item] };

const REFERENCES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};
const unescape = (text: string) =>
  text.replace(/&(?:lt|gt|quot|amp|#x27);/g, (reference) => REFERENCES[reference]!);

/** The texts of all elements with a name. Also checks that the document is well-formed XML. */
function texts(xml: string, name: string): string[] {
  const open: string[] = [];
  for (const [, slash, tag, rest] of xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .matchAll(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*\s*\/?)>/g)) {
    if (slash) expect(open.pop()).toBe(tag);
    else if (!rest!.endsWith('/')) open.push(tag!);
  }
  expect(open).toEqual([]);
  const between = xml.replace(/<[^<>]*>/g, '');
  expect(between).not.toMatch(/[<>]|&(?!(?:lt|gt|quot|amp|#x27);)/);
  expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text]) =>
    unescape(text!),
  );
}

describe('an RSS feed', () => {
  const xml = feedXml(feed);

  it('contains its own URL, that of its page, and its language', () => {
    expect(texts(xml, 'link')[0]).toBe(`${env.siteUrl}/`);
    expect(texts(xml, 'language')).toEqual(['ar']);
    expect(xml).toContain(
      `<atom:link rel="self" type="application/rss+xml" href="${env.siteUrl}/feed.xml"/>`,
    );
    const section = feedXml({ ...feed, locale: 'en', page: '/local' });
    expect(texts(section, 'link')[0]).toBe(`${env.siteUrl}/en/local`);
    expect(section).toContain(`href="${env.siteUrl}/en/local/feed.xml"`);
    const tag = feedXml({ ...feed, page: '/tag/ماء' });
    expect(texts(tag, 'link')[0]).toBe(`${env.siteUrl}/tag/%D9%85%D8%A7%D8%A1`);
    expect(tag).toContain(`href="${env.siteUrl}/tag/%D9%85%D8%A7%D8%A1/feed.xml"`);
  });

  it('contains the full and the permanent URL of every item', () => {
    expect(texts(xml, 'link')[2]).toBe(
      `${env.siteUrl}/local/1001/%D8%AE%D8%B7-%D8%A7%D9%84%D8%AD%D8%A7%D9%81%D9%84%D8%A7%D8%AA`,
    );
    expect(xml).toContain(`<guid isPermaLink="true">${env.siteUrl}/n/1001</guid>`);
  });

  it('contains time, authors, categories and the whole text, with the summary first', () => {
    expect(texts(xml, 'pubDate')).toEqual(['Mon, 23 Nov 2026 08:00:00 GMT']);
    expect(texts(xml, 'dc:creator')).toEqual(['سلمى الحداد', 'هدى كرم']);
    expect(texts(xml, 'category')).toEqual(['محلي', 'النقل']);
    expect(texts(xml, 'content:encoded')).toEqual([
      '<div lang="ar" dir="rtl"><p>الفقرة الأولى</p><p><a href="https://example.org/?a=1&amp;b=2" rel="noopener">الميناء</a></p></div>',
    ]);
    expect(xml.lastIndexOf('<description>')).toBeLessThan(xml.indexOf('<content:encoded>'));
  });

  it('contains the largest JPEG of the picture', () => {
    expect(xml).toContain(
      `<media:content url="${env.siteUrl}/media/0123456789abcdef-1600.jpg" medium="image" type="image/jpeg" width="1600" height="900">`,
    );
    expect(texts(xml, 'media:credit')).toEqual(['مداد']);
    const small = feedXml({
      ...feed,
      items: [{ ...item, image: { ...item.image!, width: 200, height: 200 } }],
    });
    expect(small).toContain('-200.jpg" medium="image" type="image/jpeg" width="200" height="200">');
    expect(feedXml({ ...feed, items: [{ ...item, image: null }] })).not.toContain('<media:');
  });

  it('has the time of the last change, not the current time, as build date', () => {
    expect(texts(xml, 'lastBuildDate')).toEqual(['Mon, 23 Nov 2026 08:00:00 GMT']);
    const older = { ...item, number: 1000, revisedAt: new Date('2026-11-23T09:15:00Z') };
    expect(texts(feedXml({ ...feed, items: [item, older] }), 'lastBuildDate')).toEqual([
      'Mon, 23 Nov 2026 09:15:00 GMT',
    ]);
    expect(feedXml(feed)).toBe(xml);
  });

  it('contains the time of a change of an item, with the same guid', () => {
    expect(xml).not.toContain('atom:updated');
    const changed = feedXml({ ...feed, items: [{ ...item, revisedAt: new Date('2026-11-23T09:15:00Z') }] });
    expect(texts(changed, 'atom:updated')).toEqual(['2026-11-23T09:15:00.000Z']);
    expect(changed).toContain(`<guid isPermaLink="true">${env.siteUrl}/n/1001</guid>`);
  });

  it('may be empty', () => {
    const empty = feedXml({ ...feed, items: [] });
    expect(texts(empty, 'title')).toEqual(['مداد', 'مداد']); // of the channel and of its image
    expect(empty).toContain(`<image><url>${env.siteUrl}/icon-192.png</url>`);
    expect(empty).not.toContain('lastBuildDate');
  });

  it('is valid XML with any text', () => {
    const hostile = `]]></title><script>&amp;"'\u0000\u000b\u001f\ufffe\ud800`;
    const kept = `]]></title><script>&amp;"'`;
    const bad = feedXml({
      ...feed,
      title: hostile,
      description: hostile,
      items: [
        {
          ...item,
          headline: hostile,
          summary: hostile,
          authors: [hostile],
          categories: [hostile],
          html: bodyHtml(docFromLines([hostile]), NO_CONTEXT, ''),
          image: { ...item.image!, alt: hostile, credit: hostile },
        },
      ],
    });
    for (const name of ['title', 'description'])
      expect([name, [...new Set(texts(bad, name))]]).toEqual([name, [kept]]);
    for (const name of ['dc:creator', 'category', 'media:description', 'media:credit'])
      expect(texts(bad, name)).toEqual([kept]);
    expect(unescape(texts(bad, 'content:encoded')[0]!)).toContain(kept);
    expect(texts(bad, 'content:encoded')[0]).not.toContain('<script');
  });
});

describe('a JSON feed', () => {
  it('has the same items as the RSS feed', () => {
    expect(
      JSON.parse(
        feedJson({
          ...feed,
          page: '/tag/ماء',
          items: [{ ...item, revisedAt: new Date('2026-11-23T09:15:00Z') }],
        }),
      ),
    ).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'مداد',
      home_page_url: `${env.siteUrl}/tag/%D9%85%D8%A7%D8%A1`,
      feed_url: `${env.siteUrl}/tag/%D9%85%D8%A7%D8%A1/feed.json`,
      description: 'أخبار',
      icon: `${env.siteUrl}/icon-512.png`,
      favicon: `${env.siteUrl}/icon-192.png`,
      language: 'ar',
      items: [
        {
          id: `${env.siteUrl}/n/1001`,
          url: `${env.siteUrl}/local/1001/%D8%AE%D8%B7-%D8%A7%D9%84%D8%AD%D8%A7%D9%81%D9%84%D8%A7%D8%AA`,
          title: 'خط الحافلات',
          summary: 'يبدأ الأحد',
          content_html: expect.stringMatching(/^<div lang="ar" dir="rtl"><p>الفقرة الأولى<\/p>/) as string,
          image: `${env.siteUrl}/media/0123456789abcdef-1600.jpg`,
          date_published: '2026-11-23T08:00:00.000Z',
          date_modified: '2026-11-23T09:15:00.000Z',
          authors: [{ name: 'سلمى الحداد' }, { name: 'هدى كرم' }],
          tags: ['محلي', 'النقل'],
        },
      ],
    });
  });

  it('omits missing values', () => {
    const bare = { ...item, summary: '', authors: [], categories: [], image: null };
    const [only] = (JSON.parse(feedJson({ ...feed, items: [bare] })) as { items: object[] }).items;
    expect(Object.keys(only!)).toEqual(['id', 'url', 'title', 'content_html', 'date_published']);
  });
});

describe('live entries in a feed', () => {
  const dates = {
    locale: 'ar' as const,
    formatLocale: 'ar-LY',
    digits: 'latn' as const,
    timeZone: 'Africa/Tripoli',
    hijri: true,
    hijriOffset: 0 as const,
  };
  const setting = { context: NO_CONTEXT, dates, base: env.siteUrl, title: 'آخر التحديثات' };
  const entry = {
    id: 'x1',
    at: new Date('2026-11-23T08:00:00Z'),
    headline: 'موج <عالٍ>',
    body: docFromLines(['أُغلق الميناء.']),
  };

  it('are the newest ones, each with its time and its link', () => {
    expect(
      liveEntriesHtml({ number: 1045, entries: [entry, { ...entry, id: 'x0', headline: '' }] }, setting),
    ).toMatch(
      new RegExp(
        `^<h2>آخر التحديثات</h2><h3><a href="${env.siteUrl}/n/1045\\?live=x1#entry-x1"><time datetime="2026-11-23T08:00:00.000Z">23 نوفمبر 2026 · 10:00</time></a>` +
          ' · موج &lt;عالٍ&gt;</h3><p>أُغلق الميناء.</p><h3><a href="[^"]+live=x0#entry-x0"><time[^>]+>[^<]+</time></a></h3><p>أُغلق الميناء.</p>$',
      ),
    );
  });

  it('are an empty string before the first entry', () =>
    expect(liveEntriesHtml({ number: 1045, entries: [] }, setting)).toBe(''));
});
