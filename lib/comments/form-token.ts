import { signText, verifySigned } from '../crypto.ts';

/*
 * Proves that the form came from us, for this article, not long ago. Pages are cached and shared, so the token is too:
 * it names the article and the hour it was made in.
 */
const HOUR = 3_600_000;

export const makeFormToken = (key: Buffer, articleNumber: number, now: Date): string =>
  signText(key, `${articleNumber}:${Math.floor(now.getTime() / HOUR)}`);

/** Whether the token was made for this article within the last `hours`. */
export function isFormTokenValid(key: Buffer, token: string, articleNumber: number, now: Date, hours: number): boolean {
  const payload = verifySigned(key, token);
  const [number, hour] = payload?.split(':').map(Number) ?? [];
  if (number !== articleNumber || hour === undefined) return false;
  const age = Math.floor(now.getTime() / HOUR) - hour;
  return age >= 0 && age <= hours;
}
