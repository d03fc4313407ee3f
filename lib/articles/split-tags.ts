import { fold } from '#lib/arabic/fold.ts';

/** The maximum number of tags of an article. */
export const TAGS_MAX = 12;
/** The maximum length of a tag name, in characters. */
export const TAG_MAX = 60;
export const TAG_SEPARATOR = /[،,\n]/;

/**
 * Splits a comma-separated line into tag names without duplicates: «المناره» and «المنارة» are the same tag.
 */
export function splitTags(text: string): string[] {
  const names = text
    .split(TAG_SEPARATOR)
    .map((tag) => tag.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
  return names
    .filter((name, at) => names.findIndex((other) => fold(other) === fold(name)) === at)
    .slice(0, TAGS_MAX);
}
