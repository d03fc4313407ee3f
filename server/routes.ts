import { latinDigits, readWhole } from '#lib/arabic/read-number.ts';
import { DEFAULT_LOCALE, editions, LOCALES } from '#lib/locales.ts';
import { findArticleNumber } from './article-address.ts';
import { keptQuery } from './kept-query.ts';
import { isPathOfNext, withoutKeysOfNext } from './next-grammar.ts';
import { findPublicFiles } from './public-files.ts';
import { rulesOf, sharedPaths } from './reader-routes.ts';

/** What the front door does with an address. */
export type Route =
  | { kind: 'page'; path: string; cacheKey: string | null }
  | { kind: 'redirect'; to: string }
  /**
   * An address that contains an article's number and nothing else of use: cut, extended, or a short link.
   * `path` is set where a page could have the address.
   */
  | { kind: 'article'; number: number; search: string; path?: string }
  | { kind: 'malformed' }
  /** No page can have this address. */
  | { kind: 'missing' }
  | { kind: 'newsroom' }
  /** The stream of changes of a live coverage. */
  | { kind: 'live'; number: number }
  | { kind: 'file' };

/** A `/` inside a segment: another program could read it as the address of a private page. */
const HIDDEN_SLASH = /%2F/;

const LIVE_EVENTS = /^\/live\/([1-9]\d{0,8})\/events$/;

/** Files of public/, by path; found when the process starts. */
const FILES = findPublicFiles();

/**
 * Parts of the sitemap are beside it, because a sitemap may list only addresses below its own folder. Next
 * cannot have a folder of such a name.
 */
const SITEMAP_PART = /^\/sitemap-([a-z0-9-]+)\.xml$/;

/**
 * A path with one meaning. Browsers read `\` as `/`, so a redirect to `/\host` would leave the site. They
 * resolve dot segments before a request, so a remaining one could mean one page here and another to Next.
 */
function isPlain(path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return !/[\\\p{Cc}]/u.test(decoded) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(decoded);
  } catch {
    return false;
  }
}

/** `/en/x` and `/x` to the folder `app/[locale]`; the default edition has no prefix of its own. */
function toInternalPath(path: string): string {
  if (sharedPaths.has(path)) return path;
  const [, sitemapPart] = SITEMAP_PART.exec(path) ?? [];
  if (sitemapPart) return `/sitemap-parts/${sitemapPart}`;
  const [, first = ''] = path.split('/');
  if (LOCALES.some((locale) => locale === first && locale !== DEFAULT_LOCALE)) return path;
  return `/${DEFAULT_LOCALE}${path === '/' ? '' : path}`;
}

/**
 * Percent codes only where they are needed, and letters in NFC: a private page has no second spelling that
 * could be cached, and a cached page has no second copy.
 */
const spell = (part: string): string => encodeURIComponent(decodeURIComponent(part).normalize('NFC'));

function canonicalPath(path: string): string {
  const single = path
    .split('/')
    .map(spell)
    .join('/')
    .replace(/\/{2,}/g, '/')
    .replace(/(.)\/+$/, '$1');
  const ownPrefix = new RegExp(`^/${DEFAULT_LOCALE}(?=/|$)`);
  return single.replace(ownPrefix, '') || '/';
}

/** Matches a whole address; its first group is the start of the edition. */
const addressPattern = (rest: string) => new RegExp(`^(${editions.prefixPattern})${rest}$`, 'i');

/** Addresses that feed readers, people and other systems try first, and the address here. */
const ALIASES: [path: RegExp, to: string][] = [
  [
    addressPattern(
      String.raw`((?:/(?:tag|author)/[^/]+|/[a-z][a-z0-9-]*)?)/(?:feed|rss|atom|rss\.xml|atom\.xml|index\.xml|feed/(?:rss2?|atom))`,
    ),
    '$1$2/feed.xml',
  ],
  [addressPattern(String.raw`((?:/(?:tag|author)/[^/]+|/[a-z][a-z0-9-]*)?)/feed/json`), '$1$2/feed.json'],
  [
    addressPattern(String.raw`/(?:sitemap|sitemap_index\.xml|sitemap-index\.xml|wp-sitemap\.xml)`),
    '/sitemap.xml',
  ],
  [addressPattern(String.raw`/(?:index\.html?|index\.php|home)`), '$1/'],
  [addressPattern('/(?:tags?|authors?|archives)'), '$1/archive'],
  [addressPattern('/p'), '$1/p/about'],
];

