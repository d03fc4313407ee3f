import type { IncomingMessage, ServerResponse } from 'node:http';
import { receive } from './request-body.ts';

/*
 * The theme is remembered in a cookie that only this stylesheet looks at: pages stay the same for all
 * readers, nothing flashes, and the switch works with scripts off (docs/decisions/005).
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

/** Only an address of this site, and never one that leaves it by `//`. */
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
    // Who has gone is answered nothing.
    if (received.refused !== 'gone')
      response.writeHead(received.refused === 'busy' ? 503 : 413, { 'Cache-Control': 'no-store' }).end();
    return;
  }
  const form = new URLSearchParams(received.body?.toString());
  const { referer, host } = request.headers;
  const theme = form.get('theme');
  // A page whose address is a key to it sends no referrer; its form says where it stands.
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
