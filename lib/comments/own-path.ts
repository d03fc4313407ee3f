import { localePath, type Locale } from '../locales.ts';

/** The path of a writer's own comments. The path grants no access: the writer cookie does. */
export const minePath = (locale: Locale): string => localePath(locale, '/comments/mine');

/** The path of one of their comments. */
export const ownCommentPath = (locale: Locale, id: string): string => localePath(locale, `/comments/${id}`);

/** The path in a mailed link that opens them in another browser. */
export const openPath = (locale: Locale, token: string): string =>
  localePath(locale, `/comments/open/${token}`);
