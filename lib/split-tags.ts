/** As many as an article may have. */
export const MOST_TAGS = 12;
export const TAG_SEPARATOR = /[،,\n]/;

/** Names out of a line of them with commas, each once. */
export const splitTags = (text: string): string[] =>
  [...new Set(text.split(TAG_SEPARATOR).map((tag) => tag.trim().replace(/\s+/g, ' ')).filter(Boolean))].slice(0, MOST_TAGS);
