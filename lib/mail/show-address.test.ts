import { describe, expect, it } from 'vitest';
import { readMailAddress } from './address.ts';
import { showAddress } from './show-address.ts';

describe('showAddress', () => {
  it.each(['x@صحيفة.مصر', 'user@موقع.مصر', 'salma@example.org', 'user@اتصالات.امارات'])(
    'shows the domain as it is written: %s',
    (written) => {
      expect(showAddress(readMailAddress(written)!)).toBe(written);
    },
  );

  it.each(['user@xn--ggle-55da.com', 'user@xn--bcher-kva.example', 'user@xn--4gbrim.com', 'nobody', ''])(
    'keeps a domain that could be mistaken for another: %s',
    (kept) => {
      expect(showAddress(kept)).toBe(kept);
    },
  );
});
