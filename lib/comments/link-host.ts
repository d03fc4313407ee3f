import { domainToUnicode } from 'node:url';
import { scriptsOf, UNKNOWN_SCRIPT } from './scripts.ts';

/** Vowel signs and invisible characters create a second host that looks like the first. */
const UNSEEN = /[\p{M}\p{C}]/u;

/**
 * The host of a link for people to read: `قطر` instead of `xn--wgbl6a`, if the whole host is in one script,
 * including its last part. For Latin one script is no protection (`gооgle`, but also `ɡoogle` and `googIe`),
 * so those stay punycode.
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
