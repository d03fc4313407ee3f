import { expect, it } from 'vitest';
import { addressOf, isPrivateAddress, lookupOutside, PrivateNetwork } from './private-network.ts';

it.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  'fec0::1',
  '64:ff9b:1::a00:1',
  '::ffff:0:10.0.0.1',
  '::ffff:0:127.0.0.1',
  '::10.0.0.1',
  '::7f00:1',
  'fe80::1%eth0',
  '2001:0:0:1::1',
  '100::1',
  '2001:db8::1',
  '3fff::1',
  '5f00::1',
  '2a00:1450::5efe:10.0.0.1',
  '2a00:1450::200:5efe:7f00:1',
  'fe80::5efe:192.168.1.1',
  '192.88.99.1',
  '240.0.0.1',
])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));

it.each([
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '192.0.2.1',
  '2001:4860:4860::8888',
  '2606:4700::1111',
  '2a00:1450:4001:5efe::1',
  '::ffff:8.8.8.8',
])('%s is public', (address) => expect(isPrivateAddress(address)).toBe(false));

it('addressOf distinguishes the address in a URL from a name', () => {
  expect(addressOf(new URL('https://2130706433/').hostname)).toBe('127.0.0.1');
  expect(addressOf(new URL('https://[::1]/').hostname)).toBe('::1');
  expect(addressOf('midad.example')).toBeUndefined();
});

it('lookupOutside fails for a name of a private address', async () => {
  const error = await new Promise((resolve) => lookupOutside('localhost', {}, resolve));
  expect(error).toBeInstanceOf(PrivateNetwork);
});
