import { cleanText } from './fold.ts';

export type Token = { text: string; start: number; end: number };

/**
 * A letter or digit, then whatever a word may hold (signs and invisible characters not at its end), then an
 * English 's.
 */
const TOKEN =
  /(?!\u0640)[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}]*[\p{L}\p{N}\p{M}])?(?:['’][sS](?![\p{L}\p{N}\p{M}]))?/gu;

/** The words of a text as they are written, vowel signs and tatweel included, with their places in it. */
export const tokenize = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

/** A token's clean words: one as a rule, more for signs like ﷺ that stand for several. */
export const tokenWords = (token: string): string[] =>
  cleanText(token)
    .replace(/['’]s$/, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The clean words of a text, hamzas kept, in order. */
export const words = (text: string): string[] => tokenize(text).flatMap((token) => tokenWords(token.text));

export const countWords = (text: string): number => tokenize(text).length;
