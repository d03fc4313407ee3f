import { describe, expect, it } from 'vitest';
import { acceptsForm, matchRoute } from './routes.ts';

const page = (path: string) => ({ kind: 'page', path, cacheKey: path });
const privatePage = (path: string) => ({ kind: 'page', path, cacheKey: null });
/** Rendered for each request, and mostly answered with 404. */
const oddPage = privatePage;

describe('a page', () => {
  it.each([
    ['/', '/ar'],
    ['/local', '/ar/local'],
    ['/local/1001/%D8%AE%D8%A8%D8%B1-3.5', '/ar/local/1001/%D8%AE%D8%A8%D8%B1-3.5'],
    ['/en', '/en'],
    ['/en/local', '/en/local'],
    ['/english', '/ar/english'],
    ['/english/en', '/ar/english/en'],
    ['/EN', '/ar/EN'],
    ['/arts', '/ar/arts'],
    ['/newsrooms', '/ar/newsrooms'],
    ['/mediaset', '/ar/mediaset'],
    ['/feed.xml', '/ar/feed.xml'],
    ['/robots.txt', '/robots.txt'],
    ['/sitemap.xml', '/sitemap.xml'],
    ['/sitemap-pages.xml', '/sitemap-parts/pages'],
    [
      '/sitemap-tags-0198c0de-0000-7000-8000-000000000000.xml',
      '/sitemap-parts/tags-0198c0de-0000-7000-8000-000000000000',
    ],
    ['/sitemap-parts/pages', '/ar/sitemap-parts/pages'],
    ['/en/sitemap-pages.xml', '/en/sitemap-pages.xml'],
    ['/feed.json', '/ar/feed.json'],
    ['/archive/2026/11', '/ar/archive/2026/11'],
    ['/manifest.webmanifest', '/manifest.webmanifest'],
    ['/live/1001', '/ar/live/1001'],
    ['/en/live/1001', '/en/live/1001'],
    ['/live/x/events', '/ar/live/x/events'],
    ['/en/live/1001/events', '/en/live/1001/events'],
    ['/...', '/ar/...'],
    ['/a..b/.well-known', '/ar/a..b/.well-known'],
    ['/tag/%2541', '/ar/tag/%2541'],
  ])('at %s is rendered from %s', (url, path) => {
    expect(matchRoute(url)).toEqual(page(path));
  });
});

const ID = '0198c0de-0000-7000-8000-000000000000';
const OTHER = '0198c0de-0000-7000-8000-00000000000f';

describe('a query', () => {
  it.each([
    ['/local?page=2', page('/ar/local?page=2')],
    ['/local?utm_source=x&page=2&fbclid=y', page('/ar/local?page=2')],
    ['/local?utm_source=x', page('/ar/local')],
    ['/live/1001/events?x', { kind: 'live', number: 1001 }],
    ['/local?', page('/ar/local')],
    ['/local?page=2&page=3', page('/ar/local?page=2')],
    ['/local?Page=2&PAGE=3', page('/ar/local')],
    ['/local/1/x?at=b&said=reported', privatePage('/ar/local/1/x?at=b&said=reported')],
    ['/local/1/-/comments/count', page('/ar/local/1/-/comments/count')],
    ['/preview/id.signature', privatePage('/ar/preview/id.signature')],
    ['/en/preview/id.signature', privatePage('/en/preview/id.signature')],
    ['/tag/a%2Fb', privatePage('/ar/tag/a%2Fb')],
    ['/comments/id.signature', privatePage('/ar/comments/id.signature')],
    ['/en/comments/id.signature', privatePage('/en/comments/id.signature')],
    ['/local/1/x?comment=id.signature', page('/ar/local/1/x')],
    ['/local/1/x?said=sent', privatePage('/ar/local/1/x?said=sent')],
    ['/local/1/x?page=1&said=sent', privatePage('/ar/local/1/x?page=1&said=sent')],
    ['/local/1/x?s%61id=sent', privatePage('/ar/local/1/x?s%61id=sent')],
    ['/comments/mine', privatePage('/ar/comments/mine')],
    ['/en/comments/mine?page=2', privatePage('/en/comments/mine?page=2')],
    ['/comments/open/abc', privatePage('/ar/comments/open/abc')],
    ['/local/1/x?reply=a', privatePage('/ar/local/1/x?reply=a')],
    [
      '/en/search?q=%D8%A8%D8%AD%D8%B1&order=newest',
      privatePage('/en/search?q=%D8%A8%D8%AD%D8%B1&order=newest'),
    ],
    ['/comments/notices/abc', privatePage('/ar/comments/notices/abc')],
    ['/en/comments/notices/abc?x=1', privatePage('/en/comments/notices/abc?x=1')],
    ['/search?q=a?b', privatePage('/ar/search?q=a?b')],
    ['/comments/token?article=1001', privatePage('/ar/comments/token?article=1001')],
    ['/en/comments/token?article=1001', privatePage('/en/comments/token?article=1001')],
  ])('decides the path and the cache key of %s', (url, route) => {
    expect(matchRoute(url)).toEqual(route);
  });
});

