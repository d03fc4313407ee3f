import { randomToken, signText, verifySigned } from '#lib/security/crypto.ts';

/*
 * Proves that the form came from this server, for this article, recently. Cached pages are shared, so their
 * token is too: it contains the article and a span of hours, and is valid only for a preview. A reader's own
 * token contains the millisecond and can be used once. It is `fresh` if the script requested it on first
 * focus: then the time until the form is sent distinguishes a bot from a person. In a returned form (a
 * preview, an error) it is `returned`, and a person may send it at once.
 */
const HOUR = 3_600_000;
/**
 * A shared token is the same for six hours, so that a cached page stays right that long. Articles change
 * theirs at different minutes: their pages are not all rendered at once.
 */
const SPAN = 6 * HOUR;
const MINUTE = 60_000;
const phaseOf = (articleNumber: number) => (articleNumber % (SPAN / MINUTE)) * MINUTE;
const spanOf = (articleNumber: number, now: Date) =>
  Math.floor((now.getTime() + phaseOf(articleNumber)) / SPAN);
const startOf = (articleNumber: number, span: number) => span * SPAN - phaseOf(articleNumber);

export type OwnToken = { kind: 'fresh' | 'returned'; nonce: string; issuedAt: Date; expiresAt: Date };
export type FormToken = { kind: 'shared' } | OwnToken;

export const makeSharedToken = (key: Buffer, articleNumber: number, now: Date): string =>
  signText(key, `shared:${articleNumber}:${spanOf(articleNumber, now)}`);

/** The time (inclusive) from which, and the time (exclusive) until which the shared token is the same. */
export function sharedTokenSpan(articleNumber: number, now: Date): { from: Date; until: Date } {
  const span = spanOf(articleNumber, now);
  return { from: new Date(startOf(articleNumber, span)), until: new Date(startOf(articleNumber, span + 1)) };
}

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
    const ageSinceEnd = now.getTime() - startOf(articleNumber, Number(made) + 1);
    return ageSinceEnd >= -SPAN && ageSinceEnd <= hours * HOUR ? { kind } : null;
  }
  const age = now.getTime() - Number(made);
  if ((kind !== 'fresh' && kind !== 'returned') || age < 0 || age > hours * HOUR) return null;
  return { kind, nonce, issuedAt: new Date(Number(made)), expiresAt: new Date(Number(made) + hours * HOUR) };
}
