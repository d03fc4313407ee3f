import { signText, verifySigned } from '#lib/security/crypto.ts';
import { localePath, type Locale } from '#lib/locales.ts';

const DAY = 86_400_000;
/** How long a link shows an article that is not published. */
export const PREVIEW_DAYS = 7;

type Preview = {
  articleId: string;
  /** A value of the working copy. Changing it invalidates older links. */
  nonce: string;
  expiresAt: Date;
};

const signed = ({ articleId, nonce, expiresAt }: Preview) =>
  `${articleId}.${nonce}.${expiresAt.getTime().toString(36)}`;

export const previewExpiry = (now: Date): Date => new Date(now.getTime() + PREVIEW_DAYS * DAY);

export const makePreviewToken = (key: Buffer, preview: Preview): string => signText(key, signed(preview));

/**
 * The content of a token, if its signature is valid. The caller still has to compare its time and its nonce.
 */
export function readPreviewToken(key: Buffer, token: string): Preview | null {
  const [articleId, nonce, expires] = (verifySigned(key, token) ?? '').split('.');
  if (!articleId || nonce === undefined || !expires) return null;
  return { articleId, nonce, expiresAt: new Date(parseInt(expires, 36)) };
}

export const previewPath = (locale: Locale, token: string): string => localePath(locale, `/preview/${token}`);
