import type { IncomingMessage, ServerResponse } from 'node:http';
import { readerHeaders } from './security-headers.ts';

/** A status without a page: for requests whose response no browser shows, or that must be cheap. */
export function sendBare(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  if (response.headersSent) return;
  const body = `${status}\n`;
  const type = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(body.length),
    'Cache-Control': 'no-store',
  };
  response.writeHead(status, { ...readerHeaders, ...type, ...headers }).end(body);
}

export const sendBusy = (response: ServerResponse) => sendBare(response, 503, { 'Retry-After': '2' });

/** Methods of an address that also takes forms. */
export const WITH_FORMS = 'GET, HEAD, POST';

/** A 405, with the methods that the address allows. */
export function refuseMethod(request: IncomingMessage, response: ServerResponse, allow = 'GET, HEAD') {
  request.resume();
  response.writeHead(405, { ...readerHeaders, Allow: allow });
  response.end();
}
