/*
 * What may precede and follow a listed word. The lists are closed: a pattern that allows any letters around a
 * stem finds «كلب» in «كلبشات» and «مكلبش». All are in the spelling of match-fold.ts (ه for ة).
 */

const PRONOUNS = 'ه ها هم هن هما ك كم كن كما نا ي'.split(' ');
/**
 * Feminine, dual, plural and nisba endings, and the alef of tanwin. A pronoun can follow those in the next
 * list.
 */
const ENDINGS = 'ا ه ي يه ات يات ون ين ان يون يين يان تان تين'.split(' ');
const BEFORE_PRONOUNS = ['', 'ت', 'ات', 'ي', 'يت', 'يات'];

/** «كلبكم», «كلبتهم», «كلباتنا» … */
const SUFFIXES = new Set([
  ...ENDINGS,
  ...BEFORE_PRONOUNS.flatMap((ending) => PRONOUNS.map((pronoun) => ending + pronoun)),
]);

/** A stem of two letters plus an ending is too often another word: «كس» in «كسا», «كسي», «كسان». */
const SHORTEST_WITH_SUFFIX = 3;

export const isSuffix = (stem: string, rest: string): boolean =>
  rest === '' || (stem.length >= SHORTEST_WITH_SUFFIX && SUFFIXES.has(rest));

const PREFIX = /^[وف]?(?:لل|[بكل]?(?:ال)?)/;
const ONLY_WHOLE = [0];

/**
 * The positions where the stem of a word can begin: after an optional و or ف, an optional ب, ك or ل, and an
 * optional ال (also لل).
 */
export function stemStarts(word: string): readonly number[] {
  const longest = PREFIX.exec(word)![0];
  if (longest === '') return ONLY_WHOLE;
  const starts = [0];
  // Each of them can be a letter of the stem: «كلب», «والد», «الم».
  const conjunction = /^[وف]/.test(longest) ? 1 : 0;
  if (conjunction === 1) starts.push(1);
  if (/^[بكل]/.test(longest.slice(conjunction))) starts.push(conjunction + 1);
  if (/(?:ال|لل)$/.test(longest)) starts.push(longest.length);
  return starts.filter((start) => start < word.length);
}

/**
 * «ياكلب», «هالكلب»: joined as dialects write it. «ياسمين» and «هالك» look the same, so a match is only a
 * suspicion.
 */
export const withoutCall = (word: string): string | undefined => /^و?(?:يا|ه(?=ال))(.{3,})$/.exec(word)?.[1];
