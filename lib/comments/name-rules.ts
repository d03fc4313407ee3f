import { BETWEEN_WORDS, claimsToBeOurs, type TakenNames } from './name-claims.ts';
import { drawnLike } from './name-skeleton.ts';
import { scriptsOf, UNKNOWN_SCRIPT } from './scripts.ts';

/** `sign` is the character that a name cannot contain; it is shown to the person who typed it. */
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
/** A sign with its modifiers is one: a red heart, for example. */
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** Whether a word has only letters that look Latin, like «Сара» in Cyrillic. */
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

/** An imported name without the characters that a name cannot contain. */
export const dropForeign = (name: string): string =>
  name
    .replace(STRANGE, ' ')
    .trim()
    .replace(/^\p{M}+/u, '');

/** The first whole character that a name cannot contain. An invisible one is returned as its code point. */
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
 * Checks the name under which a reader wants to write; null if it is allowed. Expects a clean line
 * (lib/arabic/bidi.ts).
 *
 * - `symbols`: a character other than letters, digits and the signs of names; emoji and ✓ look like badges.
 *   Letters of scripts that are no longer in use count as symbols.
 * - `mixedScripts`: two scripts within one word, as in «Аhmed» with a Cyrillic А. Words may be in two scripts
 *   if one is Arabic or Latin («Amal القارئة»). But beside Latin words there may be no word of only Cyrillic
 *   or Greek letters that look Latin.
 * - `reserved`: claims to be the site, a member of staff, or one of its roles (name-claims.ts).
 */
export function checkName(name: string, taken: TakenNames): NameFault | null {
  const sign = foreignCharacter(name);
  if (sign !== undefined) return { fault: 'symbols', sign };
  if (mixesScripts(name)) return { fault: 'mixedScripts' };
  return claimsToBeOurs(name, taken) ? { fault: 'reserved' } : null;
}
