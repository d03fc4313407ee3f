import { SORTS } from '#db/comments/threads.ts';
import { isId } from '#db/engine/ids.ts';
import { readWhole } from '#lib/arabic/read-number.ts';

/**
 * What a page makes of a value: the value itself, nothing where the page is the same without it, and
 * undefined where it is one that the page does not know.
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
/** A place that is not there is no fault: the page shows where it stands now. */
const place: Read = (value) => (isId(value) ? value : '');
const moment: Read = (value) => (/^(?:|0|[1-9]\d{0,14})$/.test(value) ? value : undefined);

/**
 * The query keys that change a page, in the order of the cache key, by its internal path. The first path that
 * fits counts.
 */
const PAGES: [path: RegExp, keys: Record<string, Read>][] = [
  [/^\/[a-z]{2}\/moderation$/, {}],
  [/^\/[a-z]{2}\/search$/, { page: onlyPage }],
  [/^\/[a-z]{2}\/live\/[^/]+$/, { after: moment }],
  [/^\/[a-z]{2}\/(?:[a-z0-9-]+|(?:tag|author)\/[^/]+|archive(?:\/\d+)*)$/, { page }],
  [/^\/[a-z]{2}\/[^/]+\/[1-9]\d{0,9}\/[^/]+$/, { sort, after: id, before: id, at: place, live: id }],
];

/**
 * The query under which a page is kept: only what changes it, spelled in one way, so that nobody fills the
 * cache with copies. Null when it holds a value that the page does not know: what that is answered with is
 * not kept at all.
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
