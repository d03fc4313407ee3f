import { describe, expect, it } from 'vitest';
import { matchRoute, takesForms } from './routes.ts';

const page = (path: string) => ({ kind: 'page', path, cacheKey: path });
const privatePage = (path: string) => ({ kind: 'page', path, cacheKey: null });
const redirect = (to: string) => ({ kind: 'redirect', to });

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
    ['/n/1001', '/n/1001'],
    ['/n/1001/x', '/ar/n/1001/x'],
    ['/en/n/1001', '/en/n/1001'],
    ['/robots.txt', '/robots.txt'],
    ['/sitemap.xml', '/sitemap.xml'],
    ['/manifest.webmanifest', '/manifest.webmanifest'],
    ['/live/1001', '/ar/live/1001'],
    ['/en/live/1001', '/en/live/1001'],
    ['/live/x/events', '/ar/live/x/events'],
    ['/en/live/1001/events', '/en/live/1001/events'],
    ['/...', '/ar/...'],
    ['/a..b/.well-known', '/ar/a..b/.well-known'],
  ])('%s is made from %s', (url, path) => {
    expect(matchRoute(url)).toEqual(page(path));
  });
});

describe('a query', () => {
  it.each([
    ['/local?page=2', page('/ar/local?page=2')],
    ['/local?utm_source=x&page=2&fbclid=y', page('/ar/local?page=2')],
    ['/local?utm_source=x', page('/ar/local')],
    ['/local/1/x?live=abc', page('/ar/local/1/x?live=abc')],
    ['/live/1001?after=abc', page('/ar/live/1001?after=abc')],
    ['/live/1001/events?x', { kind: 'live', number: 1001 }],
    ['/local?', page('/ar/local')],
    ['/local?page=2&page=3', page('/ar/local?page=2')],
    ['/local?page=%E2%80%8F2', page('/ar/local?page=%E2%80%8F2')],
    ['/local?page=2%26comment%3Dx', page('/ar/local?page=2%26comment%3Dx')],
    ['/local?page=1#x', page('/ar/local?page=1%23x')],
    ['/local?Page=2&PAGE=3', page('/ar/local')],
    ['/local?page=%zz', page('/ar/local?page=%25zz')],
    ['/local/1/x?at=b&before=d&after=c&sort=oldest&page=2', page('/ar/local/1/x?page=2&sort=oldest&after=c&before=d&at=b')],
    ['/local/1/x?sort=%D8%A7&x=y', page('/ar/local/1/x?sort=%D8%A7')],
    ['/local/1/x?at=b&said=reported', privatePage('/ar/local/1/x?at=b&said=reported')],
    ['/local/1/-/comments/count', page('/ar/local/1/-/comments/count')],
    ['/preview/id.signature', privatePage('/ar/preview/id.signature')],
    ['/en/preview/id.signature', privatePage('/en/preview/id.signature')],
    ['/comments/id.signature', privatePage('/ar/comments/id.signature')],
    ['/en/comments/id.signature', privatePage('/en/comments/id.signature')],
    ['/local/1/x?comment=t', privatePage('/ar/local/1/x?comment=t')],
    ['/local/1/x?page=1&comment=t', privatePage('/ar/local/1/x?page=1&comment=t')],
    ['/local/1/x?comment', privatePage('/ar/local/1/x?comment')],
    ['/local/1/x?comm%65nt=t', privatePage('/ar/local/1/x?comm%65nt=t')],
    ['/local/1/x?reply=a', privatePage('/ar/local/1/x?reply=a')],
    ['/en/search?q=%D8%A8%D8%AD%D8%B1&order=newest', privatePage('/en/search?q=%D8%A8%D8%AD%D8%B1&order=newest')],
    ['/comments/notices/abc', privatePage('/ar/comments/notices/abc')],
    ['/en/comments/notices/abc?x=1', privatePage('/en/comments/notices/abc?x=1')],
    ['/search?q=a?b', privatePage('/ar/search?q=a?b')],
    ['/comments/token?article=1001', privatePage('/ar/comments/token?article=1001')],
    ['/en/comments/token?article=1001', privatePage('/en/comments/token?article=1001')],
  ])('%s', (url, route) => {
    expect(matchRoute(url)).toEqual(route);
  });
});

describe('an address with a better form is led there', () => {
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
  ])('%s → %s', (url, to) => {
    expect(matchRoute(url)).toEqual(redirect(to));
  });

  it.each([
    '//evil.example', '///evil.example/', '//evil.example/..', '/ar//evil.example', '/ar///evil.example/', '/ar/ar//evil.example', '//ar//evil.example',
    '/\\evil.example/', '/ar/\\evil.example', '//\\evil.example', '/ar/%5Cevil.example', '/ar/%2F%2Fevil.example/', '/ar/https://evil.example/', '/.//evil.example/',
    '/ar/..//evil.example/', '/ar/\t/evil.example/',
  ])('and never to another site: %s', (url) => {
    const route = matchRoute(url);
    if (route.kind === 'redirect') expect(new URL(route.to, 'https://midad.example/local/').origin).toBe('https://midad.example');
    else expect(route.kind).toBe('malformed');
  });

  it.each(['/ar/ar/ar/x', '//ar//local//', '/en//'])('%s comes to rest', (url) => {
    let route = matchRoute(url);
    for (let steps = 0; route.kind === 'redirect' && steps < 5; steps++) route = matchRoute(route.to);
    expect(route.kind).toBe('page');
  });
});

describe('malformed is', () => {
  it.each([
    '/%', '/%E0%A4%A', '/local/%zz/x', '/%ff', '', 'local', '*', 'http://midad.example/', '/local/../newsroom', '/en/../newsroom/queue', '/en/%2e%2e/newsroom',
    '/./local', '/local/..', '/local/.', '/..%2f..%2fetc/passwd', '/local\\x', '/local/%00', '/local/%0d%0aSet-Cookie:x', '/newsroom/%zz', '/media/%2e%2e/midad.sqlite', '/media/..%5cx',
  ])('%j', (url) => {
    expect(matchRoute(url)).toEqual({ kind: 'malformed' });
  });
});

describe('what is no page of a reader', () => {
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

describe('readers\' forms are taken', () => {
  it.each([
    ['/ar/local/1/x/comments', true],
    ['/ar/local/1/-/comments/id/reports', true],
    ['/ar/local/1/-/comments/id/appreciate', true],
    ['/ar/comments/id.signature/withdraw', true],
    ['/ar/local/1/x', false],
    ['/ar/local/1/comments-x', false],
    ['/ar/comment', false],
  ])('%s: %s', (path, takes) => {
    expect(takesForms(path)).toBe(takes);
  });
});
