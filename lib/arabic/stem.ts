import { foldLetters } from './fold.ts';
import { SPELLINGS } from './lexicon.ts';
import { stemArabic } from './stem-arabic.ts';
import { stemEnglish } from './stem-english.ts';
import { isStopStem, isStopWord } from './stop-words.ts';

const ARABIC = /^[\u0621-\u064A\u066E-\u06D3\u0763]+$/;

/**
 * Adds a tatweel, which no clean word contains, to stems that equal a stop word. Otherwise the name منى or a
 * هيئة would match every من or هي.
 */
const apart = (stem: string) => (isStopStem(stem) ? `${stem}ـ` : stem);

const stem = (word: string) => apart(ARABIC.test(word) ? stemArabic(word) : stemEnglish(foldLetters(word)));

const spellings = new Map(
  SPELLINGS.flatMap(([first, ...others]) => others.map((other) => [stem(other), stem(first!)] as const)),
);

/** The search stem of a word. Expects a word from `words`. */
export function stemWord(word: string): string {
  if (isStopWord(word)) return foldLetters(word);
  const found = stem(word);
  return spellings.get(found) ?? found;
}
