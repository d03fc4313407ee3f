import { expect, findArticle, listSitemap, test } from './journey.ts';
import { findRunTogether } from './run-together.ts';

/* What programs read rather than people: feeds, sitemaps, link previews, text browsers. */

test('feeds, sitemaps, robots.txt and the manifest are correct', async ({ request }) => {
  const all = ['', '/en', '/sport', '/author/salma-haddad', encodeURI('/tag/المياه')];
  for (const of of all) {
    const answer = await request.get(`${of}/feed.json`);
    expect(answer.headers()['content-type']).toBe('application/feed+json; charset=utf-8');
    const feed = (await answer.json()) as {
      home_page_url: string;
      feed_url: string;
      items: { url: string }[];
    };
    expect([new URL(feed.home_page_url).pathname, new URL(feed.feed_url).pathname]).toEqual([
      of || '/',
      `${of}/feed.json`,
    ]);
    expect((await request.get(feed.items[0]!.url, { maxRedirects: 0 })).status()).toBe(200);
    expect(await (await request.get(of || '/')).text()).toContain(`type="application/feed+json"`);
  }
  const news = await (await request.get('/sitemap-news.xml')).text();
  expect(news).toContain('<news:name>مداد</news:name><news:language>ar</news:language>');
  for (const path of ['/feed.xml', '/en/feed.xml', '/sport/feed.xml']) {
    const answer = await request.get(path);
    expect(answer.headers()['content-type']).toContain('application/rss+xml');
    expect((await answer.text()).match(/<item>/g)?.length).toBeGreaterThan(3);
  }
  const urls = await listSitemap(request);
  expect(urls.length).toBeGreaterThan(60);
  expect(urls).toHaveLength(new Set(urls).size);
  for (const url of urls)
    expect([url, (await request.get(url, { maxRedirects: 0 })).status()]).toEqual([url, 200]);
  const paths = urls.map((url) => decodeURI(new URL(url).pathname));
  for (const path of [
    '/',
    '/en/local',
    '/archive/2026/11',
    '/p/about',
    '/tag/المياه',
    '/author/salma-haddad',
  ])
    expect(paths).toContain(path);
  expect(await (await request.get('/robots.txt')).text()).toMatch(
    /Disallow: \/newsroom[\s\S]+Sitemap: http\S+\/sitemap\.xml/,
  );
  for (const part of [
    'x',
    'articles',
    'articles-x',
    'articles-01',
    'articles-7',
    'articles-9999999',
    'tags-1',
    'tags-0198c0de-0000-7000-8000-000000000000',
    'pages-1',
  ])
    expect([part, (await request.get(`/sitemap-${part}.xml`)).status()]).toEqual([part, 404]);
  const manifest = (await (await request.get('/manifest.webmanifest')).json()) as {
    dir: string;
    icons: { src: string }[];
  };
  expect(manifest.dir).toBe('rtl');
  for (const { src } of manifest.icons) expect((await request.get(src)).status()).toBe(200);
});

test('every page names its site in the metadata for shared links; an author page describes a person', async ({
  page,
}) => {
  for (const [path, name] of [
    ['/', 'مداد'],
    ['/p/about', 'مداد'],
    ['/en/p/about', 'Midad'],
    ['/moderation', 'مداد'],
    ['/search', 'مداد'],
    ['/local', 'مداد'],
    ['/author/salma-haddad', 'مداد'],
  ]) {
    await page.goto(path!);
    const told = (property: string) =>
      page.locator(`head meta[property="${property}"]`).first().getAttribute('content');
    // All of it is in the head, also of a slow page: programs that preview a link read no further.
    const [head = '', rest = ''] = (await (await page.request.get(path!)).text()).split('</head>');
    expect([path, /<title>/.test(head), /rel="canonical"|<template id="B:/.test(rest)]).toEqual([
      path,
      true,
      false,
    ]);
    expect([
      path,
      await told('og:site_name'),
      (await told('og:title')) !== null,
      /^http.+png$/.test((await told('og:image'))!),
    ]).toEqual([path, name, true, true]);
  }
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').first().textContent())!,
  ) as { '@type': string; mainEntity: object };
  expect(data).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      name: 'سلمى الحداد',
      url: expect.stringMatching(/\/author\/salma-haddad$/),
    },
  });
});

test('without style sheets, no two elements run together', async ({ page }) => {
  const article = findArticle('المياه تصل');
  const paths = [
    '/',
    '/en',
    '/local',
    '/archive?page=2',
    '/archive/2026/11',
    article,
    `${article}?sort=oldest`,
    '/n/1043',
    '/n/1045',
    '/search?q=الميناء',
    '/corrections',
    '/moderation',
    '/comments/mine',
    '/p/contact',
    '/author/salma-haddad',
    '/nothing',
  ];
  for (const path of paths) {
    await page.goto(path);
    expect([path, await page.evaluate(findRunTogether)]).toEqual([path, []]);
  }
});
