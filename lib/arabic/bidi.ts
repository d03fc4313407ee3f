const FORMATTING = /[\u202A-\u202E\u2066-\u206F]/g;
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g;
/** Control characters but tab and line ends, halves of characters, what XML may not hold. */
const UNREADABLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Cs}/gu;
/** Invisible characters of no width: soft hyphen, zero-width space, word joiner, annotations, tags … */
const INVISIBLE =
  /[\u00AD\u034F\u17B4\u17B5\u180E\u200B\u2060-\u2065\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Letters of Korean and Braille that are drawn as nothing, of which invisible names are made. */
const BLANK = /[\u115F\u1160\u3164\uFFA0\u2800]/g;
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Joiners shape Persian words and build emoji; anywhere else they only hide. */
const JOINERS = /([\u200C\u200D])[\u200C\u200D]*/g;
const LOOSE_JOINER =
  /(?<!(?!\p{Script=Latin})\p{L}|[\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?!(?!\p{Script=Latin})\p{L}|\p{Extended_Pictographic})/gu;

/** Four signs on a letter are more than Arabic needs; towers of them run over the lines above. */
const TOWER = /(\p{M}{4})\p{M}+/gu;
/** Looked for where a row of them begins only: from each of them anew, a long row would take minutes. */
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

/** For text of unknown direction where no `<bdi>` can stand: titles, labels, messages. */
export const isolate = (text: string): string => `\u2068${text.replace(FORMATTING, '')}\u2069`;

/**
 * What a person typed as one line (a name, a query): nothing that hides, no direction marks, single spaces.
 */
export const cleanLine = (text: string): string =>
  clean(text.replace(LINE_END, ' ').replace(DIRECTION_MARKS, '')).replace(/\s+/g, ' ').trim();

export const withoutDirectionMarks = (text: string): string => text.replace(DIRECTION_MARKS, '');

/** A part of a text without what hides in it; its spaces and line ends stay. */
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
 * What a person typed as paragraphs: nothing that hides, no spaces at the ends of lines, one blank line at
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
