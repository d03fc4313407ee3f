import { foldedWords, foldForMatching } from './match-fold.ts';

/*
 * Naive Bayes over the newsroom's own decisions: multinomial, on folded words and the 3-grams inside them.
 * Each token counts once a text, so that repetition adds no weight. Its result orders and holds comments; it
 * never rejects one.
 */

/** How often a token occurred in spam and in approved comments. */
export type Tally = { spam: number; approved: number };
export type Counts = ReadonlyMap<string, Tally>;
/** The keys of the totals, which no token has: how many comments were learned, and how many tokens. */
export const TEXTS = '';
export const TOKENS = ' ';

export type Verdict = {
  /** The probability of spam, at least 1 % away from 0 and 1. */
  probability: number;
  /** The words with the most weight for spam, strongest first, in folded spelling. */
  topWords: string[];
};

const NEEDED: Tally = { spam: 50, approved: 200 };
const GRAM = 3;
const GRAM_SIGN = '~';
const LONGEST_WORD = 24;
/**
 * The first few hundred tokens are enough to classify a long comment. Each token is a row to update at every
 * decision.
 */
const MOST_TOKENS = 600;
const TOP_WORDS = 5;

/** A word has about four grams that repeat its evidence: together they weigh as much as the word. */
const GRAM_WEIGHT = 0.25;
/** A word seen a thousand times in spam is still one word. */
const STRONGEST = 3;
/** 99 %. */
const CERTAINTY = Math.log(99);
/** The certainty grows with the number of known words: one word stays below 70 %, nine can reach 95 %. */
const certaintyOf = (evidence: number) => Math.min(CERTAINTY, 0.5 + 0.3 * evidence);

/** An unknown form of a word is recognized by its grams, but it counts as one word, whatever its length. */
const GRAMS_OF_A_LONG_WORD = 12;

const SMOOTHING = 1;

/** Order numbers and phone numbers do not occur again. */
const asToken = (word: string) => (/^\d{5,}$/.test(word) ? '00000' : word.slice(0, LONGEST_WORD));

function gramsOf(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from(
    { length: padded.length - GRAM + 1 },
    (_, start) => GRAM_SIGN + padded.slice(start, start + GRAM),
  );
}

/** The words and 3-grams of a text, without duplicates. */
export function tokensOf(text: string): string[] {
  const words = [...new Set(foldedWords(foldForMatching(text)).map((word) => asToken(word.text)))];
  return [...new Set([...words, ...words.filter((word) => word.length >= GRAM).flatMap(gramsOf)])].slice(
    0,
    MOST_TOKENS,
  );
}

/**
 * What a decision about a text adds to or subtracts from the counts: each of its tokens once, and the totals.
 */
export function tallyOf(text: string): Map<string, number> {
  const tokens = tokensOf(text);
  return new Map([...tokens.map((token) => [token, 1] as const), [TEXTS, 1], [TOKENS, tokens.length]]);
}

/** Whether there are enough decisions to learn from. Expects the tally under `TEXTS`. */
export const isReady = (texts: Tally | undefined): boolean =>
  !!texts && texts.spam >= NEEDED.spam && texts.approved >= NEEDED.approved;

const isKnown = (tally: Tally | undefined) => !!tally && (tally.spam > 0 || tally.approved > 0);

/** The weight of a token for spam (above 0) or against it; 0 for an unknown one. */
function weigh(token: string, counts: Counts, scale: Tally): number {
  const { spam, approved } = counts.get(token) ?? { spam: 0, approved: 0 };
  const weight = Math.log(
    (Math.max(0, spam) * scale.spam + SMOOTHING) / (Math.max(0, approved) * scale.approved + SMOOTHING),
  );
  return Math.max(-STRONGEST, Math.min(STRONGEST, weight)) * (token.startsWith(GRAM_SIGN) ? GRAM_WEIGHT : 1);
}

/**
 * The probability that these tokens (from `tokensOf`) are spam. `counts` needs to contain only these tokens
 * and the totals.
 */
export function classify(counts: Counts, tokens: readonly string[]): Verdict {
  const all = counts.get(TOKENS) ?? counts.get(TEXTS) ?? { spam: 0, approved: 0 };
  if (all.spam <= 0 || all.approved <= 0) return { probability: 0.5, topWords: [] };
  // There are many approved comments and few spam ones. With plain smoothing a word seen only in approved
  // comments would count for spam, so the larger class is scaled down to the smaller. Both classes have the
  // same prior: last week's flood is no evidence.
  const smaller = Math.min(all.spam, all.approved);
  const scale = { spam: smaller / all.spam, approved: smaller / all.approved };
  const known = tokens.filter((token) => isKnown(counts.get(token)));
  const weights = known.map((token) => [token, weigh(token, counts, scale)] as const);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  const grams = known.filter((token) => token.startsWith(GRAM_SIGN)).length;
  const limit = certaintyOf(Math.max(known.length - grams, grams / GRAMS_OF_A_LONG_WORD));
  const words = weights
    .filter(([token, weight]) => !token.startsWith(GRAM_SIGN) && weight > 0)
    .sort((a, b) => b[1] - a[1]);
  return {
    probability: 1 / (1 + Math.exp(-Math.max(-limit, Math.min(limit, sum)))),
    topWords: words.slice(0, TOP_WORDS).map(([word]) => word),
  };
}
