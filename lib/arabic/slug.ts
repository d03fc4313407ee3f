import { cleanField } from './clean-field.ts';
import { asciiDigits } from './fold.ts';

const MAX_CHARACTERS = 80;

/**
 * A headline as the readable end of a URL: words as written, with hamzas, joined by hyphens and cut between
 * two words. Empty if there is no letter or digit.
 */
export function slugify(headline: string): string {
  const letters = asciiDigits(
    headline
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}\u0640'’]/gu, ''),
  );
  const characters = [...letters.replace(/[^\p{L}\p{Nd}]+/gu, '-').replace(/^-|-$/g, '')];
  if (characters.length <= MAX_CHARACTERS) return characters.join('');
  const cut = characters.slice(0, MAX_CHARACTERS + 1).lastIndexOf('-');
  return characters.slice(0, cut > 0 ? cut : MAX_CHARACTERS).join('');
}

/** Decodes the percent-encoded slug of a route; null if it is malformed. */
export function normalizeSlug(param: string): string | null {
  try {
    return decodeURIComponent(param).normalize('NFC');
  } catch {
    return null;
  }
}

/** Decodes percent-encoding, also if it was applied twice. Removes half a letter at the end. */
function decodeCodes(text: string): string {
  let decoded = /%[0-9a-f]{2}/i.test(text) ? text.replace(/%[0-9a-f]?$/i, '') : text;
  for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(decoded); times++) {
    decoded = decoded.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
      const bytes = codes
        .slice(1)
        .split('%')
        .map((code) => parseInt(code, 16));
      return new TextDecoder().decode(Uint8Array.from(bytes)).replaceAll('\uFFFD', '');
    });
  }
  return decoded;
}

/**
 * The slug in typed or pasted text: words, percent-encoded text from a browser, or a whole URL, of which the
 * last part counts.
 */
export function readSlug(typed: string): string {
  const text = typed.trim();
  const [, path] = /^https?:\/\/[^/\s]*\/?([^?#\s]*)/i.exec(text) ?? [];
  const parts = path?.split('/').filter(Boolean);
  return slugify(cleanField(decodeCodes(parts ? (parts.at(-1) ?? '') : text)));
}

/** Signs that distinguish names with the same letters. */
const SIGNS: [sign: RegExp, word: string][] = [
  [/(?<=[\p{L}\p{Nd}+])\+/gu, ' plus '],
  [/\+(?=[\p{L}\p{Nd}])/gu, ' plus '],
  [/(?<=[\p{L}\p{Nd}])[#♯]/gu, ' sharp '],
  [/(?<![\p{L}\p{Nd}])\.(?=\p{L})/gu, ' dot '],
  [/(?<=[\p{L}\p{Nd}])[*★]/gu, ' star '],
  [/(?<=\p{L})-(?![\p{L}\p{Nd}])/gu, ' minus '],
  [/@/g, ' at '],
  [/[%٪]/g, ' percent '],
  [/\$/g, ' dollar '],
  [/€/g, ' euro '],
  [/£/g, ' pound '],
  [/°/g, ' degree '],
];

/** The slug of a tag. C++, C# and C get different slugs. */
export const tagSlug = (name: string): string =>
  slugify(SIGNS.reduce((text, [sign, word]) => text.replace(sign, word), name));
