import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { env } from '#lib/env.ts';

/**
 * The reader's address. Only entries of X-Forwarded-For that our own proxies wrote are trusted: with one
 * trusted proxy the last entry, with two the last but one. Entries that a reader put before them are ignored.
 */
export function addressBehind(
  socket: Socket,
  forwardedFor: string | undefined,
  trustedProxies = env.trustedProxies,
): string {
  const address = socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return address;
  const forwarded = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-trustedProxies) ?? address;
}

/** The same for a request that Node's server reads. */
export const clientAddress = (request: IncomingMessage, trustedProxies = env.trustedProxies): string =>
  addressBehind(request.socket, request.headers['x-forwarded-for']?.toString(), trustedProxies);
