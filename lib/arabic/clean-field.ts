import { cleanLine, cleanMultiline, withoutDirectionMarks, withoutHidden } from './bidi.ts';

/**
 * Arabic presentation forms of old systems, and Latin ligatures. Not ﷺ, ﷻ and ﷼, which are characters in
 * their own right.
 */
const SHAPES = /[\uFB00-\uFB06\uFB50-\uFDF9\uFE70-\uFEFC]/g;
/** NFKC puts a lone vowel sign on a space or a tatweel that the author did not type. */
const shaped = (shape: string) =>
  shape <= '\uFE7F' && shape >= '\uFE70' ? shape.normalize('NFKC').slice(1) : shape.normalize('NFKC');

/** One encoding of every letter: composed, and without presentation forms. */
const composed = (text: string): string => text.replace(SHAPES, shaped).normalize('NFC');

const STROKE = '\u0640';
const STROKES = /[\u0640\p{M}]+/gu;

/**
 * A tatweel inside a word is decoration, and a search does not find the word with it. At the end of a part
 * (هـ, لـ5, بـ«مداد») it is correct spelling.
 */
function withoutStrokes(text: string): string {
  if (!text.includes(STROKE)) return text;
  return text.replace(STROKES, (run, at: number) => {
    const first = run.indexOf(STROKE);
    if (first < 0) return run;
    const marks = run.replaceAll(STROKE, '');
    const isInside =
      /\p{L}/u.test(text.charAt(at - 1)) && /\p{Script=Arabic}/u.test(text.charAt(at + run.length));
    return isInside ? marks : run.slice(0, first) + STROKE + marks.slice(first);
  });
}

/** Composes a second time: a removed character may have separated a letter from its mark. */
const finished = (text: string): string => withoutStrokes(text).normalize('NFC');

/**
 * The stored form of a one-line field (headline, label, name, tag, caption, setting), whatever form or import
 * it comes from.
 */
export const cleanField = (text: string): string => finished(cleanLine(composed(text)));

/** The stored form of a field with several lines (a note, a biography). */
export const cleanProse = (text: string): string =>
  finished(cleanMultiline(withoutDirectionMarks(composed(text))));

/** A run of an article's text, between two others. Its leading and trailing spaces stay. */
export const cleanRun = (text: string): string => composed(withoutHidden(text));
