import { fold } from './fold.ts';

/*
 * Folding a text to look into it costs more than looking. Nearly all texts are made of signs whose spellings
 * are known, and in those one expression over the text as it is written finds every place that could be
 * meant; only what it lets through is folded.
 */
const MARKS = '\\u0640\\u064B-\\u0652';
/** Ordinary Arabic and English; in what holds anything else the expression is not trusted. */
const ORDINARY =
  /^[\t\n\r -~\u00AB\u00BB\u060C\u061B\u061F\u0621-\u063A\u0640-\u0652\u0660-\u066C\u2013\u2014\u2018-\u201D]*$/;
/** Hamzas before و are heard as another و. */
const SPELLINGS: Record<string, string> = { ا: 'اأإآ', ي: 'يىئ', و: 'وؤئء', ه: 'هة' };

function spellings(letter: string): string {
  if (letter === ' ') return `\\s[\\s${MARKS}]*`;
  if (/[a-z]/.test(letter)) return `[${letter}${letter.toUpperCase()}]`;
  if (/\d/.test(letter)) return `[${letter}${String.fromCharCode(0x660 + Number(letter))}]`;
  return `[${SPELLINGS[letter] ?? letter.replace(/[\\\]^-]/, '\\$&')}]`;
}

/**
 * A test for texts in which a reader would find these words: the same answer as looking for their fold in the
 * text's fold.
 */
export function createFoldedSearch(words: string): (text: string) => boolean {
  const wanted = fold(words);
  const expression = new RegExp(Array.from(wanted, spellings).join(`[${MARKS}]*`), 'u');
  return (text) => (expression.test(text) || !ORDINARY.test(text)) && fold(text).includes(wanted);
}
