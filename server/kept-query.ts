import type { RouteRules } from '#lib/route-rules.ts';

/**
 * The query under which a page is cached: only the keys that its route declares, each in one spelling, so
 * that a client cannot fill the cache with copies. Null when a value is one that the page does not know: the
 * response is not cached then.
 */
export function keptQuery({ query: keys = {} }: RouteRules, query: URLSearchParams): string | null {
  const kept: string[] = [];
  for (const [key, read] of Object.entries(keys)) {
    const given = query.get(key);
    const value = given === null ? '' : read(given);
    if (value === undefined) return null;
    if (value !== '') kept.push(`${key}=${encodeURIComponent(value)}`);
  }
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}
