import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';
import { ask } from './test-request.ts';

async function addressOf(forwarded: string | string[] | undefined, trustedProxies: number) {
  let address = '';
  const keep = (request: IncomingMessage, response: { end(): void }) => {
    address = clientAddress(request, trustedProxies);
    response.end();
  };
  await ask(keep, { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } });
  return address;
}

it.each<[string, string | string[] | undefined, number, string]>([
  ['from the socket, without a proxy', undefined, 0, '127.0.0.1'],
  ['from the socket, if a header comes without a proxy', '203.0.113.7', 0, '127.0.0.1'],
  ['as one proxy wrote it', '203.0.113.7', 1, '203.0.113.7'],
  ['as one proxy wrote it, after a forged one', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
  ['as the outer of two proxies wrote it', '203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  [
    'as the outer of two proxies wrote it, after forged ones',
    '1.1.1.1, 2.2.2.2, 203.0.113.7, 10.0.0.2',
    2,
    '203.0.113.7',
  ],
  ['from several headers', ['198.51.100.1', '203.0.113.7'], 1, '203.0.113.7'],
  ['of IPv6', ' 2001:db8::1 ', 1, '2001:db8::1'],
  ['from the socket, if the proxy wrote no header', undefined, 1, '127.0.0.1'],
  ['from the socket, if the header is empty', ' , ', 1, '127.0.0.1'],
  ['from the socket, if the chain is too short', '203.0.113.7', 2, '127.0.0.1'],
])('takes the address of the client: %s', async (_name, forwarded, trustedProxies, address) => {
  expect(await addressOf(forwarded, trustedProxies)).toBe(address);
});
