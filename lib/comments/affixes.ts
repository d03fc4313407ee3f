/*
 * What may stand before and after a listed word. The lists are closed: a pattern that allows any letters
 * around a stem finds «كلب» in «كلبشات» and «مكلبش». All in the spelling of match-fold.ts (ه for ة).
 */

const PRONOUNS = 'ه ها هم هن هما ك كم كن كما نا ي'.split(' ');
/**
 * Feminine, dual, plural and nisba, and alef of tanwin; the ones of which a pronoun can hang on the right.
 */
const ENDINGS = 'ا ه ي يه ات يات ون ين ان يون يين يان تان تين'.split(' ');
const BEFORE_PRONOUNS = ['', 'ت', 'ات', 'ي', 'يت', 'يات'];

/** «كلبكم», «كلبتهم», «كلباتنا» … */
const SUFFIXES = new Set([
  ...ENDINGS,
  ...BEFORE_PRONOUNS.flatMap((ending) => PRONOUNS.map((pronoun) => ending + pronoun)),
]);

/** A stem of two letters with an ending is too often another word: «كس» in «كسا», «كسي», «كسان». */
const SHORTEST_WITH_SUFFIX = 3;

export const isSuffix = (stem: string, rest: string): boolean =>
  rest === '' || (stem.length >= SHORTEST_WITH_SUFFIX && SUFFIXES.has(rest));

const PREFIX = /^[وف]?(?:لل|[بكل]?(?:ال)?)/;
const ONLY_WHOLE = [0];

/**
 * Where the stem of a word can begin: after و or ف, then ب, ك or ل, then ال (also لل), each of them or none.
 */
export function stemStarts(word: string): readonly number[] {
  const longest = PREFIX.exec(word)![0];
  if (longest === '') return ONLY_WHOLE;
  const starts = [0];
  // any of them can be the stem's own letter: «كلب», «والد», «الم»
  const conjunction = /^[وف]/.test(longest) ? 1 : 0;
  if (conjunction === 1) starts.push(1);
  if (/^[بكل]/.test(longest.slice(conjunction))) starts.push(conjunction + 1);
  if (/(?:ال|لل)$/.test(longest)) starts.push(longest.length);
  return starts.filter((start) => start < word.length);
}

/**
 * «ياكلب», «هالكلب»: run together as dialects write it. «ياسمين» and «هالك» look the same, so this only makes
 * suspect.
 */
export const withoutCall = (word: string): string | undefined => /^و?(?:يا|ه(?=ال))(.{3,})$/.exec(word)?.[1];
