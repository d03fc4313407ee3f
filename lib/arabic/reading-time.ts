/**
 * The reading speed of Arabic news in words. In English it is higher, since Arabic joins «and», «the» and
 * «his» to the word.
 */
const WORDS_A_MINUTE = 180;

/** The reading time in minutes, at least one. */
export const readingMinutes = (wordCount: number): number =>
  Math.max(1, Math.round(wordCount / WORDS_A_MINUTE));
