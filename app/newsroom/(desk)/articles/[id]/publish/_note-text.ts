import { cleanProse } from '#lib/arabic/clean-field.ts';
import { isLongerThan } from '#lib/arabic/count-characters.ts';

/** Of a dated note, and of the reason for which an article is given back. The messages say it too. */
const MOST = 1000;

/** What was written, as it would be kept. It is never cut: what is too long is said. */
export const noteText = (form: FormData): string => cleanProse(String(form.get('text') ?? ''));

/** Why a text cannot stand, as the key of its message; `missing` says what is asked for. */
export function noteFault<Missing extends string>(
  text: string,
  missing: Missing,
): Missing | 'textTooLong' | undefined {
  if (text === '') return missing;
  return isLongerThan(text, MOST) ? 'textTooLong' : undefined;
}
