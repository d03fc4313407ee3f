/** Words whose s is not a plural ending. */
const NOT_PLURAL = new Set(['news', 'series', 'species', 'does', 'always', 'perhaps']);

/** Removes the plural ending of an English word and nothing else, so that names stay names. */
export function stemEnglish(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || NOT_PLURAL.has(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz|[a-z]{3}o)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}
