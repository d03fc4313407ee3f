import { describe, expect, it } from 'vitest';
import { readMailAddress } from './address.ts';
import { showAddress } from './show-address.ts';

describe('a kept address', () => {
  it.each(['x@صحيفة.مصر', 'user@موقع.مصر', 'salma@example.org', 'user@اتصالات.امارات'])(
    'is shown as it is written: %s',
    (written) => {
      expect(showAddress(readMailAddress(written)!)).toBe(written);
    },
  );

  it.each(['user@xn--ggle-55da.com', 'user@xn--bcher-kva.example', 'user@xn--4gbrim.com', 'nobody', ''])(
    'stays as it is where its domain could be taken for another: %s',
    (kept) => {
      expect(showAddress(kept)).toBe(kept);
    },
  );
});
