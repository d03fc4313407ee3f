/*
 * Characters as a reader counts them: «مَّ» is one, and so is an emoji family of four. Has no imports,
 * because it is also sent to readers.
 */

/**
 * Browsers from before 2024 may lack it. Then code points are counted, so that the rest of the script still
 * runs.
 */
const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('ar', { granularity: 'grapheme' }) : undefined;

const charactersOf = (text: string): string[] =>
  segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];

/** Letters, digits and signs that never combine with a neighbour. Most texts consist of these. */
const PLAIN =
  /^[\n\x20-\x7E\xA0-\xAC\xAE-\u02FF\u060B-\u060F\u061B\u061D-\u064A\u0660-\u066F\u0671-\u06D5\u06EE-\u06FF\u2010-\u2027]*$/;

export const countCharacters = (text: string): number =>
  PLAIN.test(text) ? text.length : charactersOf(text).length;

/**
 * The average number of code points a character may have in a long text: a letter with shadda, vowel and a
 * Quranic mark has four.
 */
const DEEPEST = 6;

/**
 * The hard bound behind a limit: one character can have any number of code points, but storage is limited. In
 * UTF-16 units, as `maxlength` counts.
 */
export const mostUnits = (most: number): number => most * DEEPEST;

/**
 * Whether a text is longer than a limit, counted in characters, or longer than the hard bound in code units.
 */
export const isLongerThan = (text: string, most: number): boolean =>
  text.length > mostUnits(most) || (text.length > most && countCharacters(text) > most);

/** The first characters of a text, without cutting a character. */
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
