/*
 * Which letters each font file holds. fontsource's «arabic» files lack digits and «», which are in the latin
 * files. Every page loads four files. They hold only what Arabic and basic Latin news needs, and stay within
 * 55 kB together (e2e/budgets.spec.ts). Letters of some countries and signs of religious and historical
 * text have their own files. A browser requests those only when a page contains one of their characters.
 */
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)).join('');

export const ARABIC =
  range(0x621, 0x63a) +
  range(0x640, 0x652) +
  range(0x660, 0x669) +
  ' \u060C\u061B\u061F\u066A\u066B\u066C\u0670\u067E\u0686\u06A4\u06AF\u200C\u200D\u200E\u200F';
const LATIN = `${range(0x20, 0x7e)}\u00A0«»…–—“”‘’•·×`;
const DIGITS = ' \u00A00123456789.,:;!?()[]%+-/"\'«»…–—“”‘’•·×*#@&=_';

/**
 * Letters of Persian, Kurdish, Urdu and Amazigh in Arabic script, Morocco's ݣ and ڭ; old and dotless letters;
 * hamzas and signs on letters.
 */
export const OTHER_LETTERS =
  'ٱژڭݣکیۀہھںےۓٹڈڑڕڵڼړږۆۇۈۊۋۍێېەٮٯڡ\u0653\u0654\u0655\u0656\u0657ڤچپگ۰۱۲۳۴۵۶۷۸۹؍۔﷼﴾﴿۞۩';
/**
 * Letters that Vazirmatn lacks: of Tunisia and Algeria, of Maghrebi script, of Kurdish and Kyrgyz. A word
 * that contains one is set in Naskh as a whole.
 */
export const NASKH_LETTERS = 'ڨڥڢڧڛۅݐٲٳٵ';
/** Signs of religious and historical text. Both faces use Naskh for them. */
export const SIGNS = `ﷺﷻ﷽؉؊؞${range(0x600, 0x604)}${range(0x610, 0x614)}${range(0x6d6, 0x6dc)}\u06DD${range(0x6df, 0x6e8)}${range(0x6ea, 0x6ed)}`;

const SHAPING = [
  'ccmp',
  'init',
  'medi',
  'fina',
  'isol',
  'rlig',
  'liga',
  'calt',
  'mark',
  'mkmk',
  'curs',
  'kern',
];
const WEIGHTS = { min: 400, max: 700 };

export type FontFile = {
  name: string;
  family: string;
  script: string;
  text: string;
  keepFeatures: string[];
  wght: number | typeof WEIGHTS;
  isRare: boolean;
};

// Latin letters in reading text use Vazirmatn, so Naskh needs only digits and signs from its latin file, in
// one weight.
export const FONT_FILES: FontFile[] = [
  {
    name: 'vazirmatn-arabic',
    family: 'vazirmatn',
    script: 'arabic',
    text: ARABIC,
    keepFeatures: SHAPING,
    wght: WEIGHTS,
    isRare: false,
  },
  {
    name: 'vazirmatn-latin',
    family: 'vazirmatn',
    script: 'latin',
    text: LATIN,
    keepFeatures: ['kern'],
    wght: WEIGHTS,
    isRare: false,
  },
  {
    name: 'noto-naskh-arabic-arabic',
    family: 'noto-naskh-arabic',
    script: 'arabic',
    text: ARABIC,
    keepFeatures: SHAPING,
    wght: WEIGHTS,
    isRare: false,
  },
  {
    name: 'noto-naskh-arabic-latin',
    family: 'noto-naskh-arabic',
    script: 'latin',
    text: DIGITS,
    keepFeatures: [],
    wght: 400,
    isRare: false,
  },
  {
    name: 'vazirmatn-letters',
    family: 'vazirmatn',
    script: 'arabic',
    text: OTHER_LETTERS,
    keepFeatures: SHAPING,
    wght: WEIGHTS,
    isRare: true,
  },
  {
    name: 'noto-naskh-arabic-letters',
    family: 'noto-naskh-arabic',
    script: 'arabic',
    text: OTHER_LETTERS + NASKH_LETTERS,
    keepFeatures: SHAPING,
    wght: WEIGHTS,
    isRare: true,
  },
  {
    name: 'noto-naskh-arabic-signs',
    family: 'noto-naskh-arabic',
    script: 'arabic',
    text: SIGNS,
    keepFeatures: SHAPING,
    wght: 400,
    isRare: true,
  },
];

/**
 * For `unicode-range`: a browser requests a file only if the page has one of its letters that earlier files
 * lack.
 */
export const unicodeRange = (text: string): string =>
  [...new Set(text)]
    .filter((letter) => !ARABIC.includes(letter))
    .map((letter) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase()}`)
    .join(', ');
