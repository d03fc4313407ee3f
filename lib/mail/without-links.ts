/**
 * Addresses with a scheme, of mailboxes, and bare names of hosts, which mail programs turn into links by
 * themselves.
 */
const LINK = /[a-z][a-z\d+.-]*:\/\/\S+|\S+@\S+|(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?=$|[^\p{L}\p{N}])\S*/giu;

/**
 * A reader's words for a mail: whatever a mail program would make a link of gives way to `word`, so that no
 * mail of ours leads elsewhere.
 */
export const withoutLinks = (text: string, word: string): string => text.replace(LINK, word);

/** The first words of a text, on one line, and a sign where they were cut. */
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
