import { signText, verifySigned } from '../crypto.ts';

/** The token in `?comment=…` that shows a waiting comment to its author. */
export const makeCommentLink = (key: Buffer, commentId: string): string => signText(key, commentId);

/** The id in a token that we signed, or null. */
export const readCommentLink = (key: Buffer, token: string): string | null => verifySigned(key, token);
