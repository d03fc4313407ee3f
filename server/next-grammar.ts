/*
 * What Next reserves in a request, besides the addresses of app/: suffixes of a path, headers, and keys of a
 * query. Readers get documents only, so none of this may reach Next from them. next-grammar.test.ts fails
 * when the installed version of Next knows something that is missing here.
 */

/**
 * Paths where Next answers with the data of a page, or with a file that it stores beside one, instead of the
 * page.
 */
const DATA_PATH = /\.(?:rsc|action|meta|body)$|\.segments(?:\/|$)/i;
const KEY = /^(?:nxt[PI]|_?_next|_rsc$)/i;
const HEADER =
  /^(?:rsc$|next-|x-next|x-action|x-middleware|x-invo|x-matched-path$|x-prerender|x-now-|x-vercel-|purpose$)/;

/** The headers that pages of the newsroom send: Next in the browser requests data and calls actions. */
const NEWSROOM_HEADERS = new Set([
  'rsc',
  'next-action',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
]);
const NEWSROOM_KEYS = new Set(['_rsc']);

/** Whether Next would read a path as a request about another path. */
export const isPathOfNext = (decodedPath: string): boolean => DATA_PATH.test(decodedPath);
export const isKeyOfNext = (key: string): boolean => KEY.test(key);
export const isHeaderOfNext = (name: string): boolean => HEADER.test(name);

/** An address without the keys of Next; the rest keeps its spelling. */
export function withoutKeysOfNext(url: string, allowed: ReadonlySet<string> = new Set()): string {
  const mark = url.indexOf('?');
  if (mark < 0) return url;
  const parts = url.slice(mark + 1).split('&');
  const kept = parts.filter((part) => {
    const [key = ''] = new URLSearchParams(part).keys();
    return !isKeyOfNext(key) || allowed.has(key);
  });
  if (kept.length === parts.length) return url;
  return url.slice(0, mark) + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

/** Removes from a request what Next would obey but our pages do not send. */
export function stripForNewsroom(request: {
  url?: string | undefined;
  headers: Record<string, unknown>;
}): void {
  request.url = withoutKeysOfNext(request.url ?? '/', NEWSROOM_KEYS);
  for (const name of Object.keys(request.headers))
    if (isHeaderOfNext(name) && !NEWSROOM_HEADERS.has(name)) delete request.headers[name];
}

export function stripForReaders({ headers }: { headers: Record<string, unknown> }): void {
  for (const name of Object.keys(headers)) if (isHeaderOfNext(name)) delete headers[name];
}
