/** The longest address that a body may contain. */
const MAX = 2000;
/** Parameters that track the reader and do not affect the content. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|vero_id|oly_\w+_id|ref_src|ref_url|cmpid|ns_\w+|__twitter_impression|__cft__.*|__tn__)$/i;
/** Share links of these hosts identify the sender in `si`. */
const SHARED_BY_SI = /(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com|soundcloud\.com)$/;
/** Redirect pages, and the parameters that contain the target address. */
const PASSING_ON = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: '/url', keys: ['q', 'url'] },
  { host: /^lm?\.facebook\.com$/, path: '/l.php', keys: ['u'] },
  { host: /^l\.instagram\.com$/, path: '/', keys: ['u'] },
];

export function isWebAddress(text: string): boolean {
  return text.length <= MAX && /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

/**
 * The address that a link really leads to: without redirect pages and tracking parameters. Undefined for
 * anything but http(s).
 */
export function cleanAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (!isWebAddress(trimmed)) return undefined;
  const url = new URL(trimmed);
  const passing = PASSING_ON.find(({ host, path }) => host.test(url.hostname) && url.pathname === path);
  const meant = passing?.keys
    .map((key) => url.searchParams.get(key))
    .find((value) => value && isWebAddress(value));
  if (meant) return cleanAddress(meant);
  // Removes parameters one by one: rebuilding the query would change the encoding of the others.
  // `URLSearchParams` reads what makes `decodeURIComponent` throw.
  const parts = url.search.slice(1).split('&');
  const isFollowing = (key: string) =>
    TRACKING.test(key) || (key === 'si' && SHARED_BY_SI.test(url.hostname));
  const kept = parts.filter((part) => ![...new URLSearchParams(part).keys()].some(isFollowing));
  if (kept.length < parts.length) url.search = kept.join('&');
  if (url.hash.startsWith('#:~:text=')) url.hash = '';
  return url.href.length <= MAX ? url.href : undefined;
}

/** Reads an address that a person typed: `example.org/a` becomes https. */
export function typedAddress(text: string): string | undefined {
  const typed = text.trim();
  if (/^[\w+.-]+:/i.test(typed) && !/^[\w.-]+:\d/.test(typed)) return cleanAddress(typed);
  return /^[^\s/@]+\.[^\s/@.]{2,}(?:[/?#]\S*)?$/u.test(typed) ? cleanAddress(`https://${typed}`) : undefined;
}
