import { expect, it } from 'vitest';
import { networkIndex, networkKnownUntil, networkOf } from './network.ts';

it.each([
  ['203.0.113.77', '203.0.113'],
  ['203.0.113.1', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['::FFFF:203.0.113.77', '203.0.113'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
  ['2001:0DB8:0001:ffff::1', '2001:db8:1'],
  ['2001:db8::1', '2001:db8:0'],
  ['2001:db8:1::', '2001:db8:1'],
  ['fe80::1%eth0', 'fe80:0:0'],
  ['::1', '0:0:0'],
  ['', 'unknown'],
  ['unknown', 'unknown'],
  ['203.0.113.77.5', 'unknown'],
  ['999.0.0.1', 'unknown'],
  ['<script>', 'unknown'],
])('networkOf %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('networkIndex is one value for a network, day and key', () => {
  const key = Buffer.alloc(32, 1);
  const morning = new Date('2026-11-23T00:00:00Z');
  const value = networkIndex(key, '203.0.113.77', morning);
  expect(networkIndex(key, '203.0.113.5', new Date('2026-11-23T23:59:59.999Z'))).toBe(value);
  const others = [
    networkIndex(key, '203.0.114.77', morning),
    networkIndex(key, '203.0.113.77', new Date('2026-11-24T00:00:00Z')),
    networkIndex(Buffer.alloc(32, 2), '203.0.113.77', morning),
  ];
  expect(others).not.toContain(value);
  expect(value).not.toContain('203');
});

it('networkKnownUntil is the moment when the index changes', () => {
  const key = Buffer.alloc(32, 1);
  const at = new Date('2026-12-31T22:30:00Z');
  const until = networkKnownUntil(at);
  const value = networkIndex(key, '203.0.113.77', at);
  expect(networkIndex(key, '203.0.113.77', new Date(until.getTime() - 1))).toBe(value);
  expect(networkIndex(key, '203.0.113.77', until)).not.toBe(value);
});
