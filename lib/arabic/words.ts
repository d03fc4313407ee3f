import { cleanText } from './fold.ts';

export type Token = { text: string; start: number; end: number };

/**
 * A letter or digit, then any character of a word (marks and invisible characters not at its end), then an
 * English 's.
 */
const TOKEN =
  /(?!\u0640)[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}]*[\p{L}\p{N}\p{M}])?(?:['’][sS](?![\p{L}\p{N}\p{M}]))?/gu;

/** The words of a text as written, with vowel signs and tatweel, and their positions. */
export const tokenize = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

/** The clean words of a token: usually one, several for characters like ﷺ. */
export const tokenWords = (token: string): string[] =>
  cleanText(token)
    .replace(/['’]s$/, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The clean words of a text in order, with their hamzas. */
export const words = (text: string): string[] => tokenize(text).flatMap((token) => tokenWords(token.text));

export const countWords = (text: string): number => tokenize(text).length;
