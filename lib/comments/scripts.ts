/*
 * Scripts in use today (the recommended ones of UAX 31), and those of our region. Lisu, Cherokee, Coptic and
 * similar scripts are omitted: text that we receive in them is disguised English.
 */
const NAMES = [
  'Arabic',
  'Latin',
  'Cyrillic',
  'Greek',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Ethiopic',
  'Tifinagh',
  'Syriac',
  'Thaana',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Myanmar',
  'Khmer',
];
const SCRIPTS = NAMES.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);
/** Japanese and Korean words combine two or three of these. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u30FC]/u;
/** Tatweel and letter apostrophes occur in words of several scripts. */
const SHARED = /[\u0640\u02BB\u02BC]/g;

export const UNKNOWN_SCRIPT = 'Unknown';

function scriptOf(letter: string): string {
  const known = SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0];
  return known ?? (EAST_ASIAN.test(letter) ? 'EastAsian' : UNKNOWN_SCRIPT);
}

/** The scripts of the letters in a text. Digits, marks and signs belong to none. */
export const scriptsOf = (text: string): Set<string> =>
  new Set(Array.from(text.replace(SHARED, '').matchAll(/\p{L}/gu), ([letter]) => scriptOf(letter)));
