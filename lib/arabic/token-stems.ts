import { stemWord } from './stem.ts';
import { tokenWords } from './words.ts';

/** Texts of one site share most of their words, so most lookups hit the cache. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 40;

const known = new Map<string, readonly string[]>();

/** The search stems of a token: usually one, several for characters like ﷺ that represent several words. */
export function tokenStems(token: string): readonly string[] {
  const kept = known.get(token);
  if (kept) return kept;
  const stems = tokenWords(token).map(stemWord);
  if (token.length > LONGEST_KEPT) return stems;
  if (known.size >= MOST_KEPT) known.clear();
  // A copy: a substring would keep the whole text in memory.
  known.set(Buffer.from(token).toString(), stems);
  return stems;
}
