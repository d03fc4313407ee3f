import { domainToUnicode } from 'node:url';

const HIDDEN = '•••';

/** The first letters of a part, but never more than half of it: the first of «a@…» would be all of it. */
function beginning(part: string, most: number): string {
  const letters = Array.from(part);
  const shown = letters.slice(0, Math.min(most, Math.floor(letters.length / 2))).join('');
  return /^[\p{L}\p{N}]*$/u.test(shown) ? shown : '';
}

/**
 * `a•••@gm•••` for amal@gmail.com: enough to tell two writers apart, too little to write to. The dots are
 * always three, so that they do not tell a length.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return HIDDEN;
  const [provider = ''] = domainToUnicode(address.slice(at + 1)).split('.');
  return `${beginning(address.slice(0, at), 1)}${HIDDEN}@${beginning(provider, 2)}${HIDDEN}`;
}
