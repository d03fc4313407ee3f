import { expect, it } from 'vitest';
import { readableAddress, readableText } from './readable-address.ts';

const coded = 'https://ar.wikipedia.org/wiki/%D8%B7%D8%B1%D8%A7%D8%A8%D9%84%D8%B3';

it.each([
  [coded, 'https://ar.wikipedia.org/wiki/طرابلس'],
  [
    `${coded}%20%28%D9%84%D9%8A%D8%A8%D9%8A%D8%A7%29?a=%2F&b=%25`,
    'https://ar.wikipedia.org/wiki/طرابلس%20%28ليبيا%29?a=%2F&b=%25',
  ],
  ['https://x.example/%d9%85', 'https://x.example/م'],
  ['https://x.example/%D9', 'https://x.example/%D9'],
  ['https://x.example/%D9%85%D9', 'https://x.example/م%D9'],
  ['https://x.example/%E2%80%AEgpj', 'https://x.example/%E2%80%AEgpj'],
  ['https://x.example/%D8%8C%C2%AB', 'https://x.example/%D8%8C%C2%AB'],
  ['https://x.example/%C3%A9%F0%9F%98%80', 'https://x.example/é😀'],
  ['https://x.example/%E0%80%80', 'https://x.example/%E0%80%80'],
])('readableAddress of %s is %s', (address, readable) => {
  expect(readableAddress(address)).toBe(readable);
  // Both lead to the same page.
  expect(new URL(readable).href.toUpperCase()).toBe(new URL(address).href.toUpperCase());
});

it('readableText decodes and isolates addresses within text', () => {
  expect(readableText(`انظر (${coded}).`)).toBe('انظر \u2066(https://ar.wikipedia.org/wiki/طرابلس\u2069).');
  expect(readableText('نسبة 5%D وكلام 100% مع https://x.example/a%20b')).toBe(
    'نسبة 5%D وكلام 100% مع https://x.example/a%20b',
  );
});
