import type { IncomingMessage } from 'node:http';
import { keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';

/*
 * When a server action ends in a redirect, Next requests the target page from this server by HTTP and waits.
 * That request has the headers of the action, and uses the place in the gate that its action holds: if it
 * needed its own place, it would wait for itself. It is recognised by a header that only Next can repeat,
 * because no response ever contains its value. With several workers any of them may get the request.
 */
const HEADER = 'x-midad-inner';

let value: string | undefined;
const secret = (): string => (value ??= keyedHash(getKeys().formToken, 'inner request'));

export function isInnerRequest({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers[HEADER] === secret();
}

/**
 * Marks the requests that Next makes while it answers this one as inner requests. Next would use the scheme
 * that a proxy names, but this port speaks no TLS. SITE_URL says whether the site is secure.
 */
export function markForNext({ headers }: Pick<IncomingMessage, 'headers'>): void {
  headers[HEADER] = secret();
  delete headers['x-forwarded-proto'];
}
