import type { IncomingMessage } from 'node:http';
import { keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';

/*
 * Where a server action ends in a redirect, Next asks this server by HTTP for the page behind it, with the
 * headers of the action, and waits. That request belongs to the place in the gate that its action holds:
 * waiting for one of its own it would wait for itself. It is known by a header that only Next can repeat,
 * because no answer of ours ever holds its value; with several workers any of them may get it.
 */
const HEADER = 'x-midad-inner';

let value: string | undefined;
const secret = (): string => (value ??= keyedHash(getKeys().formToken, 'inner request'));

export function isInnerRequest({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers[HEADER] === secret();
}

/**
 * What Next asks for while it answers this request is an inner one. It asks by the scheme that a proxy names,
 * and this port speaks no TLS; whether the site is secure is said by SITE_URL.
 */
export function markForNext({ headers }: Pick<IncomingMessage, 'headers'>): void {
  headers[HEADER] = secret();
  delete headers['x-forwarded-proto'];
}
