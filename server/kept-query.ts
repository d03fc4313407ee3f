import { SORTS } from '#db/comments/threads.ts';
import { isId } from '#db/engine/ids.ts';
import { readWhole } from '#lib/arabic/read-number.ts';

/**
 * Normalises a value of a query. Returns the value, an empty string if it does not change the page, or
 * undefined if the page does not know it.
 */
type Read = (value: string) => string | undefined;

const page: Read = (value) => {
  const number = readWhole(value);
  return number === 1
    ? ''
    : number !== undefined && number > 1 && number <= 99_999
      ? String(number)
      : undefined;
};
const onlyPage: Read = (value) => (readWhole(value) === 1 ? '' : undefined);
const sort: Read = (value) => (value === SORTS[0] ? '' : ['', ...SORTS].find((each) => each === value));
const id: Read = (value) => (value === '' || isId(value) ? value : undefined);
/** An invalid position is no error: the page ignores it. */
const place: Read = (value) => (isId(value) ? value : '');
const moment: Read = (value) => (/^(?:|0|[1-9]\d{0,14})$/.test(value) ? value : undefined);

/**
 * The query keys that change a page, in the order of the cache key, by internal path. The first match counts.
 */
const PAGES: [path: RegExp, keys: Record<string, Read>][] = [
  [/^\/[a-z]{2}\/moderation$/, {}],
  [/^\/[a-z]{2}\/search$/, { page: onlyPage }],
  [/^\/[a-z]{2}\/live\/[^/]+$/, { after: moment }],
  [/^\/[a-z]{2}\/(?:[a-z0-9-]+|(?:tag|author)\/[^/]+|archive(?:\/\d+)*)$/, { page }],
  [/^\/[a-z]{2}\/[^/]+\/[1-9]\d{0,9}\/[^/]+$/, { sort, after: id, before: id, at: place, live: id }],
];

/**
 * The query of a page's cache key: only keys that change the page, in one spelling, so that copies cannot
 * fill the cache. Null when it holds a value that the page does not know: that response is not cached.
 */
export function keptQuery(path: string, query: URLSearchParams): string | null {
  const keys = PAGES.find(([shape]) => shape.test(path))?.[1] ?? {};
  const kept: string[] = [];
  for (const [key, read] of Object.entries(keys)) {
    const given = query.get(key);
    const value = given === null ? '' : read(given);
    if (value === undefined) return null;
    if (value !== '') kept.push(`${key}=${value}`);
  }
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}
