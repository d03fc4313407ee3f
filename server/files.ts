import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { env } from '#lib/env.ts';

const root = join(import.meta.dirname, '..');
const YEAR = 31_536_000;
const setHeaders = (response: ServerResponse) => {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Vary', 'Accept-Encoding');
};

/** Looks at its folder on the first asking: what is tested before a build has none yet. */
function lazily(make: () => ReturnType<typeof sirv>): ReturnType<typeof sirv> {
  let handler: ReturnType<typeof sirv> | undefined;
  return (request, response, next) => (handler ??= make())(request, response, next);
}

// Names carry a hash of the content, so a file may be kept for ever; the build has written .br and .gz beside the texts.
const built = lazily(() => sirv(join(root, '.next/static'), { immutable: true, maxAge: YEAR, brotli: true, gzip: true, etag: true, setHeaders }));
const assets = lazily(() => sirv(join(root, 'public'), { immutable: true, maxAge: YEAR, brotli: true, gzip: true, etag: true, setHeaders }));
const icons = lazily(() => sirv(join(root, 'public'), { maxAge: 86_400, etag: true, setHeaders }));
// `dev` looks at the disk on every request: pictures arrive while the server runs.
const pictures = lazily(() => sirv(env.mediaDir, { dev: true, immutable: true, maxAge: YEAR, etag: true, setHeaders: (response, path) => {
  setHeaders(response);
  response.setHeader('Cache-Control', `public, max-age=${YEAR}, immutable`);
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  // What others wrote is not shown as a page of ours; the link that leads here says under which name it is kept.
  if (path.endsWith('.pdf')) response.setHeader('Content-Disposition', 'attachment');
} }));

/** Serves built files, pictures and icons; calls `missing` when there is no such file. */
export function serveFile(request: IncomingMessage, response: ServerResponse, missing: () => void) {
  const url = request.url!;
  const strip = (prefix: string) => {
    request.url = url.slice(prefix.length);
  };
  if (url.startsWith('/_next/static/')) {
    strip('/_next/static');
    return built(request, response, missing);
  }
  if (url.startsWith('/media/')) {
    strip('/media');
    return pictures(request, response, missing);
  }
  return (url.startsWith('/assets/') ? assets : icons)(request, response, missing);
}
