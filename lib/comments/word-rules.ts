import { cleanText } from '../arabic/fold.ts';
import { isStopWord } from '../arabic/stop-words.ts';
import { withoutCall } from './affixes.ts';
import { arabicSkeleton, latinSkeletons } from './arabizi.ts';
import { foldedWords, foldForMatching, type FoldedWord, type MatchFold } from './match-fold.ts';
import { WordTrie, type Entry } from './word-trie.ts';

export type WordRule = {
  id: string;
  /** A word or a phrase, as the newsroom typed it. */
  word: string;
  /** Only the word itself; the word with Arabic affixes («والكلب», «كلبكم»); or the word with any ending. */
  mode: 'exact' | 'affixes' | 'prefix';
  /** An exception removes hits inside it: «كلب البحر». */
  level: 'suspect' | 'banned' | 'exception';
};

/**
 * A match of a rule; the span refers to the original text. Pass 3 guesses, so its hits are at most suspect.
 */
export type WordHit = {
  ruleId: string;
  level: 'suspect' | 'banned';
  start: number;
  end: number;
  pass: 1 | 2 | 3;
};
export type WordMatcher = (text: string) => WordHit[];

type Found = { rule: WordRule; start: number; end: number; pass: WordHit['pass'] };
type Reading = { text: string; fold: MatchFold; words: FoldedWord[] };
type Compiled = { trie: WordTrie<WordRule>; skeletons: Map<string, WordRule[]> };

/** A stem of two letters occurs inside too many words, so it must match alone. */
const SHORTEST_INSIDE = 3;
const MOST_JOINED = 8;
const STRETCHED = /(.)\1\1/u;
/** A person does not read more evidence than this. */
const MOST_HITS = 50;

const foldWords = (text: string): string[] => foldedWords(foldForMatching(text)).map((word) => word.text);

function entriesOf(rule: WordRule): Entry<WordRule>[] {
  const words = foldWords(rule.word);
  if (words.length === 0) return [];
  const entry = { rule, words, mode: rule.mode, openTaa: false };
  const bare = words[0]!.slice(0, -1);
  const closesInTaa =
    rule.mode === 'affixes' && words.length === 1 && /ة\P{L}*$/u.test(rule.word) && bare.length >= 2;
  return closesInTaa ? [entry, { ...entry, words: [bare], openTaa: true }] : [entry];
}

function compile(rules: readonly WordRule[]): Compiled {
  const compiled: Compiled = { trie: new WordTrie(), skeletons: new Map() };
  for (const rule of rules) {
    const entries = entriesOf(rule);
    for (const entry of entries) compiled.trie.add(entry);
    // Mode exact is for few false alarms, so consonants are not guessed.
    const guessed = entries[0]?.words.length === 1 && rule.mode !== 'exact' && rule.level !== 'exception';
    const skeleton = guessed ? arabicSkeleton(entries[0]!.words[0]!) : undefined;
    if (skeleton) compiled.skeletons.set(skeleton, [...(compiled.skeletons.get(skeleton) ?? []), rule]);
  }
  return compiled;
}

/** The span from one word to another in the original text. */
const spanOf = ({ fold, words }: Reading, first: number, last: number) => ({
  start: fold.starts[words[first]!.from]!,
  end: fold.ends[words[last]!.to - 1]!,
});

/** Pass 1: words and phrases as written. */
function* findWhole({ trie }: Compiled, reading: Reading): Generator<Found> {
  for (let place = 0; place < reading.words.length; place++) {
    for (const { entry, length } of trie.at(reading.words, place))
      yield { rule: entry.rule, pass: 1, ...spanOf(reading, place, place + length - 1) };
  }
}

/** Pass 2: «ك ل ب», «ك.ل.ب», and «ا ن ت ك ل ب» spelt out. Joins the letters of a run. */
function* findSpelled({ trie }: Compiled, reading: Reading): Generator<Found> {
  const isLetter = (place: number) =>
    reading.words[place]?.arabic === true && reading.words[place].text.length === 1;
  for (let first = 0; first < reading.words.length; first++) {
    if (!isLetter(first)) continue;
    let next = first + 1;
    while (isLetter(next)) next++;
    // Folded again: letters that were stretched with separators are neighbours now.
    const run = foldForMatching(
      reading.words
        .slice(first, next)
        .map((word) => word.text)
        .join(''),
    );
    for (let start = 0; start < run.text.length; start++) {
      for (const { entry, end } of trie.from(run.text, start)) {
        const whole = start === 0 && end === run.text.length && end >= 2;
        if (entry.words.length > 1 || entry.openTaa || !(whole || end - start >= SHORTEST_INSIDE)) continue;
        yield {
          rule: entry.rule,
          pass: 2,
          ...spanOf(reading, first + run.starts[start]!, first + run.ends[end - 1]! - 1),
        };
      }
    }
    first = next;
  }
}

