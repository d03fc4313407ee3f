import { asciiDigits } from './fold.ts';

const MAX_CHARACTERS = 80;

/**
 * A headline as the readable end of an address: words as they are written, hamzas kept, joined by hyphens and cut between two words.
 * Empty when there is no letter or digit.
 */
export function slugify(headline: string): string {
  const letters = asciiDigits(headline.normalize('NFC').toLowerCase().replace(/[\p{M}\p{Cf}\u0640'’]/gu, ''));
  const characters = [...letters.replace(/[^\p{L}\p{Nd}]+/gu, '-').replace(/^-|-$/g, '')];
  if (characters.length <= MAX_CHARACTERS) return characters.join('');
  const cut = characters.slice(0, MAX_CHARACTERS + 1).lastIndexOf('-');
  return characters.slice(0, cut > 0 ? cut : MAX_CHARACTERS).join('');
}

/** A slug from a route, where it is percent-encoded; null when it is malformed. */
export function normalizeSlug(param: string): string | null {
  try {
    return decodeURIComponent(param).normalize('NFC');
  } catch {
    return null;
  }
}
