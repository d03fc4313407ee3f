const FORMATTING = /[\u202A-\u202E\u2066-\u206F]/g;
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g;
/** Control characters except tab and line ends, lone surrogates, characters that XML forbids. */
const UNREADABLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Cs}/gu;
/** Invisible zero-width characters: soft hyphen, zero-width space, word joiner, annotations, tags … */
const INVISIBLE =
  /[\u00AD\u034F\u17B4\u17B5\u180E\u200B\u2060-\u2065\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Korean and Braille characters without a visible glyph, of which invisible names are made. */
const BLANK = /[\u115F\u1160\u3164\uFFA0\u2800]/g;
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Joiners shape Persian words and build emoji. Anywhere else they are invisible noise. */
const JOINERS = /([\u200C\u200D])[\u200C\u200D]*/g;
const LOOSE_JOINER =
  /(?<!(?!\p{Script=Latin})\p{L}|[\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?!(?!\p{Script=Latin})\p{L}|\p{Extended_Pictographic})/gu;

/** Arabic needs at most four marks on a letter. Higher towers overlap the lines above. */
const TOWER = /(\p{M}{4})\p{M}+/gu;
/** Matches only at the start of a row: a match attempt at every position takes minutes on a long row. */
const DIRECTION_MARK_IN_TOWER = /(?<![\u061C\u200E\u200F])[\u061C\u200E\u200F]+(?=\p{M})/gu;
const VISIBLE = /[^\s\p{C}\p{M}]/u;

function clean(text: string): string {
  const readable = text
    .replace(UNREADABLE, '')
    .replace(FORMATTING, '')
    .replace(INVISIBLE, '')
    .replace(BLANK, ' ');
  const joined = readable.replace(JOINERS, '$1').replace(LOOSE_JOINER, '');
  return VISIBLE.test(joined) ? joined.replace(DIRECTION_MARK_IN_TOWER, '').replace(TOWER, '$1') : '';
}

/** For text of unknown direction where `<bdi>` is not possible: titles, labels, messages. */
export const isolate = (text: string): string => `\u2068${text.replace(FORMATTING, '')}\u2069`;

/**
 * Cleans text typed as one line (a name, a query): removes hidden characters and direction marks, keeps
 * single spaces.
 */
export const cleanLine = (text: string): string =>
  clean(text.replace(LINE_END, ' ').replace(DIRECTION_MARKS, '')).replace(/\s+/g, ' ').trim();

export const withoutDirectionMarks = (text: string): string => text.replace(DIRECTION_MARKS, '');

/** Removes hidden characters from a part of a text and keeps its spaces and line ends. */
export const withoutHidden = (text: string): string =>
  text
    .replace(UNREADABLE, '')
    .replace(FORMATTING, '')
    .replace(INVISIBLE, '')
    .replace(DIRECTION_MARKS, '')
    .replace(BLANK, ' ')
    .replace(/[\v\f]/g, '')
    .replace(/[\u0085\u2028\u2029]/g, ' ');

/**
 * Cleans text typed as paragraphs: removes hidden characters and trailing spaces, keeps one blank line at
 * most.
 */
export function cleanMultiline(text: string): string {
  const lines = clean(text.replace(LINE_END, '\n'))
    .split('\n')
    .map((line) => (VISIBLE.test(line) ? line.trimEnd() : ''));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
