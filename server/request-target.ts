import type { IncomingMessage } from 'node:http';
import { env } from '#lib/env.ts';

const ownHost = new URL(env.siteUrl).host;
const WHOLE = /^https?:\/\/([^/?#]*)(.*)$/i;

/**
 * Whether a request names one host. Two Host headers may mean one site to a proxy and another to this server
 * (RFC 9112 §3.2). An absolute URL of this site, as a proxy gets it, is reduced to its path.
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
