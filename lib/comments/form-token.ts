import { randomToken, signText, verifySigned } from '#lib/security/crypto.ts';

/*
 * Proves that the form came from this server, for this article, recently. Cached pages are shared, so their
 * token is too: it contains the article and the hour, and is valid only for a preview. A reader's own token
 * contains the millisecond and can be used once. It is `fresh` if the script requested it on first focus:
 * then the time until the form is sent distinguishes a bot from a person. In a returned form (a preview, an
 * error) it is `returned`, and a person may send it at once.
 */
const HOUR = 3_600_000;

export type OwnToken = { kind: 'fresh' | 'returned'; nonce: string; issuedAt: Date; expiresAt: Date };
export type FormToken = { kind: 'shared' } | OwnToken;

export const makeSharedToken = (key: Buffer, articleNumber: number, now: Date): string =>
  signText(key, `shared:${articleNumber}:${Math.floor(now.getTime() / HOUR)}`);

export const makeOwnToken = (key: Buffer, kind: OwnToken['kind'], articleNumber: number, now: Date): string =>
  signText(key, `${kind}:${articleNumber}:${now.getTime()}:${randomToken(12)}`);

/** The content of our token for this article; null if it is invalid or older than `hours`. */
export function readFormToken(
  key: Buffer,
  token: string,
  articleNumber: number,
  now: Date,
  hours: number,
): FormToken | null {
  const [kind, number, made, nonce = ''] = verifySigned(key, token)?.split(':') ?? [];
  if (Number(number) !== articleNumber) return null;
  if (kind === 'shared') {
    const age = Math.floor(now.getTime() / HOUR) - Number(made);
    return age >= 0 && age <= hours ? { kind } : null;
  }
  const age = now.getTime() - Number(made);
  if ((kind !== 'fresh' && kind !== 'returned') || age < 0 || age > hours * HOUR) return null;
  return { kind, nonce, issuedAt: new Date(Number(made)), expiresAt: new Date(Number(made) + hours * HOUR) };
}
