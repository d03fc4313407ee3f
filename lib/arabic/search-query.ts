import { stemWord } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { words } from './words.ts';

/** Each term is the stems of its words in order: a phrase, or a single word. */
export type SearchQuery = {
  terms: string[][];
  /** Terms that no hit may contain. */
  excluded: string[][];
  /** The stems that are marked in hits. */
  stems: ReadonlySet<string>;
};

/** Some keyboards insert them before a minus. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const MAX_CHARACTERS = 200;
const MAX_TERMS = 12;

/**
 * A minus counts only at the beginning or after a space. A phrase without closing quote ends with the query.
 */
const PIECE =
  /(?<minus>(?<!\S)[-−])?(?:["«“„](?<phrase>[^"«»“”„]*)(?:["»”“]|$)|(?<word>[^\s"«»“”„,،;؛:!?؟()[\]{}/|]+))/gu;

type Term = { words: string[]; excluded: boolean };

/** The beginning of a long query, without the word that the limit cuts. */
function shorten(query: string): string {
  const characters = Array.from(query.slice(0, 2 * MAX_CHARACTERS));
  const kept = characters.slice(0, MAX_CHARACTERS).join('');
  return kept.length === query.length || /^\s/.test(characters[MAX_CHARACTERS] ?? '')
    ? kept
    : kept.replace(/(?<=\s)\S*$/, '');
}

/** A token without spaces («3.5», «كوفيد-19», «أ.ف.ب») is one term, like a phrase. */
function readTerms(query: string): Term[] {
  const pieces = Array.from(
    shorten(query).replace(DIRECTION_MARKS, '').matchAll(PIECE),
    ({ groups }) => groups!,
  );
  const terms = pieces.map(({ minus, phrase, word }) => ({
    words: words(phrase ?? word ?? ''),
    excluded: minus !== undefined,
  }));
  return terms.filter((term) => term.words.length > 0);
}

/** The stems of the terms, without duplicates. */
function stemmed(terms: Term[]): string[][] {
  const known = new Map(
    terms.map((term) => term.words.map(stemWord)).map((stems) => [stems.join(' '), stems]),
  );
  return [...known.values()].slice(0, MAX_TERMS);
}

const isOnlyStopWord = ({ words: [word, ...others] }: Term) => others.length === 0 && isStopWord(word!);

/**
 * Parses a reader's query: `word`, `"phrase"` or `«phrase»`, `-word` to exclude. Null if it has no term to
 * find.
 */
export function parseSearchQuery(query: string): SearchQuery | null {
  const terms = readTerms(query);
  const asked = terms.filter((term) => !term.excluded);
  const telling = asked.filter((term) => !isOnlyStopWord(term));
  const wanted = telling.length > 0 ? telling : asked;
  if (wanted.length === 0) return null;
  const wantedWords = wanted.flatMap((term) => term.words);
  const marked = wantedWords.filter((word) => !isStopWord(word));
  return {
    terms: stemmed(wanted),
    excluded: stemmed(terms.filter((term) => term.excluded)),
    stems: new Set((marked.length > 0 ? marked : wantedWords).map(stemWord)),
  };
}
