import { signText, verifySigned } from '#lib/security/crypto.ts';

/*
 * The same browser again: a random id, signed, in a cookie that scripts can't read. Never made from an
 * address. Pages don't read it (they are the same for all); only the handlers of forms do.
 */
const NAME = 'writer';
/** What a writer has earned is forgotten with the cookie; each accepted comment renews it. */
const DAYS = 180;
const PURPOSE = 'writer:';

/** The `Set-Cookie` that makes this browser known. */
export const writerCookie = (key: Buffer, writerId: string, isSecure: boolean): string =>
  `${NAME}=${signText(key, PURPOSE + writerId)}; Path=/; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

/** The writer's id in a request's `Cookie` header; empty when there is none that we signed. */
export function readWriter(key: Buffer, cookies: string | null): string {
  const values = (cookies ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each.startsWith(`${NAME}=`));
  for (const value of values) {
    const payload = verifySigned(key, value.slice(NAME.length + 1));
    if (payload?.startsWith(PURPOSE)) return payload.slice(PURPOSE.length);
  }
  return '';
}
