import { signText, verifySigned } from '#lib/security/crypto.ts';

/*
 * Recognizes a browser by a random id, signed, in a cookie that scripts cannot read. Never derived from an
 * address. Pages do not read it (they are the same for all readers); only form handlers do.
 */
const NAME = 'writer';
/** A writer's history is lost with the cookie. Each accepted comment renews it. */
const DAYS = 180;
const PURPOSE = 'writer:';

/** The `Set-Cookie` header that stores the writer in this browser. */
export const writerCookie = (key: Buffer, writerId: string, isSecure: boolean): string =>
  `${NAME}=${signText(key, PURPOSE + writerId)}; Path=/; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

/** The writer's id in a request's `Cookie` header; empty if there is none with a valid signature. */
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
