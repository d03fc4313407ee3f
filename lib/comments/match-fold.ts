import { asciiDigits } from '../arabic/fold.ts';

/*
 * The fold of word rules and look-alikes. It joins more than the fold of search does: whoever wants past a
 * rule writes a letter as another keyboard draws it, stretches it, or puts invisible signs around it. Only
 * for comparing; nobody reads its result.
 */

/**
 * A folded text; `starts[i]` and `ends[i]` are where its character `i` stands in the original, with the signs
 * that hang on it.
 */
export type MatchFold = { text: string; starts: number[]; ends: number[] };

/**
 * Letters that a reader takes for the first of their group. What Unicode itself takes apart (أ into ا and a
 * hamza) need not be here.
 */
const LOOKALIKES = `اٱٲٳ بپٻڀٮ تٹٺټٽٿ جچڃڄڇ حځڂڅ دڈډڊڋڌڍڎڏڐ رڑڒړڔڕږڗڙۯ زژ سښڛڜ شۺ صڝ ضڞۻ طڟ غڠۼ فڤڡڢڣڥڦ
  قٯڧڨ كکڪگګڬڭڮڰڱڲڳڴݢݣݤ لڵڶڷڸ نںڹڻڼڽ هةہۃھەۿ وۄۅۆۇۈۉۊۋۏ يىیېےۍێۑ`
  .trim()
  .split(/\s+/);
const LETTER = new Map(
  LOOKALIKES.flatMap(([letter = '', ...others]) => others.map((other) => [other, letter] as const)),
);

/**
 * Vowel signs, small letters of the Quran, tatweel, invisible characters: they part no word. Skin colours go
 * with their emoji.
 */
const UNHEARD = /[\p{M}\p{Cf}\u0640\u0674\u06E5\u06E6]/gu;
const HEARD = /[\p{L}\p{N}]/u;
const LETTERS_ONLY = /\p{L}/u;

/** What a character is heard as: nothing, a space, or letters and digits (ﷲ is four). */
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
 * What each character folds to, once it was met. The limit is above what readers write and below what an
 * attacker could send.
 */
const known = new Map<number, string>();
const MOST_KNOWN = 20_000;

function foldCodePoint(code: number): string {
  const folded = known.get(code) ?? foldCharacter(String.fromCodePoint(code));
  if (known.size < MOST_KNOWN) known.set(code, folded);
  return folded;
}

/**
 * One text for all ways to write the same words: folded letters and ASCII digits, single spaces for whatever
 * parts them.
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
    // a sign that is not heard belongs to the letter it hangs on
    if (folded === '' && out.length > 0 && out.at(-1) !== ' ') ends[ends.length - 1] = end;
    for (const character of folded) {
      const repeated = character === out.at(-1);
      if (repeated && character === ' ') continue;
      run = repeated ? run + 1 : 1;
      // «كلللب»: three of a letter are one letter stretched; two may be spelling
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
 * A word of a folded text: letters of Arabic alone, or anything else; `from` and `to` count in the folded
 * text.
 */
export type FoldedWord = { text: string; arabic: boolean; from: number; to: number };

const WORD = /([\u0621-\u064A\u0671-\u06D3\u0750-\u077F]+)|[^ \u0621-\u064A\u0671-\u06D3\u0750-\u077F]+/g;

/** The words of a folded text. «كلب2» and «كلبxx» are two: figures stuck to a word do not make it another. */
export const foldedWords = ({ text }: MatchFold): FoldedWord[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, 1: arabic, index }) => ({
    text: word,
    arabic: arabic !== undefined,
    from: index,
    to: index + word.length,
  }));
