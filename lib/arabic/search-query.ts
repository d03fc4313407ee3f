import { stemWord } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { words } from './words.ts';

export type SearchQuery = {
  /**
   * FTS5 expressions: articles with all the terms, and with any of the first; both without the excluded ones.
   */
  and: string;
  or: string;
  /** For marking the hits. */
  stems: ReadonlySet<string>;
  termCount: number;
};

/** Keyboards put them before a minus. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const MAX_CHARACTERS = 200;
const MAX_TERMS = 12;
/** Any of them: each word more is more articles to weigh. */
const MAX_OR_TERMS = 8;

/**
 * A minus counts only at the beginning or after a space; a phrase whose end is missing goes on to the end.
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

/** What is written without a space («3.5», «كوفيد-19», «أ.ف.ب») is one term, like a phrase. */
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

/** Only letters and digits come out of `words`, so nothing inside the quotes can be an operator of FTS5. */
const quoted = (terms: Term[]): string[] =>
  [...new Set(terms.map((term) => `"${term.words.map(stemWord).join(' ')}"`))].slice(0, MAX_TERMS);

const isOnlyStopWord = ({ words: [word, ...others] }: Term) => others.length === 0 && isStopWord(word!);

/**
 * A reader's words: `word`, `"phrase"` or `«phrase»`, `-word` to leave out. Null when nothing is asked for.
 */
export function parseSearchQuery(query: string): SearchQuery | null {
  const terms = readTerms(query);
  const asked = terms.filter((term) => !term.excluded);
  const telling = asked.filter((term) => !isOnlyStopWord(term));
  const wanted = telling.length > 0 ? telling : asked;
  const expressions = quoted(wanted);
  if (expressions.length === 0) return null;
  const without = quoted(terms.filter((term) => term.excluded))
    .map((expression) => ` NOT ${expression}`)
    .join('');
  const wantedWords = wanted.flatMap((term) => term.words);
  const marked = wantedWords.filter((word) => !isStopWord(word));
  return {
    and: `(${expressions.join(' AND ')})${without}`,
    or: `(${expressions.slice(0, MAX_OR_TERMS).join(' OR ')})${without}`,
    stems: new Set((marked.length > 0 ? marked : wantedWords).map(stemWord)),
    termCount: expressions.length,
  };
}
