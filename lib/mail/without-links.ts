/** Addresses with a scheme, mail addresses, and bare host names, which mail programs turn into links. */
const LINK = /[a-z][a-z\d+.-]*:\/\/\S+|\S+@\S+|(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?=$|[^\p{L}\p{N}])\S*/giu;

/**
 * A reader's text for a mail. Everything that a mail program would turn into a link is replaced by `word`, so
 * that our mail contains no foreign links.
 */
export const withoutLinks = (text: string, word: string): string => text.replace(LINK, word);

/** The first words of a text on one line, with an ellipsis if it was cut. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= length
    ? line
    : `${letters
        .slice(0, length)
        .join('')
        .replace(/\s+\S*$/, '')}…`;
}
