import type { IncomingMessage } from 'node:http';
import { env } from '#lib/env.ts';

const ownHost = new URL(env.siteUrl).host;
const WHOLE = /^https?:\/\/([^/?#]*)(.*)$/i;

/**
 * Whether a request says one thing about whom it asks. Two hosts may mean one house to a proxy and another to
 * us (RFC 9112 §3.2). A whole address of our own, as a proxy is asked for, is read as its path.
 */
export function readTarget(request: IncomingMessage): boolean {
  let hosts = 0;
  for (let n = 0; n < request.rawHeaders.length; n += 2)
    if (request.rawHeaders[n]!.toLowerCase() === 'host') hosts++;
  if (hosts > 1) return false;
  const url = request.url ?? '';
  if (url.startsWith('/')) return true;
  const [, host, rest = ''] = WHOLE.exec(url) ?? [];
  if (
    host === undefined ||
    (host.toLowerCase() !== ownHost && host.toLowerCase() !== request.headers.host?.toLowerCase())
  )
    return false;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  return true;
}
