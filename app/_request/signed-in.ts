import { cookies } from 'next/headers';
import { cache } from 'react';
import { getSession } from '#db/people/auth.ts';
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/locales.ts';

/** The language that a browser chose, for the pages before sign-in. */
export const LANGUAGE_COOKIE = 'midad_language';

/**
 * Builds the header from the cookie jar: in an action, it includes the cookies that the action has just set.
 */
export async function cookieHeader(): Promise<string> {
  const jar = await cookies();
  return jar
    .getAll()
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
}

/** The session of the request, or null. One database read for all parts of a page, including its messages. */
export const getSignedIn = cache(async () => getSession(await cookieHeader()));

/**
 * The language of the newsroom's pages: the signed-in person's; before sign-in the browser's last choice,
 * never a guess.
 */
export async function newsroomLocale(): Promise<Locale> {
  const known = (await getSignedIn())?.user.locale ?? (await cookies()).get(LANGUAGE_COOKIE)?.value ?? '';
  return isLocale(known) ? known : DEFAULT_LOCALE;
}
