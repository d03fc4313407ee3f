import { cleanLine, cleanMultiline, withoutDirectionMarks, withoutHidden } from './bidi.ts';

/**
 * Letters in the shapes of old systems, and Latin ligatures. Not ﷺ, ﷻ and ﷼, which are signs of their own.
 */
const SHAPES = /[\uFB00-\uFB06\uFB50-\uFDF9\uFE70-\uFEFC]/g;
/** A vowel sign alone stands on a space or a tatweel that nobody typed. */
const shaped = (shape: string) =>
  shape <= '\uFE7F' && shape >= '\uFE70' ? shape.normalize('NFKC').slice(1) : shape.normalize('NFKC');

/** One spelling of every letter: composed, and in no fixed shape. */
const composed = (text: string): string => text.replace(SHAPES, shaped).normalize('NFC');

const STROKE = '\u0640';
const STROKES = /[\u0640\p{M}]+/gu;

/**
 * A stroke inside a word is decoration that no search finds through. At the end of a part (هـ, لـ5, بـ«مداد»)
 * it is how one writes.
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

/** Composed after as well as before: what was taken out may have stood between a letter and its sign. */
const finished = (text: string): string => withoutStrokes(text).normalize('NFC');

/**
 * A line of the newsroom (headline, label, name, tag, caption, setting) as it is kept, by whichever way it
 * comes in.
 */
export const cleanField = (text: string): string => finished(cleanLine(composed(text)));

/** Some lines of the newsroom (a note, a life story). */
export const cleanProse = (text: string): string =>
  finished(cleanMultiline(withoutDirectionMarks(composed(text))));

/** A run of an article's text, between two others: its spaces are its own. */
export const cleanRun = (text: string): string => composed(withoutHidden(text));
