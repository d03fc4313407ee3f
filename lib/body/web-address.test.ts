import { describe, expect, it } from 'vitest';
import { cleanAddress } from './web-address.ts';

describe('cleanAddress', () => {
  it.each([
    ['https://x.example/?a=1&fbclid=2', 'https://x.example/?a=1'],
    ['https://x.example/?utm_source=a&%75tm_medium=b#top', 'https://x.example/#top'],
    // The encoding may be other than UTF-8, or missing: the address stays as it is.
    ['https://x.example/?a%=1&fbclid=2', 'https://x.example/?a%=1'],
    ['https://x.example/?%C7%E1=3&fbclid=x', 'https://x.example/?%C7%E1=3'],
    ['https://x.example/?q=%C7%E1%&utm_source=x', 'https://x.example/?q=%C7%E1%'],
    ['https://www.google.com/url?q=https://x.example/?a%25=1%26fbclid=2', 'https://x.example/?a%=1'],
  ])('cleans %s', (address, cleaned) => expect(cleanAddress(address)).toBe(cleaned));

  it.each(['javascript:alert(1)', 'x.example', 'https://', ''])('rejects %j', (address) =>
    expect(cleanAddress(address)).toBeUndefined(),
  );
});
