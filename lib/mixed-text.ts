import { createElement, Fragment, type ReactNode } from 'react';
import { findLtrRuns, findRtlRuns, type Run } from './arabic/mixed-runs.ts';
import { keepNames } from './keep-names.ts';
import type { Locale } from './locales.ts';

/** The runs of a text that are isolated where the text round them runs as the edition does. */
export const findMixedRuns = (text: string, locale: Locale): Run[] => (locale === 'ar' ? findLtrRuns(text) : findRtlRuns(text));
export const runDirection = (locale: Locale) => (locale === 'ar' ? 'ltr' : 'rtl');

/** Letters that the sans face has not (components/site/font-files.ts): a word with one is set in the other face, not in two. */
const HAS_OTHER = /[ڨڥڢڧڛۅݐٲٳٵ]/u;

function wholeWords(text: string): ReactNode {
  if (!HAS_OTHER.test(text)) return text;
  const parts = text.split(/([\p{L}\p{M}]+)/u).map((part, n) => (n % 2 === 1 && HAS_OTHER.test(part) ? createElement('span', { className: 'font-serif' }, part) : part));
  return createElement(Fragment, null, ...parts);
}

/** A piece of a text whose runs were parted before. */
export const around = (text: string, locale: Locale): ReactNode => (locale === 'ar' ? wholeWords(text) : keepNames(text));

/**
 * Text as a page shows it: numbers, signs and words of the other direction stand in their own order, and a transliterated name on one
 * line. No character is added, so that what is copied is what was written.
 */
export function mixedText(text: string, locale: Locale): ReactNode {
  const runs = findMixedRuns(text, locale);
  if (runs.length === 0) return around(text, locale);
  let done = 0;
  const parts = runs.flatMap(({ start, end }) => {
    const before = text.slice(done, start);
    done = end;
    return [around(before, locale), createElement('bdi', { dir: runDirection(locale) }, text.slice(start, end))];
  });
  return createElement(Fragment, null, ...parts, around(text.slice(done), locale));
}