/** Pass 3, a guess: letters with signs or emoji between them («ك🖕لب»), joined without them. */
function* findParted({ trie }: Compiled, reading: Reading): Generator<Found> {
  const { text, fold, words } = reading;
  const touches = (place: number) =>
    words[place]?.arabic === true &&
    words[place - 1]!.arabic &&
    !/\s/.test(text.slice(fold.ends[words[place - 1]!.to - 1], fold.starts[words[place]!.from]));
  for (let first = 0; first < words.length - 1; first++) {
    let joined = words[first]!.text;
    for (let last = first + 1; last < first + MOST_JOINED && touches(last); last++) {
      joined += words[last]!.text;
      // Single letters are handled by pass 2.
      if (joined.length === last - first + 1) continue;
      const folded = STRETCHED.test(joined) ? foldForMatching(joined).text : joined;
      for (const { entry } of trie.at([{ text: folded }], 0))
        yield { rule: entry.rule, pass: 3, ...spanOf(reading, first, last) };
    }
  }
}

/** Pass 3 on single words: Arabic in Latin letters, and a vocative joined with its word. */
function* findDisguised({ trie, skeletons }: Compiled, reading: Reading): Generator<Found> {
  for (const [place, word] of reading.words.entries()) {
    const called = word.arabic ? withoutCall(word.text) : undefined;
    const rules = word.arabic
      ? []
      : latinSkeletons(word.text).flatMap((skeleton) => skeletons.get(skeleton) ?? []);
    if (called) rules.push(...Array.from(trie.at([{ text: called }], 0), ({ entry }) => entry.rule));
    for (const rule of rules) yield { rule, pass: 3, ...spanOf(reading, place, place) };
  }
}

/** Keeps one hit for each rule and position, from the most certain pass, and none inside an exception. */
function settle(found: Found[]): WordHit[] {
  const exceptions = found.filter(({ rule }) => rule.level === 'exception');
  const kept: Found[] = [];
  for (const hit of found) {
    if (kept.length === MOST_HITS) break;
    if (exceptions.some(({ start, end }) => start <= hit.start && hit.end <= end)) continue;
    if (kept.some(({ rule, start, end }) => rule === hit.rule && start < hit.end && hit.start < end))
      continue;
    kept.push(hit);
  }
  return kept
    .sort((a, b) => a.start - b.start || a.pass - b.pass)
    .map(({ rule, start, end, pass }) => ({
      ruleId: rule.id,
      level: rule.level === 'banned' && pass < 3 ? 'banned' : 'suspect',
      start,
      end,
      pass,
    }));
}

/**
 * Compiles rules to a function that finds listed words in a text, also disguised ones. Compile once, use for
 * many texts.
 */
export function compileWordRules(rules: readonly WordRule[]): WordMatcher {
  const compiled = compile(rules);
  return (text) => {
    const fold = foldForMatching(text);
    const reading = { text, fold, words: foldedWords(fold) };
    return settle(
      [findWhole, findSpelled, findParted, findDisguised].flatMap((find) => [...find(compiled, reading)]),
    );
  };
}

export const WORD_WARNINGS = ['noLetters', 'shortStem', 'hasArticle', 'commonWord'] as const;
export type WordWarning = (typeof WORD_WARNINGS)[number];

/** What the newsroom should know before it lists a word. */
export function warnAbout(word: string): WordWarning[] {
  const words = foldWords(word);
  if (words.length === 0) return ['noLetters'];
  if (words.length > 1) return [];
  const [stem = ''] = words;
  const warnings: WordWarning[] = [];
  if (stem.length < 3) warnings.push('shortStem');
  // «الكلب» does not find «كلب»; listed without the article, both are found.
  if (/^[اٱ]ل.{3}/.test(cleanText(word).trim())) warnings.push('hasArticle');
  if (isStopWord(stem)) warnings.push('commonWord');
  return warnings;
}
