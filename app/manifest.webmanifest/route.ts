import { describeFront, readSite } from '../[locale]/reader-page.ts';
import { DEFAULT_LOCALE } from '#lib/locales.ts';

export const dynamic = 'force-dynamic';

const PAPER = '#FCFBF8'; // tokens.css: --color-paper, light

/** The web app manifest for a home screen: the site in its default language. */
export async function GET(): Promise<Response> {
  const locale = DEFAULT_LOCALE;
  const [site, front] = await Promise.all([readSite(locale), describeFront(locale)]);
  const manifest = {
    id: '/',
    name: front.title,
    short_name: site.name,
    description: front.description,
    lang: locale,
    dir: 'rtl',
    start_url: '/',
    scope: '/',
    // Not standalone: a reader needs a way back and the address to share.
    display: 'minimal-ui',
    background_color: PAPER,
    theme_color: PAPER,
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } });
}
