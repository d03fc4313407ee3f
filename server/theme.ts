import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './read-body.ts';

/*
 * The theme is remembered in a cookie that only this stylesheet looks at: pages stay the same for all readers, nothing
 * flashes, and the switch works with scripts off (docs/decisions/005).
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
    return /^https?:$/.test(url.protocol) && url.host === host && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
  } catch {
    return '/';
  }
}

export async function setTheme(request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request, 1024);
  if (body === null) {
    response.writeHead(413, { 'Cache-Control': 'no-store', Connection: 'close' });
    response.end();
    return;
  }
  const form = new URLSearchParams(body);
  const { referer, host } = request.headers;
  const theme = form.get('theme');
  // A page whose address is a key to it sends no referrer; its form says where it stands.
  const back = form.get('back');
  const cookie = theme === 'light' || theme === 'dark' ? `theme=${theme}; Max-Age=${MAX_AGE}` : 'theme=; Max-Age=0';
  response.writeHead(303, {
    Location: localPath(back === null ? referer : `http://${host}${back}`, host),
    'Set-Cookie': `${cookie}; Path=/; SameSite=Lax`,
    'Cache-Control': 'no-store',
  });
  response.end();
}
