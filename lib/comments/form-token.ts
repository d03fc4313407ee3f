import { randomToken, signText, verifySigned } from '#lib/security/crypto.ts';

/*
 * Proves that the form came from us, for this article, not long ago. Cached pages are shared, so what stands
 * in them is too: it names the article and the hour it was made in, and is good for a preview only. A
 * reader's own token names the millisecond and can be used once. It is `fresh` when the script asked for it
 * on first focus, and then the time until the sending tells a program from a person; in a form that came back
 * (a preview, a fault) it is `returned`, and a person may press the button at once.
 */
const HOUR = 3_600_000;

export type OwnToken = { kind: 'fresh' | 'returned'; nonce: string; issuedAt: Date; expiresAt: Date };
export type FormToken = { kind: 'shared' } | OwnToken;

export const makeSharedToken = (key: Buffer, articleNumber: number, now: Date): string =>
  signText(key, `shared:${articleNumber}:${Math.floor(now.getTime() / HOUR)}`);

export const makeOwnToken = (key: Buffer, kind: OwnToken['kind'], articleNumber: number, now: Date): string =>
  signText(key, `${kind}:${articleNumber}:${now.getTime()}:${randomToken(12)}`);

/** What a token of ours for this article says; null when it is none, or older than `hours`. */
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
