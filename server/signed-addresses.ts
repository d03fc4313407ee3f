import { redirectKey } from '#db/paper/redirects.ts';
import { editions } from '#lib/locales.ts';

/** A signed address is private to its holder, even after it has expired. */
const SIGNED = new RegExp(
  `^(${editions.prefixPattern}/(?:comments|preview|newsroom/(?:email|invitation|reset))/).+`,
);
/** Could be a mail address. */
const MAIL = /[^/]*@[^/]*/g;

/** A path that may be logged: without tokens and mail addresses. */
export const withoutSecrets = (path: string): string =>
  encodeURI(redirectKey(path)).replace(SIGNED, '$1…').replace(MAIL, '…');

export const isPrivateAddress = (path: string): boolean =>
  withoutSecrets(path) !== encodeURI(redirectKey(path));
