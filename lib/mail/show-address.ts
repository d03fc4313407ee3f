import { linkHost } from '#lib/comments/link-host.ts';

/**
 * A mail address as people write it: `x@صحيفة.مصر` for `x@xn--mgbx3b6cq.xn--wgbh1c`, if nothing else looks
 * like its domain.
 */
export function showAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const url = URL.parse(`http://${address.slice(at + 1)}/`);
  return url && at > 0 ? `${address.slice(0, at)}@${linkHost(url)}` : address;
}
