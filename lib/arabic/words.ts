import { cleanText } from './fold.ts';
export const tokenize = (text: string) => [...text.matchAll(/[\p{L}\p{N}\p{M}\u0640\u200c\u200d]+/gu)].map((m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
export const words = (s: string): string[] => cleanText(s).match(/[\p{L}\p{N}]+/gu) ?? [];
export const countWords = (s: string) => words(s).length;
