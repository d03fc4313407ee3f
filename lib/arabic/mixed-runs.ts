/*
 * Finds the runs that need isolation in right-to-left text. After an Arabic letter the bidirectional
 * algorithm treats the parts of «+218 91 234 5678» as separate numbers and orders them from right to left.
 * Signs at the edge of a Latin word (C++, .NET) change sides. Such runs are isolated at render
 * (docs/decisions/017). Everything here reads a character a bounded number of times.
 */
export type Run = { start: number; end: number };

/** A piece of left-to-right letters and digits. */
type Atom = Run & { isWord: boolean; /** Only digits. */ isNumber: boolean; isArabicIndic: boolean };

/** The tatweel ـ belongs to no script in Unicode. */
const RTL = String.raw`\u0640\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}`;
const RTL_LETTER = new RegExp(String.raw`(?=\p{L})[${RTL}]`, 'u');
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s«»“”"<>،؛]+`;
const ATOM = new RegExp(
  String.raw`(?<address>${ADDRESS})|(?<indic>[\u0660-\u0669]+)|(?:(?![${RTL}])[\p{L}\p{Nd}])(?:(?![${RTL}])[\p{L}\p{Nd}\p{M}])*`,
  'gu',
);
/** Characters that end a sentence or close a bracket are not part of the address before them. */
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

/** The most digit groups in a number; without it the cost of a long row of years is quadratic. */
const MOST_GROUPS = 12;

/**
 * How many of the numbers from `first` on form one number (a phone number, or thousands). They have a single
 * space between each.
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
 * Whether the text between two atoms joins them to one run. `until` is the atom up to which single spaces
 * join numbers.
 */
function joins(text: string, atoms: Atom[], first: number, n: number, until: number): boolean {
  const [before, atom] = [atoms[n - 1]!, atoms[n]!];
  const gap = text.slice(before.end, atom.start);
  if (before.isArabicIndic !== atom.isArabicIndic) return false;
  // Ranges in Arabic digits run from right to left, as they are spoken; phone numbers do not.
  if (atom.isArabicIndic) return n < until && (SPACE.test(gap) || gap === '-');
  if (NARROW.test(gap)) return true;
  if (before.isWord || atoms[first]!.isWord)
    return atom.isWord
      ? BETWEEN_WORDS.test(gap)
      : BEFORE_NUMBER.test(gap) || (!before.isWord && SPACE.test(gap));
  if (!atom.isWord)
    return OPERATOR.test(gap) || n < until || (gap === ') ' && text.charAt(atoms[first]!.start - 1) === '(');
  if (!SPACE.test(gap) && !/^%?[ \u00A0]$/u.test(gap)) return false;
  // «100 Mbps» and «12 Angry Men» are one run, but «2026 WhatsApp» is two.
  const next = atoms[n + 1];
  return (
    atom.end - atom.start <= UNIT ||
    (next !== undefined && next.isWord && BETWEEN_WORDS.test(text.slice(atom.end, next.start)))
  );
}

const ONWARD = /(?:^|[^\p{L}\p{M}])[وفبلك]$|\u0640$/u;

/** Includes the signs before a run that would change sides: +218, -5, #tag, @name, .NET, (091). */
function startOf(text: string, { start, end }: Run): number {
  const next = text.slice(start, start + 1);
  const isNumber = /\p{Nd}/u.test(next);
  let at = start;
  while (at > 0 && start - at < 3) {
    const sign = text.charAt(at - 1);
    // After a word a hyphen joins (كوفيد-19). «و» and «لـ» are written together with the next word.
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

/** Words, and numbers that the algorithm keeps together, need no isolation. */
const PLAIN = /^(?:\p{L}(?:[^]*[\p{L}\p{M}\p{Nd}])?|\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*|\p{Nd}+[a-z]+\d*)$/iu;

/** The runs that must be isolated in right-to-left text, in the order of the text. */
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
  // A word pulls the next number or word to its own side, with any sign between them.
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
 * The Arabic runs of left-to-right text. Without isolation a number after one would appear on its far side.
 */
export const findRtlRuns = (text: string): Run[] =>
  Array.from(text.matchAll(RTL_WORDS), ({ 0: found, index: start }) => ({
    start,
    end: start + found.length,
  }));
