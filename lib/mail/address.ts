import { z } from 'zod';
import { asciiDigits } from '#lib/arabic/fold.ts';

const MOST = 254;
/**
 * Text around a pasted address: `<a@b.example>`, `mailto:a@b.example`, direction marks, spaces, a comma after
 * it.
 */
const AROUND = /^(?:mailto:|[\s<"'«(])+|[\s>"'»),،;؛.]+$/gi;
/** Invisible characters, which no address contains. */
const UNSEEN = /[\p{Cf}\p{Cc}\u034F\u115F\u1160\u3164\uFE00-\uFE0F]/gu;
const DOMAIN =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/;
/** Delimiters of URLs, which a domain must not contain. */
const NO_DOMAIN = /[\s/\\?#@:[\]%<>^|]/;
const local = z.email();

/** The ASCII form of `موقع.مصر`, as mail servers use it; undefined for an invalid domain. */
function asciiDomain(domain: string): string | undefined {
  if (NO_DOMAIN.test(domain)) return undefined;
  const host = URL.parse(`http://${domain}/`)?.hostname ?? '';
  return DOMAIN.test(host) ? host : undefined;
}

/**
 * Converts a typed or pasted address to the one form that is stored, looked up and used for sending: lower
 * case, ASCII digits, the domain in ASCII (`user@موقع.مصر` and `USER@xn--4gbrim.xn--wgbh1c` are equal).
 * Undefined if it is invalid.
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
