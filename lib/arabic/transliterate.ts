import { asciiDigits } from './fold.ts';

/**
 * One or two Latin letters for each Arabic one, as in addresses and passports of the region. Both omit short
 * vowels.
 */
const LATIN: Record<string, string> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ء: '',
  ئ: 'i',
  ؤ: 'w',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ة: 'a',
  و: 'w',
  ي: 'y',
  ى: 'a',
  پ: 'p',
  چ: 'ch',
  ژ: 'zh',
  گ: 'g',
  ڤ: 'v',
  ڨ: 'g',
  ک: 'k',
  ی: 'y',
  ې: 'e',
  ہ: 'h',
  ھ: 'h',
  ں: 'n',
  ے: 'e',
  ڭ: 'g',
  ۀ: 'h',
  ە: 'a',
  '\u064E': 'a',
  '\u0650': 'i',
  '\u064F': 'u',
  '\u064B': 'an',
  '\u064D': 'in',
  '\u064C': 'un',
};
/** After a consonant, and if no vowel follows, و and ي are vowels. */
const CONSONANT = 'بتثجحخدذرزسشصضطظعغفقكلمنهپچژگڤڨک';
const VOWELS: [RegExp, string][] = [
  [new RegExp(`(?<=[${CONSONANT}])و(?![اويىةآ])`, 'gu'), 'u'],
  [new RegExp(`(?<=[${CONSONANT}])ي(?![اويىةآ])`, 'gu'), 'i'],
];

/**
 * A text in Latin letters, joined by hyphens, for a URL that stays short in any encoding. Empty if no letter
 * can be transliterated.
 */
export function latinSlug(text: string, most: number): string {
  const marked = asciiDigits(text.normalize('NFC'))
    .replace(/\p{Cf}|\u0640|\u0651|\u0652/gu, '')
    .replace(/(?<=^|\s)(?:ال|\u0671ل)(?=\p{L}{2})/gu, 'ال-');
  const heard = VOWELS.reduce((word, [letter, vowel]) => word.replace(letter, vowel), marked);
  const letters = [...heard]
    .map((letter) => LATIN[letter] ?? letter)
    .join('')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const words = letters.replace(/[^a-z0-9]+/g, '-').replace(/^[-0-9]+|-+$/g, '');
  if (words.length <= most) return words;
  const cut = words.lastIndexOf('-', most);
  return words.slice(0, cut > 0 ? cut : most);
}
