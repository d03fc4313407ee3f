import { readWhole } from './arabic/read-number.ts';

/**
 * Reads one value of a query key. It returns the value in canonical form, `''` where the page is the same
 * without the key, and undefined for a value that the page does not know: such a request is not cached.
 */
export type QueryReader = (value: string) => string | undefined;

/**
 * What the front door needs to know about a route of readers before it asks Next. A route declares it in a
 * file `route-rules.ts` beside its `page.tsx` or `route.ts`, as `export const rules: RouteRules`. With `{}`
 * it is cached, has no query and takes no forms. Without the file it is never cached.
 */
export type RouteRules = {
  /**
   * The query keys that change the page, in the order of the cache key. Any other key is removed before the
   * page is rendered.
   */
  query?: Record<string, QueryReader>;
  /** With one of these keys the page is rendered for one reader, with its whole query, and is not cached. */
  privateQuery?: string[];
  /** The page is rendered for one reader, with its whole query, and is never cached. */
  isPrivate?: true;
  /** An uncached page that searches all articles: rendered one at a time, in a queue of its own. */
  isSearch?: true;
  /** The route takes POST requests with the form of a reader. */
  takesForms?: true;
};

/** The number of a page of a list. Page 1 is the page without the key. */
export const pageKey: QueryReader = (value) => {
  const number = readWhole(value);
  if (number === 1) return '';
  return number !== undefined && number > 1 && number <= 99_999 ? String(number) : undefined;
};
