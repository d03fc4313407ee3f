import type { IncomingMessage } from 'node:http';
import { env } from '#lib/env.ts';

/**
 * The reader's address. Only entries of X-Forwarded-For that our own proxies wrote are trusted: with one
 * trusted proxy the last entry, with two the last but one. Entries that a reader put before them are ignored.
 */
export function clientAddress(request: IncomingMessage, trustedProxies = env.trustedProxies): string {
  const socket = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return socket;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-trustedProxies) ?? socket;
}
