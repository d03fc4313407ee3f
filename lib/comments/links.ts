import { domainToUnicode } from 'node:url';
import { scriptsOf } from './scripts.ts';

/**
 * An address in a text, whether or not we would render it as a link: its author wants people to follow it.
 */
export type Link = { host: string; kind: 'plain' | Disguise; start: number; end: number };
/**
 * An address that hides its target: behind a redirect service, as `xn--…`, in lookalike letters, behind a
 * name before `@`, or as a number.
 */
export type Disguise = 'shortener' | 'punycode' | 'mixedScript' | 'userInfo' | 'numeric';

const SHORTENERS = new Set(
  `bit.ly tinyurl.com t.co goo.gl is.gd v.gd ow.ly buff.ly cutt.ly rb.gy shorturl.at rebrand.ly tiny.cc s.id lnkd.in bl.ink t.ly adf.ly
  shorte.st ouo.io clck.ru u.to qr.ae linktr.ee short.gy dub.sh soo.gd x.gd tiny.one bitly.com`.split(/\s+/),
);

const REST = String.raw`[^\s<>"'«»“”]`;
/** Two-letter endings also end sentences («ok.me too»), so they need a path: `t.me/offers`. */
const BARE = String.raw`(?<![\p{L}\p{N}@._\/-])(?:[\p{L}\p{N}-]+\.)+(?:(?:com|net|org|info|biz|xyz|shop|site|online|store|club|top|app|link|click|live|vip|example|invalid)(?![\p{L}\p{N}-])(?:\/${REST}*)?|[a-z]{2}\/${REST}+)`;
const ADDRESS = new RegExp(String.raw`https?:\/\/${REST}+|www\.${REST}+|${BARE}`, 'giu');
/** Signs that close a sentence or a mark. */
const TRAILING = /[.,،؛;:!?؟)\]*_]+$/;

/** The scripts of this site's readers. Others contain letters that look like Latin ones. */
const OURS = new Set(['Arabic', 'Latin']);

function isMixed(host: string): boolean {
  const parts = host.split('.').map(scriptsOf);
  // «موقع.com» has two scripts in two parts and hides nothing; «аррlе.com» does.
  const foreign = parts.some((scripts) => [...scripts].some((script) => !OURS.has(script)));
  return parts.some((scripts) => scripts.size > 1) || (foreign && parts.at(-1)!.has('Latin'));
}

function kindOf(url: URL, written: string): Link['kind'] {
  if (url.username || url.password) return 'userInfo';
  if (SHORTENERS.has(url.hostname.replace(/^www\./, ''))) return 'shortener';
  if (/^[\d.]+$|^\[/.test(url.hostname)) return 'numeric';
  if (isMixed(domainToUnicode(url.hostname))) return 'mixedScript';
  return /xn--/i.test(written) ? 'punycode' : 'plain';
}

/** The addresses in a text in order, with or without https. */
export function linksOf(text: string): Link[] {
  return Array.from(text.matchAll(ADDRESS)).flatMap(({ 0: match, index }) => {
    const written = match.replace(TRAILING, '');
    const url = URL.parse(/^https?:/i.test(written) ? written : `https://${written}`);
    return url
      ? [{ host: url.hostname, kind: kindOf(url, written), start: index, end: index + written.length }]
      : [];
  });
}
