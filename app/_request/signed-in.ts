import { cookies } from 'next/headers';
import { cache } from 'react';
import { getSession } from '#db/people/auth.ts';
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/locales.ts';

/** What a browser asked for, for the pages before somebody is known. */
export const LANGUAGE_COOKIE = 'midad_language';

/** Written anew from the jar: in an action, cookies that it has just set count already. */
export async function cookieHeader(): Promise<string> {
  const jar = await cookies();
  return jar
    .getAll()
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
}

/** The session of who asks, or null. One look into the database for all parts of a page, words included. */
export const getSignedIn = cache(async () => getSession(await cookieHeader()));

/**
 * The language of the newsroom's pages: the signed-in person's; before that the browser's last choice, never
 * a guess.
 */
export async function newsroomLocale(): Promise<Locale> {
  const known = (await getSignedIn())?.user.locale ?? (await cookies()).get(LANGUAGE_COOKIE)?.value ?? '';
  return isLocale(known) ? known : DEFAULT_LOCALE;
}
