import { FRAME_HOSTS } from '#lib/body/embed-frame.ts';
import { env } from '#lib/env.ts';

const READER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // Only embeds that a reader has loaded by a click come from there.
  `frame-src ${FRAME_HOSTS.join(' ')}`,
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * For this host only, without its subdomains: this site does not decide for other hosts of the newsroom's
 * domain.
 */
const HSTS = 'max-age=31536000';

const COMMON: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  ...(env.siteUrl.startsWith('https:') && { 'Strict-Transport-Security': HSTS }),
};

export const readerHeaders: Readonly<Record<string, string>> = {
  ...COMMON,
  // Next's development scripts are partly inline.
  ...(!env.devScripts && { 'Content-Security-Policy': READER_POLICY }),
};

/** The newsroom runs Next in the browser, and its inline data needs a nonce, new for every request. */
export const newsroomPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env.dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export const newsroomHeaders = (nonce: string): Record<string, string> => ({
  ...COMMON,
  'Content-Security-Policy': newsroomPolicy(nonce),
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow',
});
