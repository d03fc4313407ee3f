import { domainToUnicode } from 'node:url';
import { scriptsOf, UNKNOWN_SCRIPT } from './scripts.ts';

/** Vowel signs and invisible characters make a second host that looks like the first. */
const UNSEEN = /[\p{M}\p{C}]/u;

/**
 * Where a link leads, for people to read: `قطر` rather than `xn--wgbl6a`, but only where the host is of one
 * script, its last part included. Among Latin letters one script is no protection (`gооgle`, but `ɡoogle` and
 * `googIe` too): those stay as punycode.
 */
export function linkHost(url: URL): string {
  const unicode = domainToUnicode(url.hostname);
  const [script, ...others] = scriptsOf(unicode);
  const isPlain =
    script !== undefined &&
    others.length === 0 &&
    script !== 'Latin' &&
    script !== UNKNOWN_SCRIPT &&
    !UNSEEN.test(unicode);
  return isPlain ? url.host.replace(url.hostname, unicode) : url.host;
}
