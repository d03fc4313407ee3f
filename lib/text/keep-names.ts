import { createElement, type ReactNode } from 'react';

/** Names like Ras al-Manara: a line break after «al-» is hard to read. */
const ARTICLE = /((?<![\p{L}\p{N}])al-[\p{L}’']+)/iu;

/**
 * Keeps the article of a transliterated name on one line with its noun. Adds no character, so that copied
 * text is unchanged.
 */
export function keepNames(text: string): ReactNode {
  const parts = text.split(ARTICLE);
  if (parts.length === 1) return text;
  return parts.map((part, n) =>
    n % 2 === 1 ? createElement('span', { key: n, className: 'whitespace-nowrap' }, part) : part,
  );
}
