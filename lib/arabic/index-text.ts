import { stemWord } from './stem.ts';
import { words } from './words.ts';

/** The stems of a text, for the search index. Stop words stay: phrases may hold them. */
export function indexText(text: string): string {
  const known = new Map<string, string>();
  const stem = (word: string) => known.get(word) ?? known.set(word, stemWord(word)).get(word)!;
  return words(text).map(stem).join(' ');
}
