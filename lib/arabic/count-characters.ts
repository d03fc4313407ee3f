/*
 * Characters as a reader counts them: «مَّ» is one, and so is a family of four in one picture. Imports
 * nothing, for readers get it too.
 */

/**
 * A browser of before 2024 may have none: there code points are counted, and the rest of its script goes on.
 */
const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('ar', { granularity: 'grapheme' }) : undefined;

const charactersOf = (text: string): string[] =>
  segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];

/**
 * Letters, digits and signs that stand alone: nothing hangs on them and they hang on nothing. Most texts are
 * made of these.
 */
const PLAIN =
  /^[\n\x20-\x7E\xA0-\xAC\xAE-\u02FF\u060B-\u060F\u061B\u061D-\u064A\u0660-\u066F\u0671-\u06D5\u06EE-\u06FF\u2010-\u2027]*$/;

export const countCharacters = (text: string): number =>
  PLAIN.test(text) ? text.length : charactersOf(text).length;

/**
 * Code points that one character may be made of, at the middle of many: a letter with shadda, vowel and a
 * mark of the Quran has four.
 */
const DEEPEST = 6;

/**
 * The bound behind a limit: what one character is made of has no end, what is stored has. In UTF-16 units, as
 * `maxlength` counts.
 */
export const mostUnits = (most: number): number => most * DEEPEST;

/** Whether a text is longer than a limit: by what a reader counts, and by what it is made of. */
export const isLongerThan = (text: string, most: number): boolean =>
  text.length > mostUnits(most) || (text.length > most && countCharacters(text) > most);

/** The first characters of a text, none of them cut apart. */
export function firstCharacters(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  let count = 0;
  for (const segment of charactersOf(text)) {
    if (++count > most || end + segment.length > mostUnits(most)) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
