import { LOCALES, localePath } from '#lib/locales.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';

// The site's address is known when the server runs, not at build time.
export const dynamic = 'force-dynamic';

/**
 * Allows everything except the newsroom, the search, whose pages are endless, and the count of readings, so
 * that a robot that runs scripts is not counted.
 */
export function GET(): Response {
  const closed = ['/newsroom', '/r/', ...LOCALES.map((locale) => localePath(locale, '/search'))];
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${absoluteUrl('/sitemap.xml')}`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
