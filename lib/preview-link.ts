import { signText, verifySigned } from './crypto.ts';
import { localePath, type Locale } from './locales.ts';

const DAY = 86_400_000;
/** For so long a link shows an article that is not published. */
export const PREVIEW_DAYS = 7;

type Preview = { articleId: string; /** The working copy's own word: with another one, older links end. */ nonce: string; expiresAt: Date };

const signed = ({ articleId, nonce, expiresAt }: Preview) => `${articleId}.${nonce}.${expiresAt.getTime().toString(36)}`;

export const previewExpiry = (now: Date): Date => new Date(now.getTime() + PREVIEW_DAYS * DAY);

export const makePreviewToken = (key: Buffer, preview: Preview): string => signText(key, signed(preview));

/** What a token names, when we signed it and its time has not run out; the nonce is still to be compared. */
export function readPreviewToken(key: Buffer, token: string, now: Date): Preview | null {
  const [articleId, nonce, expires] = (verifySigned(key, token) ?? '').split('.');
  if (!articleId || nonce === undefined || !expires) return null;
  const expiresAt = new Date(parseInt(expires, 36));
  return expiresAt > now ? { articleId, nonce, expiresAt } : null;
}

export const previewPath = (locale: Locale, token: string): string => localePath(locale, `/preview/${token}`);
