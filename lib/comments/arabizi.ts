/*
 * Arabic in Latin letters and digits («7mar», «kalb») is compared by its consonants only, because the
 * spelling of its vowels varies. Different words share a skeleton, so a match is only a suspicion.
 */

const PAIRS: Record<string, string> = { kh: 'خ', sh: 'ش', ch: 'ش', th: 'ث', dh: 'ذ', gh: 'غ' };
const SINGLES: Record<string, string> = {
  b: 'ب',
  p: 'ب',
  t: 'ت',
  j: 'ج',
  d: 'د',
  r: 'ر',
  z: 'ز',
  s: 'س',
  f: 'ف',
  v: 'ف',
  q: 'ق',
  k: 'ك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  h: 'ه',
  3: 'ع',
  5: 'خ',
  6: 'ط',
  7: 'ح',
  8: 'ق',
  9: 'ص',
  g: 'ق',
};
const UNIT = /[kstdcg]h|[a-z0-9]/g;

/**
 * Letters that writers of Arabizi do not distinguish: t is ت or ط; 8 and g are غ or ق, depending on the
 * dialect.
 */
const CLASS: Record<string, string> = { ط: 'ت', ض: 'د', ص: 'س', ذ: 'ز', ظ: 'ز', غ: 'ق' };

const FEWEST_CONSONANTS = 3;
const LONGEST_WORD = 24;

function skeleton(letters: Iterable<string>): string {
  let result = '';
  for (const letter of letters) {
    const heard = CLASS[letter] ?? letter;
    // «7ammar» and «7amar» are equal: Arabic writes a doubled letter once.
    if (!result.endsWith(heard)) result += heard;
  }
  return result;
}

const longEnough = (skeletons: string[]) => skeletons.filter((each) => each.length >= FEWEST_CONSONANTS);

/**
 * The consonants of a listed Arabic word in folded spelling. Undefined if they are too few to distinguish
 * words.
 */
export const arabicSkeleton = (word: string): string | undefined =>
  longEnough([skeleton(word.replace(/ه$/, '').replace(/[اويء]/g, ''))])[0];

function latinConsonants(word: string, egyptian: boolean): string {
  const units = word.replace(/h$/, '').match(UNIT) ?? [];
  return skeleton(
    units
      .map((unit) => (egyptian && unit === 'g' ? 'ج' : (PAIRS[unit] ?? SINGLES[unit] ?? '')))
      .filter(Boolean),
  );
}

/** The possible Arabic consonants of a Latin word: with and without «el», with g as ق and as ج. */
export function latinSkeletons(word: string): string[] {
  if (word.length > LONGEST_WORD || !/[a-z]/.test(word)) return [];
  const bare = word.replace(/^w?[aei]l(?=[a-z0-9]{3})/, '');
  const forms = bare === word ? [word] : [word, bare];
  return [
    ...new Set(
      longEnough(forms.flatMap((form) => [latinConsonants(form, false), latinConsonants(form, true)])),
    ),
  ];
}
