import { fold } from './fold.ts';

/*
 * Folding a text costs more than searching it. Nearly all texts consist of characters with known spellings.
 * In those, one expression on the unfolded text finds every possible hit. Only a text that it matches, or
 * that has other characters, is folded.
 */
const MARKS = '\\u0640\\u064B-\\u0652';
/** Ordinary Arabic and English. The expression is reliable only in texts of these characters. */
const ORDINARY =
  /^[\t\n\r -~\u00AB\u00BB\u060C\u061B\u061F\u0621-\u063A\u0640-\u0652\u0660-\u066C\u2013\u2014\u2018-\u201D]*$/;
/** A hamza before و folds to another و. */
const SPELLINGS: Record<string, string> = { ا: 'اأإآ', ي: 'يىئ', و: 'وؤئء', ه: 'هة' };

function spellings(letter: string): string {
  if (letter === ' ') return `\\s[\\s${MARKS}]*`;
  if (/[a-z]/.test(letter)) return `[${letter}${letter.toUpperCase()}]`;
  if (/\d/.test(letter)) return `[${letter}${String.fromCharCode(0x660 + Number(letter))}]`;
  return `[${SPELLINGS[letter] ?? letter.replace(/[\\\]^-]/, '\\$&')}]`;
}

/**
 * Returns a test whether a text contains these words. It gives the same result as a search for their fold in
 * the text's fold.
 */
export function createFoldedSearch(words: string): (text: string) => boolean {
  const wanted = fold(words);
  const expression = new RegExp(Array.from(wanted, spellings).join(`[${MARKS}]*`), 'u');
  return (text) => (expression.test(text) || !ORDINARY.test(text)) && fold(text).includes(wanted);
}
