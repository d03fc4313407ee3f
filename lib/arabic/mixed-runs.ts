/*
 * Where a text that is read from right to left needs help. Behind an Arabic letter the parts of «+218 91 234
 * 5678» are numbers of their own to the bidirectional algorithm, and it lays them out from right to left;
 * signs at the edge of a Latin word (C++, .NET) change its side. Such runs are isolated at render
 * (docs/decisions/017). Everything here looks at a character a bounded number of times.
 */
export type Run = { start: number; end: number };

/** A piece of letters and digits that are written from left to right. */
type Atom = Run & { isWord: boolean; /** Digits alone. */ isNumber: boolean; isArabicIndic: boolean };

/** The stroke ـ is of no script in Unicode. */
const RTL = String.raw`\u0640\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}`;
const RTL_LETTER = new RegExp(String.raw`(?=\p{L})[${RTL}]`, 'u');
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s«»“”"<>،؛]+`;
const ATOM = new RegExp(
  String.raw`(?<address>${ADDRESS})|(?<indic>[\u0660-\u0669]+)|(?:(?![${RTL}])[\p{L}\p{Nd}])(?:(?![${RTL}])[\p{L}\p{Nd}\p{M}])*`,
  'gu',
);
/** What ends a sentence or closes a bracket is no part of an address before it. */
const AFTER_ADDRESS = /(?<![.,:;!?؟)\]}'’…])[.,:;!?؟)\]}'’…]+$/u;

