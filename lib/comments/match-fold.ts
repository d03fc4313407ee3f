import { asciiDigits } from '../arabic/fold.ts';

/*
 * The fold of word rules and near-copies. It joins more than the fold of search: to get past a rule, people
 * use letters of other keyboards, stretch letters, or insert invisible characters. Only for comparison, never
 * shown.
 */

/**
 * A folded text. `starts[i]` and `ends[i]` are the position of its character `i` in the original, with the
 * marks on it.
 */
export type MatchFold = { text: string; starts: number[]; ends: number[] };

/**
 * Letters that readers take for the first of their group. Letters that Unicode decomposes (أ into ا and a
 * hamza) need no entry.
 */
const LOOKALIKES = `اٱٲٳ بپٻڀٮ تٹٺټٽٿ جچڃڄڇ حځڂڅ دڈډڊڋڌڍڎڏڐ رڑڒړڔڕږڗڙۯ زژ سښڛڜ شۺ صڝ ضڞۻ طڟ غڠۼ فڤڡڢڣڥڦ
  قٯڧڨ كکڪگګڬڭڮڰڱڲڳڴݢݣݤ لڵڶڷڸ نںڹڻڼڽ هةہۃھەۿ وۄۅۆۇۈۉۊۋۏ يىیېےۍێۑ`
  .trim()
  .split(/\s+/);
const LETTER = new Map(
  LOOKALIKES.flatMap(([letter = '', ...others]) => others.map((other) => [other, letter] as const)),
);

/**
 * Vowel signs, small Quranic letters, tatweel, invisible characters: they do not separate words. Skin tones
 * are dropped with their emoji.
 */
const UNHEARD = /[\p{M}\p{Cf}\u0640\u0674\u06E5\u06E6]/gu;
const HEARD = /[\p{L}\p{N}]/u;
const LETTERS_ONLY = /\p{L}/u;

/** The folded form of a character: nothing, a space, or letters and digits (ﷲ becomes four). */
function foldCharacter(character: string): string {
  const heard = asciiDigits(character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(UNHEARD, ''));
  if (heard === '') return '';
  return (
    Array.from(heard, (each) => (HEARD.test(each) ? (LETTER.get(each) ?? each) : ' '))
      .join('')
      .trim() || ' '
  );
}

/**
 * A cache of folded characters. Its limit is above what readers use and below what an attacker could send.
 */
const known = new Map<number, string>();
const MOST_KNOWN = 20_000;

function foldCodePoint(code: number): string {
  const folded = known.get(code) ?? foldCharacter(String.fromCodePoint(code));
  if (known.size < MOST_KNOWN) known.set(code, folded);
  return folded;
}

/**
 * Folds all ways to write the same words to one text: folded letters, ASCII digits, and single spaces for any
 * separators.
 */
export function foldForMatching(text: string): MatchFold {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let run = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at)!;
    const end = at + (code > 0xffff ? 2 : 1);
    const folded = foldCodePoint(code);
    // A mark without a folded form belongs to the letter before it.
    if (folded === '' && out.length > 0 && out.at(-1) !== ' ') ends[ends.length - 1] = end;
    for (const character of folded) {
      const repeated = character === out.at(-1);
      if (repeated && character === ' ') continue;
      run = repeated ? run + 1 : 1;
      // «كلللب»: three equal letters are one stretched letter; two may be correct spelling.
      if (run >= 3 && LETTERS_ONLY.test(character)) {
        if (run === 3) [out, starts, ends].forEach((list) => list.pop());
        ends[ends.length - 1] = end;
        continue;
      }
      if (character === ' ' && out.length === 0) continue;
      out.push(character);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  if (out.at(-1) === ' ') [out, starts, ends].forEach((list) => list.pop());
  return { text: out.join(''), starts, ends };
}

/**
 * A word of a folded text: only Arabic letters, or anything else. `from` and `to` are positions in the folded
 * text.
 */
export type FoldedWord = { text: string; arabic: boolean; from: number; to: number };

const WORD = /([\u0621-\u064A\u0671-\u06D3\u0750-\u077F]+)|[^ \u0621-\u064A\u0671-\u06D3\u0750-\u077F]+/g;

/**
 * The words of a folded text. «كلب2» and «كلبxx» are two words each, so that an attached suffix does not hide
 * a word.
 */
export const foldedWords = ({ text }: MatchFold): FoldedWord[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, 1: arabic, index }) => ({
    text: word,
    arabic: arabic !== undefined,
    from: index,
    to: index + word.length,
  }));
