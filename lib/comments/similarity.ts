import { foldForMatching } from './match-fold.ts';

/*
 * Finds near-copies without storing or comparing texts: MinHash over the 3-grams of the folded text. A 64-bit
 * SimHash cannot separate short comments. With one of five words changed, a tenth differ in 19 bits or more;
 * 1 in 500 pairs of unrelated comments is that close.
 */

/**
 * Each place stores 4 bits of the smallest hash of all grams. The share of equal places is the share of
 * common grams.
 */
const PLACES = 64;
const BY_CHANCE = 1 / 16;
const GRAM = 3;

/**
 * At this similarity a person would call it the same comment. One changed word of eight leaves ¾; two
 * comments on one article share less than ⅓.
 */
export const NEAR = 0.5;

/** Copies that link to different pages are still copies. */
const ADDRESS = /(https?:\/\/|www\.)([^\s/?#]+)\S*/gi;

/**
 * Odd factors, so that the multiplication is invertible. They come from a fixed seed, because signatures are
 * stored and compared for years.
 */
const FACTORS = (() => {
  let state = 0x6d696461;
  return Uint32Array.from({ length: PLACES }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state ^ (state >>> 15)) | 1;
  });
})();

function hashGram(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + GRAM; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function mix(hash: number, factor: number): number {
  const product = Math.imul(hash, factor);
  return Math.imul(product ^ (product >>> 15), 0x2c1b3c6d) >>> 0;
}

/** A signature of 64 hex digits, similar for near-copies; empty for a text without letters or digits. */
export function shingleSignature(text: string): string {
  const folded = foldForMatching(text.replace(ADDRESS, ' $2 ')).text;
  if (folded === '') return '';
  const padded = ` ${folded} `;
  const smallest = new Uint32Array(PLACES).fill(0xffffffff);
  const grams = new Set(
    Array.from({ length: padded.length - GRAM + 1 }, (_, start) => hashGram(padded, start)),
  );
  for (const gram of grams) {
    for (let place = 0; place < PLACES; place++) {
      const hash = mix(gram, FACTORS[place]!);
      if (hash < smallest[place]!) smallest[place] = hash;
    }
  }
  return Array.from(smallest, (hash) => (hash & 0xf).toString(16)).join('');
}

/**
 * The similarity of two texts, 0 to 1, from their signatures. Places that are equal by chance are subtracted.
 */
export function similarity(a: string, b: string): number {
  if (a.length !== PLACES || b.length !== PLACES) return 0;
  let same = 0;
  for (let place = 0; place < PLACES; place++) if (a.charCodeAt(place) === b.charCodeAt(place)) same++;
  return Math.max(0, (same / PLACES - BY_CHANCE) / (1 - BY_CHANCE));
}

/**
 * The maximum number of different places. Unrelated texts exceed it before half of the places are compared.
 */
const MOST_APART = PLACES - Math.ceil((NEAR * (1 - BY_CHANCE) + BY_CHANCE) * PLACES);

/** Whole numbers of 32 bits that hold a signature. */
const WORDS = PLACES / 8;

/**
 * Signatures as whole numbers, eight places in each, to compare one with many. A text without a signature
 * gives zeros, which is no near-copy of any.
 */
export function packSignatures(signatures: readonly string[]): Uint32Array {
  const bytes = Buffer.from(
    signatures.map((each) => (each.length === PLACES ? each : '0'.repeat(PLACES))).join(''),
    'hex',
  );
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

/** How many of eight places differ: a place differs if any of its four bits does. */
function countPlaces(difference: number): number {
  const halves = difference | (difference >>> 1);
  return Math.imul((halves | (halves >>> 2)) & 0x11111111, 0x11111111) >>> 28;
}

/** The places in a list of packed signatures whose texts are near-copies of one text. */
export function* findNearCopies(packed: Uint32Array, signature: string): Generator<number> {
  if (signature.length !== PLACES) return;
  const own = packSignatures([signature]);
  for (let start = 0; start < packed.length; start += WORDS) {
    let apart = 0;
    let isEmpty = true;
    for (let word = 0; word < WORDS && apart <= MOST_APART; word++) {
      const other = packed[start + word]!;
      if (other !== 0) isEmpty = false;
      apart += countPlaces(other ^ own[word]!);
    }
    if (apart <= MOST_APART && !isEmpty) yield start / WORDS;
  }
}

export function isNearCopy(a: string, b: string): boolean {
  if (a.length !== PLACES || b.length !== PLACES) return false;
  for (let place = 0, apart = 0; place < PLACES; place++) {
    if (a.charCodeAt(place) !== b.charCodeAt(place) && ++apart > MOST_APART) return false;
  }
  return true;
}