const NARROW = /^[.,:;/\\\-–—−+×*=~°'’%#@&_?!$€£|^<>·()]{1,6}$/u;
const OPERATOR = /^[ \u00A0]?[-–—−×*:/=+<>~][ \u00A0]?$/u;
const SPACE = /^[ \u00A0\u2009\u202F]$/u;
const BETWEEN_WORDS = /^[+#%.,:'’&/]{0,3}[ \u00A0][&\-–—:/+|@#.]?[ \u00A0]?$/u;
const BEFORE_NUMBER = /^[+#]{0,3}[ \u00A0][#№]?$|^\.[ \u00A0]$/u;
const YEAR = /^(?:19|20)\d\d$/;
const UNIT = 4;

function findAtoms(text: string): Atom[] {
  return Array.from(text.matchAll(ATOM), ({ 0: found, index: start, groups }) => {
    const own = groups?.address === undefined ? found : found.replace(AFTER_ADDRESS, '');
    return {
      start,
      end: start + own.length,
      isWord: !/^\p{Nd}/u.test(own),
      isNumber: /^\p{Nd}+$/u.test(own),
      isArabicIndic: groups?.indic !== undefined,
    };
  });
}

/**
 * No number has more groups; from each of a long row of years anew, the rest of the row would be looked at.
 */
const MOST_GROUPS = 12;

/**
 * How many of the numbers from `first` on, with a single space between each, are one: a phone number, or
 * thousands.
 */
function countGroups(text: string, atoms: Atom[], first: number): number {
  const groups: string[] = [];
  for (let n = first; n < atoms.length && groups.length < MOST_GROUPS; n++) {
    const [atom, before] = [atoms[n]!, atoms[n - 1]];
    if (
      !atom.isNumber ||
      atom.isArabicIndic !== atoms[first]!.isArabicIndic ||
      (n > first && !SPACE.test(text.slice(before!.end, atom.start)))
    )
      break;
    groups.push(text.slice(atom.start, atom.end));
  }
  if (groups.length < 2) return 1;
  const sign = text.charAt(atoms[first]!.start - 1);
  const isPhone = sign === '+' || sign === '(' || /^[0٠]/.test(groups[0]!);
  if (isPhone) return groups.length;
  if (groups[0]!.length <= 3 && groups.slice(1).every((group) => group.length === 3)) return groups.length;
  return groups.join('').length >= 7 && !groups.every((group) => YEAR.test(group)) ? groups.length : 1;
}

/**
 * Whether what stands between two atoms makes them one run. `until` is how far single spaces join numbers.
 */
function joins(text: string, atoms: Atom[], first: number, n: number, until: number): boolean {
  const [before, atom] = [atoms[n - 1]!, atoms[n]!];
  const gap = text.slice(before.end, atom.start);
  if (before.isArabicIndic !== atom.isArabicIndic) return false;
  // Ranges in Arabic digits run from right to left, as they are said; phone numbers do not.
  if (atom.isArabicIndic) return n < until && (SPACE.test(gap) || gap === '-');
  if (NARROW.test(gap)) return true;
  if (before.isWord || atoms[first]!.isWord)
    return atom.isWord
      ? BETWEEN_WORDS.test(gap)
      : BEFORE_NUMBER.test(gap) || (!before.isWord && SPACE.test(gap));
  if (!atom.isWord)
    return OPERATOR.test(gap) || n < until || (gap === ') ' && text.charAt(atoms[first]!.start - 1) === '(');
  if (!SPACE.test(gap) && !/^%?[ \u00A0]$/u.test(gap)) return false;
  // «100 Mbps», «12 Angry Men»; but «2026 WhatsApp» are two things.
  const next = atoms[n + 1];
  return (
    atom.end - atom.start <= UNIT ||
    (next !== undefined && next.isWord && BETWEEN_WORDS.test(text.slice(atom.end, next.start)))
  );
}

const ONWARD = /(?:^|[^\p{L}\p{M}])[وفبلك]$|\u0640$/u;

/** Signs that belong to a run and would change sides: +218, -5, #tag, @name, .NET, (091). */
function startOf(text: string, { start, end }: Run): number {
  const next = text.slice(start, start + 1);
  const isNumber = /\p{Nd}/u.test(next);
  let at = start;
  while (at > 0 && start - at < 3) {
    const sign = text.charAt(at - 1);
    // Behind a word a hyphen joins (كوفيد-19); «و» and «لـ» are written on to what follows.
    const isFree =
      at < 2 ||
      !/[\p{L}\p{M}\p{Nd}]/u.test(text.charAt(at - 2)) ||
      ONWARD.test(text.slice(Math.max(0, at - 4), at - 1));
    const belongs =
      /[#@+]/.test(sign) ||
      (isNumber && isFree && /[-−–±~*$€£¥<>=≤≥]/u.test(sign)) ||
      (!isNumber && isFree && sign === '.') ||
      (sign === '(' && text.slice(start, end).includes(')'));
    if (!belongs) break;
    at -= 1;
  }
  return at;
}

function endOf(text: string, { start, end }: Run): number {
  let at = end;
  while (at < text.length && at - end < 3 && /[+#%°$€£¥‰²³*]/u.test(text.charAt(at))) at += 1;
  const isAddress =
    at === end &&
    text.charAt(at) === '/' &&
    /[./]/.test(text.slice(start, end)) &&
    !RTL_LETTER.test(text.charAt(at + 1));
  return isAddress ? at + 1 : at;
}

/** Words, and numbers that the algorithm keeps together, stand right by themselves. */
const PLAIN = /^(?:\p{L}(?:[^]*[\p{L}\p{M}\p{Nd}])?|\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*|\p{Nd}+[a-z]+\d*)$/iu;

/**
 * The runs of a text that must be isolated, from left to right, where the text round them runs from right to
 * left.
 */
export function findLtrRuns(text: string): Run[] {
  const atoms = findAtoms(text);
  const found: (Run & { hasWord: boolean; isPlain: boolean })[] = [];
  for (let first = 0; first < atoms.length;) {
    let until = first + countGroups(text, atoms, first);
    let last = first;
    let hasWord = atoms[first]!.isWord;
    while (last + 1 < atoms.length && joins(text, atoms, first, last + 1, until)) {
      last += 1;
      hasWord ||= atoms[last]!.isWord;
      if (last >= until) until = last + countGroups(text, atoms, last);
    }
    const core = { start: atoms[first]!.start, end: atoms[last]!.end };
    const isPhone = !atoms[first]!.isArabicIndic || last > first;
    const run = isPhone ? { start: startOf(text, core), end: endOf(text, core) } : core;
    found.push({ ...run, hasWord, isPlain: PLAIN.test(text.slice(run.start, run.end)) });
    first = last + 1;
  }
  // A word draws the number or word behind it to its own side, over any sign between them.
  return found
    .filter((run, n) => {
      const next = found[n + 1];
      return (
        !run.isPlain ||
        (run.hasWord && next !== undefined && !/[\n\p{L}]/u.test(text.slice(run.end, next.start)))
      );
    })
    .map(({ start, end }) => ({ start, end }));
}

const RTL_WORDS = new RegExp(
  String.raw`(?=\p{L})[${RTL}][${RTL}\p{M}\u200C]*(?:[ ،؛'’.-]{1,2}(?=\p{L})[${RTL}][${RTL}\p{M}\u200C]*)*`,
  'gu',
);

/**
 * The Arabic runs of a text that is read from left to right: a number behind one would be drawn to its far
 * side.
 */
export const findRtlRuns = (text: string): Run[] =>
  Array.from(text.matchAll(RTL_WORDS), ({ 0: found, index: start }) => ({
    start,
    end: start + found.length,
  }));
