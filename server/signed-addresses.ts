import { redirectKey } from '#db/paper/redirects.ts';

/** A signed address is its holder's alone, also when it has ended. */
const SIGNED = /^((?:\/en)?\/(?:comments|preview|newsroom\/(?:email|invitation|reset))\/).+/;
/** May be somebody's mail address. */
const MAIL = /[^/]*@[^/]*/g;

/** A path as it may be written down: without what opens somebody's own pages. */
export const withoutSecrets = (path: string): string =>
  encodeURI(redirectKey(path)).replace(SIGNED, '$1…').replace(MAIL, '…');

export const isSomebodys = (path: string): boolean => withoutSecrets(path) !== encodeURI(redirectKey(path));
