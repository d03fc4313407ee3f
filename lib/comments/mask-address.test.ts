import { expect, it } from 'vitest';
import { maskAddress } from './mask-address.ts';

it.each([
  ['amal@gmail.com', 'a•••@gm•••'],
  ['salma.haddad+news@mail.example.org', 's•••@ma•••'],
  ['سلمى@مثال.إختبار', 'س•••@مث•••'],
  ['ab@abc.org', 'a•••@a•••'],
  ['a@qq.com', '•••@q•••'],
  ['a@x.org', '•••@•••'],
  ['amal@localhost', 'a•••@lo•••'],
  ['amal@[192.0.2.1]', 'a•••@•••'],
  ['"a@b"@gmail.com', '•••@gm•••'],
  ['a@b@gmail.com', 'a•••@gm•••'],
  ['.amal@gmail.com', '•••@gm•••'],
  ['\u202Eamal@gmail.com', '•••@gm•••'],
  ['😀😀😀@gmail.com', '•••@gm•••'],
  ['𝐚𝐛𝐜@gmail.com', '𝐚•••@gm•••'],
  ['@gmail.com', '•••@gm•••'],
  ['amal@', 'a•••@•••'],
  ['@', '•••@•••'],
  ['amal', '•••'],
  ['', '•••'],
])('maskAddress of %s is %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

it('maskAddress does not reveal the length', () => {
  expect(maskAddress(`amal${'x'.repeat(60)}@gmail.example`)).toBe(maskAddress('amal@gmail.com'));
});
