import { parseSetCookieHeader } from 'better-auth/cookies';
import { cookies } from 'next/headers';

/** Passes the cookies of better-auth's response on to the browser. */
export async function setAuthCookies(lines: string[]): Promise<void> {
  const jar = await cookies();
  for (const line of lines) {
    for (const [name, cookie] of parseSetCookieHeader(line)) {
      jar.set(name, cookie.value, {
        path: cookie.path ?? '/newsroom',
        httpOnly: true,
        sameSite: 'lax',
        secure: cookie.secure === true,
        ...(cookie['max-age'] !== undefined && { maxAge: cookie['max-age'] }),
      });
    }
  }
}
