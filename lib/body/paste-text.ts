/**
 * Presentation forms: letters that old programs wrote in their shape within a word. The signs of this Unicode
 * block (ﷺ ﷲ ﷼) are characters in their own right.
 */
const SHAPED = /[\uFB50-\uFDEF\uFE80-\uFEFC]+/g;
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]/g;
const INVISIBLE = /[\u00AD\u034F\u180E\u200B\u2060-\u2065\uFEFF\uFFF9-\uFFFC]/g;
/** Joiners shape Persian words, the «هـ» of years and emoji. Anywhere else they are invisible noise. */
const LOOSE_JOINER =
  /(?<![\p{Script=Arabic}\u0640\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]+/gu;
const UNREADABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const SPACES = /[\t\n\r \u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;

/** Cleans pasted text but keeps direction controls; `runsOf` removes them when it reads the line. */
export const cleanPastedWords = (text: string): string =>
  text
    .replace(SHAPED, (shaped) => shaped.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(LOOSE_JOINER, '')
    .replace(UNREADABLE, '')
    .replace(SPACES, ' ')
    .normalize('NFC');

/** The same without direction controls. Tatweel and vowel signs stay; line ends become spaces. */
export const cleanPastedText = (text: string): string => cleanPastedWords(text.replace(DIRECTIONS, ''));
