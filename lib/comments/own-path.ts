import { localePath, type Locale } from '../locales.ts';

/** Where a writer finds their comments again. These addresses give no power: the writer cookie does. */
export const minePath = (locale: Locale): string => localePath(locale, '/comments/mine');

/** Where they follow one of them. */
export const ownCommentPath = (locale: Locale, id: string): string => localePath(locale, `/comments/${id}`);

/** Where a mailed link leads that opens them in another browser. */
export const openPath = (locale: Locale, token: string): string =>
  localePath(locale, `/comments/open/${token}`);
