import { stemWord } from './stem.ts';
import { tokenWords } from './words.ts';

/** Texts of one paper share their words: most of a text is found here. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 40;

const known = new Map<string, readonly string[]>();

/** What a token is searched by: one stem as a rule, more for signs like ﷺ that stand for several words. */
export function tokenStems(token: string): readonly string[] {
  const kept = known.get(token);
  if (kept) return kept;
  const stems = tokenWords(token).map(stemWord);
  if (token.length > LONGEST_KEPT) return stems;
  if (known.size >= MOST_KEPT) known.clear();
  // A copy: the token is a piece of a whole text, which would be held with it.
  known.set(Buffer.from(token).toString(), stems);
  return stems;
}
