/*
 * What Next reads as its own in a request, beside the addresses of app/: endings of a path, headers, keys of
 * a query. Readers get documents only, so none of it may reach Next from them. next-grammar.test.ts fails
 * when the installed version knows something that is not told here.
 */

/** Where Next answers with the data of a page, or what it stores beside one, instead of the page. */
const DATA_PATH = /\.(?:rsc|action|meta|body)$|\.segments(?:\/|$)/i;
const KEY = /^(?:nxt[PI]|_?_next|_rsc$)/i;
const HEADER =
  /^(?:rsc$|next-|x-next|x-action|x-middleware|x-invo|x-matched-path$|x-prerender|x-now-|x-vercel-|purpose$)/;

/** What the newsroom's own pages send: the browser's part of Next asks for data, and calls actions. */
const NEWSROOM_HEADERS = new Set([
  'rsc',
  'next-action',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
]);
const NEWSROOM_KEYS = new Set(['_rsc']);

/** Whether Next would take a path for a question about another one. */
export const isPathOfNext = (decodedPath: string): boolean => DATA_PATH.test(decodedPath);
export const isKeyOfNext = (key: string): boolean => KEY.test(key);
export const isHeaderOfNext = (name: string): boolean => HEADER.test(name);

/** An address without the keys of Next, spelled as it was but for these. */
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

/** Takes out of a request what Next would follow and our pages do not send. */
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
