/**
 * Arabic news is read at about this pace; English is faster, since Arabic writes «and», «the» and «his» into
 * the word.
 */
const WORDS_A_MINUTE = 180;

/** The minutes that reading takes, one at least. */
export const readingMinutes = (wordCount: number): number =>
  Math.max(1, Math.round(wordCount / WORDS_A_MINUTE));
