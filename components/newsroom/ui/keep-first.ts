import { firstCharacters } from '#lib/arabic/count-characters.ts';

/**
 * For a field that React does not hold: what is past the limit is not typed. The browser's own `maxlength`
 * counts units, not characters.
 */
export function keepFirst(field: HTMLInputElement | HTMLTextAreaElement, most: number): void {
  const kept = firstCharacters(field.value, most);
  if (kept !== field.value) field.value = kept;
}
