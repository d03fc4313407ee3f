import type { IncomingMessage, ServerResponse } from 'node:http';
import { receive } from './request-body.ts';

/*
 * The theme is stored in a cookie that only this stylesheet reads: pages stay the same for all readers,
 * nothing flashes, and the switch works without JavaScript (docs/decisions/005).
 */
const COOKIE = /(?:^|;\s*)theme=(light|dark)(?:;|$)/;
const MAX_AGE = 31_536_000;

export function sendThemeStylesheet(request: IncomingMessage, response: ServerResponse) {
  const [, theme] = COOKIE.exec(request.headers.cookie ?? '') ?? [];
  response.writeHead(200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(theme ? `:root{color-scheme:${theme}}` : '');
}

/** The path of an address on this site; `/` for any other address, or a path that begins with `//`. */
function localPath(address: string | undefined, host: string | undefined): string {
  try {
    const url = new URL(address ?? '');
    return /^https?:$/.test(url.protocol) && url.host === host && !url.pathname.startsWith('//')
      ? url.pathname + url.search
      : '/';
  } catch {
    return '/';
  }
}

export async function setTheme(request: IncomingMessage, response: ServerResponse) {
  const received = await receive(request, response);
  if ('refused' in received) {
    // A client that has disconnected gets no response.
    if (received.refused !== 'gone')
      response.writeHead(received.refused === 'busy' ? 503 : 413, { 'Cache-Control': 'no-store' }).end();
    return;
  }
  const form = new URLSearchParams(received.body?.toString());
  const { referer, host } = request.headers;
  const theme = form.get('theme');
  // A page with a secret in its address sends no referrer, so its form contains the path.
  const back = form.get('back');
  const cookie =
    theme === 'light' || theme === 'dark' ? `theme=${theme}; Max-Age=${MAX_AGE}` : 'theme=; Max-Age=0';
  response.writeHead(303, {
    Location: localPath(back === null ? referer : `http://${host}${back}`, host),
    'Set-Cookie': `${cookie}; Path=/; SameSite=Lax`,
    'Cache-Control': 'no-store',
  });
  response.end();
}
