/**
 * Letters that old programs wrote in the shape they have in a word; the block's signs (ﷺ ﷲ ﷼) are letters of
 * their own.
 */
const SHAPED = /[\uFB50-\uFDEF\uFE80-\uFEFC]+/g;
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]/g;
const INVISIBLE = /[\u00AD\u034F\u180E\u200B\u2060-\u2065\uFEFF\uFFF9-\uFFFC]/g;
/** Joiners shape Persian words, the «هـ» of years and emoji; anywhere else they only hide. */
const LOOSE_JOINER =
  /(?<![\p{Script=Arabic}\u0640\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]+/gu;
const UNREADABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const SPACES = /[\t\n\r \u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;

/**
 * Pasted words as they should have been written, with the signs that turn a line: whoever reads the line
 * takes them out.
 */
export const cleanPastedWords = (text: string): string =>
  text
    .replace(SHAPED, (shaped) => shaped.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(LOOSE_JOINER, '')
    .replace(UNREADABLE, '')
    .replace(SPACES, ' ')
    .normalize('NFC');

/** The same without those signs. Tatweel and vowel signs are the writer's; line ends count as spaces. */
export const cleanPastedText = (text: string): string => cleanPastedWords(text.replace(DIRECTIONS, ''));
