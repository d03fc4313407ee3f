import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuseMethod } from './bare-response.ts';
import { httpDate } from './cached-page.ts';
import { addressBehind, clientAddress } from './client-address.ts';
import type { PlainGet } from './fast-path.ts';
import type { ReadCounter } from './read-counter.ts';

const READ = /^\/r\/([1-9]\d{0,8})$/;

/** The article whose reading the script of readers reports at this address. */
export function readNumber(url: string): number | undefined {
  const [, number] = (url.startsWith('/r/') && READ.exec(url)) || [];
  return number === undefined ? undefined : Number(number);
}

const HEADERS = Object.fromEntries(
  ['x-forwarded-for', 'sec-fetch-site', 'sec-purpose', 'purpose', 'referer', 'host'].map((name) => [
    name,
    new RegExp(String.raw`\r\n${name}:[ \t]*([^\r\n]*)`, 'gi'),
  ]),
);

/** The value of a header in the head of a request, joined as Node joins several. */
const headerIn = (head: string) => (name: string) => {
  const values = Array.from(head.matchAll(HEADERS[name]!), ([, value]) => value);
  return values.length > 0 ? values.join(', ') : undefined;
};

/** Counts a reading on the socket. The complete response, or undefined for another address. */
export function countOnSocket(
  counter: ReadCounter,
  { url, head }: PlainGet,
  socket: Socket,
): Buffer | undefined {
  const number = readNumber(url);
  if (number === undefined) return undefined;
  const header = headerIn(head);
  counter.count(number, addressBehind(socket, header('x-forwarded-for')), header);
  return Buffer.from(`HTTP/1.1 204 No Content\r\nCache-Control: no-store\r\nDate: ${httpDate()}\r\n\r\n`);
}

/** The same for a request that Node's server reads. */
export function answerRead(
  counter: ReadCounter,
  number: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET') return refuseMethod(request, response, 'GET');
  counter.count(number, clientAddress(request), (name) => request.headers[name]?.toString());
  response.writeHead(204, { 'Cache-Control': 'no-store' }).end();
}