const ARCHIVE = new RegExp(`^(${editions.prefixPattern}/archive)/(.+)$`);

/** Rewrites a date typed in Arabic or Persian digits, or without a leading zero, to the form of our links. */
function dateAddress(path: string): string | undefined {
  const [, archive, date] = ARCHIVE.exec(path) ?? [];
  const parts = date?.split('/').map((part) => latinDigits(decodeURIComponent(part)));
  return parts?.every((part) => /^\d{1,4}$/.test(part))
    ? [archive, ...parts.map((part) => part.padStart(2, '0'))].join('/')
    : undefined;
}

/**
 * The same for the page number, so that one page has one address. A value that is no number is left to the
 * page.
 */
const spellPage = (search: string): string =>
  search.replace(/(?<=[?&]page=)[^&]+/g, (value) => {
    const typed = new URLSearchParams(`v=${value}`).get('v')!;
    return String(readWhole(typed) ?? value);
  });

function aliasOf(path: string): string | undefined {
  const [shape, to] = ALIASES.find(([each]) => each.test(path)) ?? [];
  return (
    shape &&
    path
      .replace(shape, to!)
      .toLowerCase()
      .replace(/(.)\/$/, '$1')
  );
}

/** Depends on the path and query alone. It is pure, so a table of cases tests it. */
export function matchRoute(url: string): Route {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark);
  if (!path.startsWith('/')) return { kind: 'malformed' };
  const article = findArticleNumber(path);
  if (!isPlain(path))
    return article ? { kind: 'article', number: article.number, search } : { kind: 'malformed' };
  if (
    FILES.has(path) ||
    path.startsWith('/_next/') ||
    path.startsWith('/assets/') ||
    path.startsWith('/media/')
  )
    return { kind: 'file' };
  if (isPathOfNext(decodeURIComponent(path))) return { kind: 'missing' };
  if (path === '/newsroom' || path.startsWith('/newsroom/')) return { kind: 'newsroom' };
  const live = LIVE_EVENTS.exec(path);
  if (live) return { kind: 'live', number: Number(live[1]) };
  if (article?.isOnlyNumber)
    return { kind: 'article', number: article.number, search, path: toInternalPath(canonicalPath(path)) };
  const own = canonicalPath(path);
  const to = (aliasOf(own) ?? dateAddress(own) ?? own) + spellPage(search);
  if (to !== url) return { kind: 'redirect', to };

  const query = new URLSearchParams(search);
  const internal = toInternalPath(path);
  const rules = rulesOf(internal);
  const isPrivate =
    rules.isPrivate || HIDDEN_SLASH.test(internal) || rules.privateQuery?.some((key) => query.has(key));
  const kept = isPrivate ? null : keptQuery(rules, query);
  return kept === null
    ? { kind: 'page', path: withoutKeysOfNext(internal + search), cacheKey: null }
    : { kind: 'page', path: internal + kept, cacheKey: internal + kept };
}

type PageRoute = Extract<Route, { kind: 'page' }>;

const rulesOfPage = ({ path }: PageRoute) => rulesOf(path.split('?', 1)[0]!);

/** Whether the route of a page takes a reader's form; its handler decides the rest. */
export const takesForms = (route: PageRoute): boolean => rulesOfPage(route).takesForms === true;

/** Whether a page searches all articles, so that other pages must not wait behind it. */
export const isSearch = (route: PageRoute): boolean => rulesOfPage(route).isSearch === true;

/** The same for an address that has not been matched. */
export function acceptsForm(url: string): boolean {
  const route = matchRoute(url);
  return route.kind === 'page' && takesForms(route);
}

/** An internal address in lower case, as readers write it; undefined if it has no upper case. */
export function toLowerCasePath(path: string): string | undefined {
  const [own = ''] = path.split('?');
  // Converts decoded segments and encodes them again: a decoded path (`%25FF` to `%FF`) need not be a valid
  // address.
  const lowerCase = canonicalPath(
    own
      .split('/')
      .map((part) => encodeURIComponent(decodeURIComponent(part).toLowerCase()))
      .join('/'),
  );
  return lowerCase === canonicalPath(own) ? undefined : lowerCase;
}
