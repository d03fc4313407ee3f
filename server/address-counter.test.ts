import { expect, it } from 'vitest';
import type { AddressHit } from '#db/paper/redirects.ts';
import { createAddressCounter } from './address-counter.ts';

it('writes each sum once, merges the spellings of an address, and limits how many it holds', async () => {
  const written: AddressHit[][] = [];
  const { count, flush } = createAddressCounter(async (sums) => void written.push(sums));
  for (const path of ['/ar/x', '/x/', '/x?q=1']) count(path, 'missing');
  for (let n = 0; n < 2000; n++) count(`/scan/${n}`, 'missing');
  await flush();
  await flush();
  expect(written[0]![0]).toEqual({ path: '/x', kind: 'missing', hits: 3 });
  expect(written[0]!.length).toBeLessThanOrEqual(500);
  expect(written[1]).toEqual([]);
});

it.each([
  '/ar/comments/somebodys-token',
  '/en/comments/notices/token',
  '/ar/preview/token',
  '/ar/mail/reader%40example.org',
  '/ar/reader@example.org',
])('does not count the private address %s', async (path) => {
  const written: AddressHit[][] = [];
  const { count, flush } = createAddressCounter(async (sums) => void written.push(sums));
  count(path, 'missing');
  await flush();
  expect(written).toEqual([[]]);
});
