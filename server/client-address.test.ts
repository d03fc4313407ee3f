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
  ['without a proxy, the socket', undefined, 0, '127.0.0.1'],
  ['without a proxy, the header is only a claim', '203.0.113.7', 0, '127.0.0.1'],
  ['with one proxy, what it wrote', '203.0.113.7', 1, '203.0.113.7'],
  ['with one proxy, not what the reader put before', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
  ['with two proxies, what the outer one wrote', '203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  [
    'with two proxies, not what the reader put before',
    '1.1.1.1, 2.2.2.2, 203.0.113.7, 10.0.0.2',
    2,
    '203.0.113.7',
  ],
  ['in headers that came apart', ['198.51.100.1', '203.0.113.7'], 1, '203.0.113.7'],
  ['of IPv6', ' 2001:db8::1 ', 1, '2001:db8::1'],
  ['when a proxy wrote nothing, the socket', undefined, 1, '127.0.0.1'],
  ['when the header is empty, the socket', ' , ', 1, '127.0.0.1'],
  ['when the chain is too short, the socket', '203.0.113.7', 2, '127.0.0.1'],
])('takes the address of the client: %s', async (_name, forwarded, trustedProxies, address) => {
  expect(await addressOf(forwarded, trustedProxies)).toBe(address);
});
