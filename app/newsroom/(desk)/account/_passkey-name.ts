import { filledLine } from '#lib/text/text-field.ts';

/** What somebody calls a key, to know it again. */
export const passkeyName = filledLine(60);
