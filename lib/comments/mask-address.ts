import { domainToUnicode } from 'node:url';

const HIDDEN = '•••';

/** The first letters of a part, but at most half of it: for «a@…» one letter would be all of it. */
function beginning(part: string, most: number): string {
  const letters = Array.from(part);
  const shown = letters.slice(0, Math.min(most, Math.floor(letters.length / 2))).join('');
  return /^[\p{L}\p{N}]*$/u.test(shown) ? shown : '';
}

/**
 * `a•••@gm•••` for amal@gmail.com: enough to distinguish two writers, too little to write to. Always three
 * dots, so that they do not reveal the length.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return HIDDEN;
  const [provider = ''] = domainToUnicode(address.slice(at + 1)).split('.');
  return `${beginning(address.slice(0, at), 1)}${HIDDEN}@${beginning(provider, 2)}${HIDDEN}`;
}
