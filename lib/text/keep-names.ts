import { createElement, type ReactNode } from 'react';

/** Names like Ras al-Manara: a line that ends in «al-» misreads. */
const ARTICLE = /((?<![\p{L}\p{N}])al-[\p{L}’']+)/iu;

/**
 * Text for a page in which the article of a transliterated name stays with its noun. No character is added:
 * copies are clean.
 */
export function keepNames(text: string): ReactNode {
  const parts = text.split(ARTICLE);
  if (parts.length === 1) return text;
  return parts.map((part, n) =>
    n % 2 === 1 ? createElement('span', { key: n, className: 'whitespace-nowrap' }, part) : part,
  );
}