describe('a page is cached once for each of its states, with any other query', () => {
  it.each([
    ['/?live=abc', '/ar'],
    ['/?page=2', '/ar'],
    ['/en?page=2&sort=oldest', '/en'],
    ['/local?sort=zzz', '/ar/local'],
    ['/local?page=1', '/ar/local'],
    [`/local?at=${ID}&page=3`, '/ar/local?page=3'],
    ['/tag/x?page=2', '/ar/tag/x?page=2'],
    ['/en/author/x?page=99999', '/en/author/x?page=99999'],
    ['/archive?page=2', '/ar/archive?page=2'],
    ['/archive/2026/11?page=2&sort=oldest', '/ar/archive/2026/11?page=2'],
    ['/archive/2026/11/23?page=2', '/ar/archive/2026/11/23?page=2'],
    ['/corrections?page=2', '/ar/corrections?page=2'],
    ['/moderation?page=2', '/ar/moderation'],
    ['/search?page=1', '/ar/search'],
    ['/feed.xml?page=2', '/ar/feed.xml'],
    ['/local/feed.xml?page=2', '/ar/local/feed.xml'],
    ['/p/about?page=2', '/ar/p/about'],
    ['/robots.txt?page=2', '/robots.txt'],
    ['/local/1/x?page=2', '/ar/local/1/x'],
    ['/local/1/x?sort=newest', '/ar/local/1/x'],
    ['/local/1/x?sort=oldest', '/ar/local/1/x?sort=oldest'],
    ['/local/1/x?sort=&after=&before=&at=&live=', '/ar/local/1/x'],
    ['/local/1/x?at=abc', '/ar/local/1/x'],
    [`/local/1/x?at=${ID}`, `/ar/local/1/x?at=${ID}`],
    [
      `/local/1/x?live=${ID}&at=${OTHER}&before=${ID}&after=${OTHER}&sort=appreciated&page=2`,
      `/ar/local/1/x?sort=appreciated&after=${OTHER}&before=${ID}&at=${OTHER}&live=${ID}`,
    ],
    [`/local/1/-/comments/count?at=${ID}`, '/ar/local/1/-/comments/count'],
    [`/local/x/x?after=${ID}&page=2`, `/ar/local/x/x?after=${ID}`],
    ['/live/1001?after=1750000000000&at=1750000000001', '/ar/live/1001?after=1750000000000'],
    ['/live/1001?after=0&at=ended', '/ar/live/1001?after=0'],
    ['/en/live/1001?page=3', '/en/live/1001'],
  ])('%s', (url, path) => {
    expect(matchRoute(url)).toEqual(page(path));
  });

  // The page itself judges an unknown value, so that response is not cached.
  it.each([
    '/local?page=0',
    '/local?page=',
    '/local?page=1000000',
    '/local?page=%D9%A2x',
    '/local?page=2%26comment%3Dx',
    '/local?page=%zz',
    '/corrections?page=x',
    '/search?page=0',
    '/search?page=2',
    '/local/1/x?sort=worst',
    '/local/1/x?sort=%D8%A7&x=y',
    '/local/1/x?after=x',
    '/local/1/x?before=1',
    '/local/1/x?live=abc',
    `/local/1/x?live=${ID.toUpperCase()}`,
    '/live/1001?after=abc',
    '/live/1001?after=007',
  ])('but not at all for %s', (url) => {
    expect(matchRoute(url)).toEqual(oddPage(`/ar${url}`));
  });
});

