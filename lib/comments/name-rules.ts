import { BETWEEN_WORDS, claimsToBeOurs, type TakenNames } from './name-claims.ts';
import { drawnLike } from './name-skeleton.ts';
import { scriptsOf, UNKNOWN_SCRIPT } from './scripts.ts';

/** `sign` is what does not belong into a name, to be told to who typed it. */
export type NameFault = { fault: 'symbols'; sign: string } | { fault: 'mixedScripts' | 'reserved' };

/**
 * Letters with their marks, digits, joiners within Persian words, spaces, and the signs of real names:
 * Abd-Allah, O’Neil, B., «د/ أحمد», «أحمد (طرابلس)», «د. أحمد، طرابلس», Tom & Jerry, «أحمد "أبو علي"».
 */
const FAMILIAR = String.raw`\p{L}0-9\u0660-\u0669\u06F0-\u06F9 '’‘\u0060´\-‐‑–.·_\/()،,&"«»“”\u200C\u200D`;
const FOREIGN = new RegExp(
  String.raw`(?:(?!\p{Default_Ignorable_Code_Point})[\p{Mn}\p{Mc}]|[${FAMILIAR}])|(?<foreign>.)`,
  'gsu',
);
const STRANGE = new RegExp(String.raw`[^\p{M}${FAMILIAR}]`, 'gu');
const STARTS_WITH_MARK = /^\s*(\p{M})/u;
/** Signs that belong to the one before them: a heart in red is one sign. */
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** «Сара» in Cyrillic, of nothing but letters that look Latin. */
const looksLatin = (word: string) =>
  Array.from(word.matchAll(/\p{L}/gu)).every(([letter]) => drawnLike(letter) !== undefined);

function mixesScripts(name: string): boolean {
  const words = name.split(BETWEEN_WORDS).map((word) => ({ word, scripts: scriptsOf(word) }));
  if (words.some(({ scripts }) => scripts.size > 1)) return true;
  const scripts = scriptsOf(name);
  if (scripts.size > 2 || (scripts.size === 2 && !scripts.has('Latin') && !scripts.has('Arabic')))
    return true;
  return (
    scripts.has('Latin') &&
    words.some((each) => (each.scripts.has('Cyrillic') || each.scripts.has('Greek')) && looksLatin(each.word))
  );
}

/** A name from elsewhere, without the signs that no name has. */
export const dropForeign = (name: string): string =>
  name
    .replace(STRANGE, ' ')
    .trim()
    .replace(/^\p{M}+/u, '');

/** The first sign that no name has, whole; what cannot be seen is told by its number. */
function foreignCharacter(name: string): string | undefined {
  const mark = STARTS_WITH_MARK.exec(name)?.[1];
  if (mark) return `◌${mark}`;
  const letter = [...name].find((each) => scriptsOf(each).has(UNKNOWN_SCRIPT));
  for (const match of name.matchAll(FOREIGN)) {
    const { foreign } = match.groups!;
    if (foreign === undefined) continue;
    const { segment } = graphemes.segment(name).containing(match.index)!;
    const isSeen = !/^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]$/u.test(foreign);
    return isSeen ? segment : `U+${foreign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return letter;
}

/**
 * Whether a reader may write under this name, which is a clean line (lib/arabic/bidi.ts); null when so.
 *
 * - `symbols`: something other than letters, digits and the signs of names; emoji and ✓ pass for badges.
 *   Letters of scripts that nobody writes today are signs too.
 * - `mixedScripts`: two scripts within one word, as in «Аhmed» with a Cyrillic А. Whole words may be of two
 *   scripts when one is Arabic or Latin («Amal القارئة»), but no word beside Latin ones may be made of
 *   Cyrillic or Greek letters that look Latin.
 * - `reserved`: claims to be the paper, somebody who works on it, or one of its roles (name-claims.ts).
 */
export function checkName(name: string, taken: TakenNames): NameFault | null {
  const sign = foreignCharacter(name);
  if (sign !== undefined) return { fault: 'symbols', sign };
  if (mixesScripts(name)) return { fault: 'mixedScripts' };
  return claimsToBeOurs(name, taken) ? { fault: 'reserved' } : null;
}
