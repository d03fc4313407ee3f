/** Words whose s is no plural. */
const NOT_PLURAL = new Set(['news', 'series', 'species', 'does', 'always', 'perhaps']);

/** Takes the plural off an English word; nothing more, so that names stay names. */
export function stemEnglish(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || NOT_PLURAL.has(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz|[a-z]{3}o)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}
