import { fold } from '#lib/arabic/fold.ts';

/** As many as an article may have. */
export const MOST_TAGS = 12;
/** The longest name of one, in characters. */
export const TAG_MAX = 60;
export const TAG_SEPARATOR = /[،,\n]/;

/** Names out of a line of them with commas, each once: «المناره» says nothing that «المنارة» did not. */
export function splitTags(text: string): string[] {
  const names = text
    .split(TAG_SEPARATOR)
    .map((tag) => tag.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
  return names
    .filter((name, at) => names.findIndex((other) => fold(other) === fold(name)) === at)
    .slice(0, MOST_TAGS);
}
