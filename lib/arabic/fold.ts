/**
 * What stands inside words and means nothing to a search: vowel signs, tatweel, small letters of the Quran,
 * invisible characters.
 */
const UNHEARD = /[\p{M}\p{Cf}\u0640\u06E5\u06E6]/gu;

/** The spellings of each letter; the last ones are of the keyboards of Iran, Iraq and the Maghreb. */
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
/** Every other spelling with the letter that it is. */
export const SPELLING_PAIRS = Object.entries(SPELLINGS).flatMap(([letter, others]) =>
  Array.from(others, (other) => [other, letter] as const),
);
const LETTER = new Map(SPELLING_PAIRS);
const FOLDED = new RegExp(`[${Object.values(SPELLINGS).join('')}]`, 'g');
/** مسئول is مسؤول, شئون is شؤون, رءوس is رؤوس. */
const HAMZA_BEFORE_WAW = /[ئء](?=و)/g;
const LATIN_WITH_MARKS = /[\u00E0-\u024F\u1E00-\u1EFF]/g;

/** A character for each digit of both Arabic kinds: ٣ and ۳ become 3. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/**
 * One way to write what a reader sees: no vowel signs, tatweel or invisible characters, ASCII digits, small
 * letters. Hamzas stay.
 */
export const cleanText = (text: string): string =>
  asciiDigits(text.normalize('NFKC').toLowerCase().replace(UNHEARD, ''));

/** Joins the spellings of an Arabic letter (أ/ا, ى/ي, ة/ه), one for one. */
export const joinSpellings = (text: string): string =>
  text.replace(HAMZA_BEFORE_WAW, 'و').replace(FOLDED, (letter) => LETTER.get(letter)!);

/**
 * Joins the spellings of a letter, those of Latin ones (é/e) as well. Arabic keeps its length, letter by
 * letter. Takes clean text.
 */
export function foldLetters(text: string): string {
  return joinSpellings(text).replace(LATIN_WITH_MARKS, (letter) =>
    letter.normalize('NFD').replace(/\p{M}/gu, ''),
  );
}

/** For comparing: two texts that a reader would call the same have the same fold. */
export const fold = (text: string): string => foldLetters(cleanText(text)).replace(/\s+/g, ' ').trim();
