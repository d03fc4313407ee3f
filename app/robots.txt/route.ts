import { LOCALES, localePath } from '#lib/locales.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';

// The address of the site is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

/** Everybody may read everything but the newsroom and the endless pages of the search. */
export function GET(): Response {
  const closed = ['/newsroom', ...LOCALES.map((locale) => localePath(locale, '/search'))];
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${absoluteUrl('/sitemap.xml')}`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
