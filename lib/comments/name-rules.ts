import { drawnLike, nameSkeleton } from './name-skeleton.ts';
import { RESERVED_NAMES } from './reserved-names.ts';
import { scriptsOf, UNKNOWN_SCRIPT } from './scripts.ts';

export type NameFault = 'symbols' | 'mixedScripts' | 'reserved';

/** Letters with their marks, digits, joiners within Persian words, spaces, and the signs of real names: Abd-Allah, O’Neil, B. */
const NAME = /^(?:[\p{L}0-9\u0660-\u0669\u06F0-\u06F9 '’‘\-‐‑–.·_\u200C\u200D]|(?!\p{Default_Ignorable_Code_Point})[\p{Mn}\p{Mc}])*$/u;
const STARTS_WITH_MARK = /^\s*\p{M}/u;
/** What parts the words of a name. An apostrophe does not: O’Соnnor is one word. */
const BETWEEN_WORDS = /[\s\-‐‑–.·_]+/;
/** «أحمد - المحرر» claims to be two things. */
const BETWEEN_CLAIMS = /\s[-‐‑–.·_]+\s/;

/** «Сара» in Cyrillic, of nothing but letters that look Latin. */
const looksLatin = (word: string) => Array.from(word.matchAll(/\p{L}/gu)).every(([letter]) => drawnLike(letter) !== undefined);

function mixesScripts(name: string): boolean {
  const words = name.split(BETWEEN_WORDS).map((word) => ({ word, scripts: scriptsOf(word) }));
  if (words.some(({ scripts }) => scripts.size > 1)) return true;
  const scripts = scriptsOf(name);
  if (scripts.size > 2 || (scripts.size === 2 && !scripts.has('Latin') && !scripts.has('Arabic'))) return true;
  return scripts.has('Latin') && words.some((each) => (each.scripts.has('Cyrillic') || each.scripts.has('Greek')) && looksLatin(each.word));
}

const skeletons = (names: readonly string[]) => names.map(nameSkeleton).filter(Boolean);
const ALWAYS_RESERVED = new Set(skeletons(RESERVED_NAMES));

function isReserved(name: string, reserved: readonly string[]): boolean {
  const taken = new Set(skeletons(reserved));
  const isTaken = (text: string) => {
    const skeleton = nameSkeleton(text);
    return taken.has(skeleton) || ALWAYS_RESERVED.has(skeleton);
  };
  // «المحرر 2», admin_2026: a number does not make another of them
  const claims = name.split(BETWEEN_CLAIMS).flatMap((claim) => [claim, claim.replace(/\p{Nd}/gu, '')]);
  const words = name.split(BETWEEN_WORDS).filter((word) => /\p{L}/u.test(word));
  const longest = Math.max(1, ...reserved.map((each) => each.split(BETWEEN_WORDS).length));
  // Whether the words up to each are nothing but reserved names, of one word or more.
  const upTo = [true];
  for (let end = 1; end <= words.length; end++) {
    const starts = Array.from({ length: Math.min(longest, end) }, (_, n) => end - 1 - n);
    upTo.push(starts.some((start) => upTo[start] && isTaken(words.slice(start, end).join(' '))));
  }
  return isTaken(name) || claims.some(isTaken) || (words.length > 0 && upTo.at(-1)!);
}

/**
 * Whether a reader may write under this name, which is a clean line (lib/arabic/bidi.ts); null when so.
 *
 * - `symbols`: something other than letters, digits and the signs of names; emoji and ✓ pass for badges. Letters of scripts that
 *   nobody writes today are signs too.
 * - `mixedScripts`: two scripts within one word, as in «Аhmed» with a Cyrillic А. Whole words may be of two scripts when one is
 *   Arabic or Latin («Amal القارئة»), but no word beside Latin ones may be made of Cyrillic or Greek letters that look Latin.
 * - `reserved`: looks like one of `reserved` (who writes for the paper) or of RESERVED_NAMES, in whole, with a number, beside a
 *   dash, or as nothing but such names («إدارة مداد»).
 */
export function checkName(name: string, reserved: readonly string[]): NameFault | null {
  if (!NAME.test(name) || STARTS_WITH_MARK.test(name) || scriptsOf(name).has(UNKNOWN_SCRIPT)) return 'symbols';
  if (mixesScripts(name)) return 'mixedScripts';
  return isReserved(name, reserved) ? 'reserved' : null;
}
