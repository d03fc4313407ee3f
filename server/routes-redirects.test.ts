import { describe, expect, it } from 'vitest';
import { matchRoute, toLowerCasePath } from './routes.ts';

const redirect = (to: string) => ({ kind: 'redirect', to });

describe('an address that is not canonical is redirected', () => {
  it.each([
    ['/local/', '/local'],
    ['/local///', '/local'],
    ['//local', '/local'],
    ['//', '/'],
    ['/local//1001///x', '/local/1001/x'],
    ['/ar', '/'],
    ['/ar/', '/'],
    ['/ar/local', '/local'],
    ['/ar/local/?page=2', '/local?page=2'],
    ['/ar?utm=x', '/?utm=x'],
    ['/en/', '/en'],
    ['/ar/newsroom', '/newsroom'],
    ['//newsroom/queue', '/newsroom/queue'],
    ['//media/x.avif', '/media/x.avif'],
    ['/%6cocal', '/local'],
    ['/%61r/local', '/local'],
    ['/%65n/local?page=2', '/en/local?page=2'],
    ['/%6eewsroom/%71ueue', '/newsroom/queue'],
    ['/tag/%d8%a8%d8%ad%d8%b1', '/tag/%D8%A8%D8%AD%D8%B1'],
    ['/tag/%D8%A7%D9%94', '/tag/%D8%A3'],
    ['/tag/a,b', '/tag/a%2Cb'],
    ['/tag/a%2fb', '/tag/a%2Fb'],
    ['/feed', '/feed.xml'],
    ['/feed/', '/feed.xml'],
    ['/rss.xml', '/feed.xml'],
    ['/RSS', '/feed.xml'],
    ['/en/atom.xml', '/en/feed.xml'],
    ['/local/feed/', '/local/feed.xml'],
    ['/feed/json', '/feed.json'],
    ['/en/tag/x/feed/json/', '/en/tag/x/feed.json'],
    ['/archive/%D9%A2%D9%A0%D9%A2%D9%A6/%D9%A1%D9%A1', '/archive/2026/11'],
    ['/en/archive/%DB%B2%DB%B0%DB%B2%DB%B6/%DB%B1%DB%B1/%DB%B2%DB%B3/', '/en/archive/2026/11/23'],
    ['/archive/%E2%80%8F2026/1/5?page=%D9%A2', '/archive/2026/01/05?page=2'],
    ['/local?page=%D9%A2', '/local?page=2'],
    ['/search?q=%D9%A2&page=%DB%B3&order=newest', '/search?q=%D9%A2&page=3&order=newest'],
    ['/local?page=02', '/local?page=2'],
    ['/local?page=01', '/local?page=1'],
    ['/corrections?page=%E2%80%8F%DB%B2', '/corrections?page=2'],
    ['/local?page=+2', '/local?page=2'],
    ['/tag/%D9%A2?utm=x&page=%E2%80%8E2', '/tag/%D9%A2?utm=x&page=2'],
    ['/en/local/rss', '/en/local/feed.xml'],
    ['/tag/x/feed', '/tag/x/feed.xml'],
    ['/tag', '/archive'],
    ['/en/author/', '/en/archive'],
    ['/sitemap_index.xml', '/sitemap.xml'],
    ['/index.html', '/'],
    ['/en/index.php', '/en'],
    ['/p/', '/p/about'],
  ])('%s → %s', (url, to) => {
    expect(matchRoute(url)).toEqual(redirect(to));
  });

  it.each([
    '//evil.example',
    '///evil.example/',
    '//evil.example/..',
    '/ar//evil.example',
    '/ar///evil.example/',
    '/ar/ar//evil.example',
    '//ar//evil.example',
    '/\\evil.example/',
    '/ar/\\evil.example',
    '//\\evil.example',
    '/ar/%5Cevil.example',
    '/ar/%2F%2Fevil.example/',
    '/ar/https://evil.example/',
    '/.//evil.example/',
    '/ar/..//evil.example/',
    '/ar/\t/evil.example/',
  ])('but never to another site: %s', (url) => {
    const route = matchRoute(url);
    if (route.kind === 'redirect')
      expect(new URL(route.to, 'https://midad.example/local/').origin).toBe('https://midad.example');
    else expect(route.kind).toBe('malformed');
  });

  it.each(['/ar/ar/ar/x', '//ar//local//', '/en//', '/%61r/%61r//x,y', '/%2561'])(
    'and %s ends at a page',
    (url) => {
      let route = matchRoute(url);
      for (let steps = 0; route.kind === 'redirect' && steps < 5; steps++) route = matchRoute(route.to);
      expect(route.kind).toBe('page');
    },
  );
});

describe('an address in lower case', () => {
  it.each([
    ['/ar/Local', '/local'],
    ['/en/LOCAL?page=2', '/en/local'],
    ['/ar/%C3%89cole', '/%C3%A9cole'],
    ['/ar/local', undefined],
    ['/ar/%D8%AE%D8%A8%D8%B1', undefined],
    // A doubly encoded code is an ordinary word.
    ['/ar/%25FF', '/%25ff'],
    ['/ar/%2525FF', '/%2525ff'],
    ['/ar/100%25', undefined],
    ['/ar/a%2FB', '/a%2Fb'],
  ])('of %s is %s', (path, lowerCase) => {
    expect(toLowerCasePath(path)).toBe(lowerCase);
  });

  it.each(['/%25FF', '/%25ff', '/en/%25', '/local/%25E0%25A4', '/%2525%25FF'])(
    'of %s, which is an ordinary page, can be computed',
    (url) => {
      const route = matchRoute(url);
      expect(route.kind).toBe('page');
      expect(() => toLowerCasePath((route as { path: string }).path)).not.toThrow();
    },
  );
});
