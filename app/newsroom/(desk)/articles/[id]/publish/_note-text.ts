import { cleanProse } from '#lib/arabic/clean-field.ts';
import { isLongerThan } from '#lib/arabic/count-characters.ts';

/** Limit of a dated note, and of the reason for returning an article. The messages state it too. */
const MOST = 1000;

/** The text as it would be stored. It is never cut: `noteFault` rejects a text that is too long. */
export const noteText = (form: FormData): string => cleanProse(String(form.get('text') ?? ''));

/** The message key for a text that is rejected, or undefined. `missing` is the key for an empty text. */
export function noteFault<Missing extends string>(
  text: string,
  missing: Missing,
): Missing | 'textTooLong' | undefined {
  if (text === '') return missing;
  return isLongerThan(text, MOST) ? 'textTooLong' : undefined;
}
