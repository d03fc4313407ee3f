import { createElement, Fragment, type ReactNode } from 'react';
import { findLtrRuns, findRtlRuns, type Run } from './arabic/mixed-runs.ts';
import { keepNames } from './keep-names.ts';
import type { Locale } from './locales.ts';

/** The runs of a text that are isolated where the text round them runs as the edition does. */
export const findMixedRuns = (text: string, locale: Locale): Run[] => (locale === 'ar' ? findLtrRuns(text) : findRtlRuns(text));
export const runDirection = (locale: Locale) => (locale === 'ar' ? 'ltr' : 'rtl');

const around = (text: string, locale: Locale) => (locale === 'ar' ? text : keepNames(text));

/**
 * Text as a page shows it: numbers, signs and words of the other direction stand in their own order, and a transliterated name on one
 * line. No character is added, so that what is copied is what was written.
 */
export function mixedText(text: string, locale: Locale): ReactNode {
  const runs = findMixedRuns(text, locale);
  if (runs.length === 0) return keepNames(text);
  let done = 0;
  const parts = runs.flatMap(({ start, end }) => {
    const before = text.slice(done, start);
    done = end;
    return [around(before, locale), createElement('bdi', { dir: runDirection(locale) }, text.slice(start, end))];
  });
  return createElement(Fragment, null, ...parts, around(text.slice(done), locale));
}
