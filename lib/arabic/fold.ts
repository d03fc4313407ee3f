/**
 * Characters inside words that a search ignores: vowel signs, tatweel, small Quranic letters, invisible
 * characters.
 */
const UNHEARD = /[\p{M}\p{Cf}\u0640\u06E5\u06E6]/gu;

/** The spellings of each letter. The last lines are from keyboards of Iran, Iraq and the Maghreb. */
const SPELLINGS = {
  ا: 'أإآٱ',
  ي: 'ىیېےئ',
  و: 'ؤ',
  ه: 'ةۀہھە',
  ك: 'کگڭݣ',
  ق: 'ڨ',
  ف: 'ڤ',
  ب: 'پ',
  ج: 'چ',
  ز: 'ژ',
};
/** Every other spelling, paired with its letter. */
export const SPELLING_PAIRS = Object.entries(SPELLINGS).flatMap(([letter, others]) =>
  Array.from(others, (other) => [other, letter] as const),
);
const LETTER = new Map(SPELLING_PAIRS);
const FOLDED = new RegExp(`[${Object.values(SPELLINGS).join('')}]`, 'g');
/** Makes مسئول equal to مسؤول, شئون to شؤون, رءوس to رؤوس. */
const HAMZA_BEFORE_WAW = /[ئء](?=و)/g;
const LATIN_WITH_MARKS = /[\u00E0-\u024F\u1E00-\u1EFF]/g;

/** Replaces Arabic and Persian digits one for one: ٣ and ۳ become 3. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/**
 * A normal form of visible text: no vowel signs, tatweel or invisible characters; ASCII digits, lower case.
 * Hamzas stay.
 */
export const cleanText = (text: string): string =>
  asciiDigits(text.normalize('NFKC').toLowerCase().replace(UNHEARD, ''));

/** Joins the spellings of an Arabic letter (أ/ا, ى/ي, ة/ه), one for one. */
export const joinSpellings = (text: string): string =>
  text.replace(HAMZA_BEFORE_WAW, 'و').replace(FOLDED, (letter) => LETTER.get(letter)!);

/**
 * Joins the spellings of a letter, also of Latin ones (é/e). Arabic text keeps its length, letter by letter.
 * Expects clean text.
 */
export function foldLetters(text: string): string {
  return joinSpellings(text).replace(LATIN_WITH_MARKS, (letter) =>
    letter.normalize('NFD').replace(/\p{M}/gu, ''),
  );
}

/** For comparison: two texts that a reader would call the same have the same fold. */
export const fold = (text: string): string => foldLetters(cleanText(text)).replace(/\s+/g, ' ').trim();
