import { firstCharacters } from '#lib/arabic/count-characters.ts';

/**
 * For a field that React does not control: cuts what is past the limit. The browser's `maxlength` counts
 * UTF-16 units, not characters.
 */
export function keepFirst(field: HTMLInputElement | HTMLTextAreaElement, most: number): void {
  const kept = firstCharacters(field.value, most);
  if (kept !== field.value) field.value = kept;
}
