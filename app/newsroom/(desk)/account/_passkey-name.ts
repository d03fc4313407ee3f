import { filledLine } from '#lib/text/text-field.ts';

/** The name by which a person recognizes a passkey. */
export const passkeyName = filledLine(60);