describe('an address with only the number of an article', () => {
  it.each([
    ['/n/1001', 1001, '', '/ar/n/1001'],
    ['/n/1001?at=x', 1001, '?at=x', '/ar/n/1001'],
    ['/en/n/1001/x', 1001, '', '/en/n/1001/x'],
    ['/local/1001/?page=2', 1001, '?page=2', '/ar/local/1001'],
    ['/local/1001/%D8', 1001, '', undefined],
  ])('is matched with its number and query: %s', (url, number, search, path) => {
    expect(matchRoute(url)).toEqual({ kind: 'article', number, search, path });
  });
});

describe('a private page', () => {
  /** Every way to percent-encode one letter of a path, and the whole path encoded. */
  const spellings = [
    '/comments/id.signature',
    '/en/comments/id.signature/withdraw',
    '/comments/notices/token',
    '/preview/id.signature',
    '/en/preview/id.signature',
  ].flatMap((path) => {
    const coded = (letter: string, isSmall = false) => {
      const hex = letter.charCodeAt(0).toString(16);
      return `%${isSmall ? hex : hex.toUpperCase()}`;
    };
    const letters = [...path];
    return [
      path,
      `/ar${path}`,
      path.replaceAll('/', '//'),
      `${path}/`,
      `/${letters
        .slice(1)
        .map((letter) => coded(letter))
        .join('')}`,
      ...letters.flatMap((letter, n) =>
        n === 0 ? [] : [false, true].map((isSmall) => letters.with(n, coded(letter, isSmall)).join('')),
      ),
    ];
  });

  it('is not cached under any spelling of its address', () => {
    for (const url of spellings) {
      const route = matchRoute(url);
      expect(route.kind === 'page' ? { url, cacheKey: route.cacheKey } : route.kind).toEqual(
        route.kind === 'page' ? { url, cacheKey: null } : 'redirect',
      );
    }
    expect(spellings.length).toBeGreaterThan(200);
  });
});

describe('a malformed address', () => {
  it.each([
    '/%',
    '/%E0%A4%A',
    '/local/%zz/x',
    '/%ff',
    '',
    'local',
    '*',
    'http://midad.example/',
    '/local/../newsroom',
    '/en/../newsroom/queue',
    '/en/%2e%2e/newsroom',
    '/./local',
    '/local/..',
    '/local/.',
    '/..%2f..%2fetc/passwd',
    '/local\\x',
    '/local/%00',
    '/local/%0d%0aSet-Cookie:x',
    '/newsroom/%zz',
    '/media/%2e%2e/midad.sqlite',
    '/media/..%5cx',
  ])('is reported as malformed: %j', (url) => {
    expect(matchRoute(url)).toEqual({ kind: 'malformed' });
  });
});

describe('an address outside the reader’s pages', () => {
  it.each([
    ['/newsroom', 'newsroom'],
    ['/newsroom/', 'newsroom'],
    ['/newsroom/queue?status=spam', 'newsroom'],
    ['/_next/static/chunks/a.js', 'file'],
    ['/_next/image?url=x', 'file'],
    ['/assets/reader-1.js', 'file'],
    ['/media/abc-640.avif', 'file'],
    ['/favicon.ico', 'file'],
    ['/icon.svg?x', 'file'],
  ])('%s is %s', (url, kind) => {
    expect(matchRoute(url)).toEqual({ kind });
  });
});

describe('acceptsForm for readers’ forms', () => {
  it.each([
    ['/local/1/x/comments', true],
    ['/local/1/-/comments/id/reports', true],
    ['/local/1/-/comments/id/appreciate', true],
    ['/comments/id.signature/withdraw', true],
    ['/local/1/x', false],
    ['/local/1/comments-x', false],
    ['/comment', false],
    ['/comments/mine', false],
    ['/newsroom/comments', false],
    ['/local/1/x/comments/', false],
  ])('%s: %s', (path, takes) => {
    expect(acceptsForm(path)).toBe(takes);
  });
});
