import { createElement, Fragment, type ReactNode } from 'react';
import { findLtrRuns, findRtlRuns, type Run } from '#lib/arabic/mixed-runs.ts';
import { directionIn } from '#lib/arabic/text-direction.ts';
import { keepNames } from './keep-names.ts';
import { dirOf, editions, type Locale, LOCALES, scriptOf } from '#lib/locales.ts';

/** The runs of a text that need isolation if the surrounding text has the edition's direction. */
export const findMixedRuns = (text: string, locale: Locale): Run[] =>
  dirOf(locale) === 'rtl' ? findLtrRuns(text) : findRtlRuns(text);
export const runDirection = (locale: Locale) => (dirOf(locale) === 'rtl' ? 'ltr' : 'rtl');
/** An edition with this direction. */
export const editionWith = (dir: ReturnType<typeof dirOf>): Locale =>
  LOCALES.find((locale) => dirOf(locale) === dir)!;

/**
 * The edition whose direction an independent text has: that of the page, unless it is all in the other
 * edition's letters.
 */
export const editionOf = (text: string, locale: Locale): Locale =>
  directionIn(text, dirOf(locale)) === runDirection(locale) ? editions.across(locale) : locale;

/**
 * Letters that the sans face lacks (components/site/font-files.ts). A text with one is set in the other face
 * as a whole, not in two.
 */
const HAS_OTHER = /[ڨڥڢڧڛۅݐٲٳٵ]/u;

function wholeWords(text: string): ReactNode {
  if (!HAS_OTHER.test(text)) return text;
  const parts = text
    .split(/([\p{L}\p{M}]+)/u)
    .map((part, n) =>
      n % 2 === 1 && HAS_OTHER.test(part) ? createElement('span', { className: 'font-serif' }, part) : part,
    );
  return createElement(Fragment, null, ...parts);
}

/** Renders a piece of a text whose runs were isolated before. */
export const around = (text: string, locale: Locale): ReactNode =>
  scriptOf(locale) === 'arabic' ? wholeWords(text) : keepNames(text);

type Write = (text: string, locale: Locale) => ReactNode;

function isolateRuns(text: string, locale: Locale, write: Write): ReactNode {
  const runs = findMixedRuns(text, locale);
  if (runs.length === 0) return write(text, locale);
  let done = 0;
  const parts = runs.flatMap(({ start, end }) => {
    const before = text.slice(done, start);
    done = end;
    return [
      write(before, locale),
      createElement('bdi', { dir: runDirection(locale) }, text.slice(start, end)),
    ];
  });
  return createElement(Fragment, null, ...parts, write(text.slice(done), locale));
}

const asItIs: Write = (text, locale) => (scriptOf(locale) === 'arabic' ? text : keepNames(text));

/** Whether a text has a letter that the sans face lacks, so that it is set in the other face. */
export const isInSerif = (text: string): boolean => HAS_OTHER.test(text);

/**
 * Renders an independent text: in its own direction and in one face. `make` renders its content; its argument
 * is the edition whose direction it has.
 */
export function ownText(text: string, locale: Locale, make: (edition: Locale) => ReactNode): ReactNode {
  const edition = editionOf(text, locale);
  if (edition === locale && !isInSerif(text)) return make(locale);
  const face: Record<string, string> = isInSerif(text) ? { className: 'font-serif' } : {};
  if (edition === locale) return createElement('span', face, make(locale));
  return createElement('bdi', { dir: runDirection(locale), ...face }, make(edition));
}

/**
 * Renders a text: numbers, signs and words of the other direction are isolated, and transliterated names stay
 * on one line. Adds no character, so that copied text is unchanged.
 */
export const mixedText = (text: string, locale: Locale): ReactNode =>
  ownText(text, locale, (edition) => isolateRuns(text, edition, isInSerif(text) ? asItIs : around));

/** The same for a piece of a line, which has the direction of the line. */
export const mixedPiece = (text: string, locale: Locale): ReactNode => isolateRuns(text, locale, around);
