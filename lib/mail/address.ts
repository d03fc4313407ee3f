import { z } from 'zod';
import { asciiDigits } from '#lib/arabic/fold.ts';

const MOST = 254;
/**
 * What a paste brings along: `<a@b.example>`, `mailto:a@b.example`, marks of direction, spaces, the comma
 * behind it.
 */
const AROUND = /^(?:mailto:|[\s<"'«(])+|[\s>"'»),،;؛.]+$/gi;
/** What cannot be seen stands in no address. */
const UNSEEN = /[\p{Cf}\p{Cc}\u034F\u115F\u1160\u3164\uFE00-\uFE0F]/gu;
const DOMAIN =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/;
/** Signs that part an address of the web, and must not stand in a domain. */
const NO_DOMAIN = /[\s/\\?#@:[\]%<>^|]/;
const local = z.email();

/** `موقع.مصر` as mail servers know it; undefined for what is no domain. */
function asciiDomain(domain: string): string | undefined {
  if (NO_DOMAIN.test(domain)) return undefined;
  const host = URL.parse(`http://${domain}/`)?.hostname ?? '';
  return DOMAIN.test(host) ? host : undefined;
}

/**
 * An address as somebody typed or pasted it, in the one form that is kept, found again and sent to: small
 * letters, digits of ASCII, the domain in ASCII too (`user@موقع.مصر` and `USER@xn--4gbrim.xn--wgbh1c` are
 * one). Undefined for what is none.
 */
export function readMailAddress(typed: string): string | undefined {
  if (typed.length > 4 * MOST) return undefined;
  const text = asciiDigits(typed.replace(UNSEEN, '')).replace(AROUND, '').replace('＠', '@').toLowerCase();
  const at = text.lastIndexOf('@');
  const name = text.slice(0, at).trim();
  const domain = at < 1 ? undefined : asciiDomain(text.slice(at + 1).trim());
  const address = `${name}@${domain}`;
  return domain && address.length <= MOST && local.safeParse(`${name}@midad.example`).success
    ? address
    : undefined;
}
