import { foldLetters } from './fold.ts';
import { KEPT_WORDS, LAM_WORDS, NOT_PREFIXED_BEGINNINGS, NOT_PREFIXED_WORDS, WAW_WORDS } from './lexicon.ts';

/*
 * A light stemmer for news: removes the article, «and», pronouns, plurals and the nisba. It leaves roots,
 * verbs and broken plurals alone. It follows the rules of Larkey's light10, with word lists where those rules
 * damage the most common words of news.
 */

/** Removes an ending if at least `left` letters remain. */
function cut(word: string, ending: RegExp, left: number): string {
  const at = word.search(ending);
  return at >= left ? word.slice(0, at) : word;
}

const cutFirst = (word: string, endings: [RegExp, number][]): string => {
  for (const [ending, left] of endings) {
    const shorter = cut(word, ending, left);
    if (shorter !== word) return shorter;
  }
  return word;
};

/** Undoes «حكومته»: before a pronoun ة is written ت. */
const withoutTaa = (word: string) => (/[^ات]ت$/.test(word) && word.length >= 3 ? word.slice(0, -1) : word);

function withoutPlural(word: string): string {
  const pronounless = cut(word, /(?:هما|كما|هم|هن|كم|نا|ها)$/, 3);
  const whole = pronounless === word ? cut(word, /ه$/, 3) : pronounless;
  // In plurals and duals ن never precedes ه or ة: معاينة, ترهونة.
  if (whole !== pronounless) return cut(withoutTaa(whole), /ات$/, 2);
  return cutFirst(pronounless === word ? word : withoutTaa(pronounless), [
    [/(?:ان|ون|ين)$/, 3],
    [/ات$/, 2],
    [/وا$/, 3],
  ]);
}

function withoutEndings(word: string): string {
  const bare = cutFirst(withoutPlural(word), [
    [/يه$/, 2],
    [/ه$/, 2],
  ]);
  const noun = cut(cut(bare, /(?:يا|ا)$/, 3), /ي$/, 2);
  // كهربائي has two endings; one of them was the hamza of كهرباء.
  return cut(cut(noun, /(?<=ا)ي$/, 3), /ء$/, 3);
}

const folded = (words: string[]) => new Set(words.map(foldLetters));
const stems = (words: string[]) => new Set(words.map((word) => withoutEndings(foldLetters(word))));
const WAW = stems(WAW_WORDS);
const LAM = stems(LAM_WORDS);
const NOT_PREFIXED = folded(NOT_PREFIXED_WORDS);
const KEPT = folded(KEPT_WORDS);
const KEPT_ENDINGS = [
  '',
  'ي',
  'يه',
  'يا',
  'يات',
  'يون',
  'يين',
  'يان',
  'ين',
  'ون',
  'ان',
  'ات',
  'ه',
  'ها',
  'هم',
  'هما',
  'هن',
  'كم',
  'نا',
  'ا',
];

const isPrefixless = (word: string) =>
  NOT_PREFIXED.has(word) || NOT_PREFIXED_BEGINNINGS.some((beginning) => word.startsWith(beginning));

/** `written` is the word with its hamzas, `word` the same word folded, letter for letter. */
function hasConjunction(written: string, word: string): boolean {
  if (word.length < 4 || NOT_PREFIXED.has(word)) return false;
  const rest = word.slice(1);
  if (word[0] === 'ف') return rest.length >= 5 && /^(?:[بك]?[اٱ]ل|لل)/.test(written.slice(1));
  if (word[0] !== 'و') return false;
  // The و of «وأصل» is «and»; the و of «واصل» is a letter.
  if (/[أإآ]/.test(written[1]!)) return true;
  if (rest.length >= 5 && rest.startsWith('ال')) return true;
  return !WAW.has(withoutEndings(word)) && !(word.endsWith('ت') && WAW.has(word.slice(0, -1)));
}

function withoutArticle(written: string, word: string): string {
  if (/^(?:[بت]?ال|ل)له$/.test(word) || word === 'اللهم') return 'الله';
  if (word.startsWith('لل')) {
    if (LAM.has(withoutEndings(word.slice(1)))) return word.slice(1);
    return word.length >= 4 ? word.slice(2) : word;
  }
  // Only a bare alef belongs to the article: ألمانيا, إلغاء and آلية do not contain it.
  const article = /^[بك]?[اٱ]ل/.exec(written)?.[0];
  if (
    !article ||
    word.length - article.length < 2 ||
    isPrefixless(word) ||
    isPrefixless(word.slice(article.length - 2))
  )
    return word;
  return word.slice(article.length);
}

/**
 * The stem of a clean Arabic word that still has its hamzas: they distinguish the article «ال» from «أل…».
 */
export function stemArabic(written: string): string {
  const word = foldLetters(written);
  if (word.length <= 2) return word;
  const start = hasConjunction(written, word) ? 1 : 0;
  const bare = withoutArticle(written.slice(start), word.slice(start));
  for (const ending of KEPT_ENDINGS) {
    const kept = bare.slice(0, bare.length - ending.length);
    if (bare.endsWith(ending) && KEPT.has(kept)) return kept;
  }
  return withoutEndings(bare);
}
