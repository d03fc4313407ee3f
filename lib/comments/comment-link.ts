import { localePath, type Locale } from '../locales.ts';
import { signText, verifySigned } from '../crypto.ts';

/** The token in `?comment=…` and in the status page's address that shows a comment to its author. */
export const makeCommentLink = (key: Buffer, commentId: string): string => signText(key, commentId);

/** The id in a token that we signed, or null. */
export const readCommentLink = (key: Buffer, token: string): string | null => verifySigned(key, token);

/** Where its author follows a comment. */
export const commentStatusPath = (locale: Locale, token: string): string => localePath(locale, `/comments/${token}`);
