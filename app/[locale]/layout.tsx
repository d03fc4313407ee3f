import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { fontVariables } from '#components/site/fonts.ts';
import '#components/site/site.css';
import { env } from '#lib/env.ts';
import { siteImage } from '#lib/seo/lead-image.ts';
import script from '#reader/manifest.json';
import { readerLocale, readSite } from './reader-page.ts';
import { dirOf, EDITIONS } from '#lib/locales.ts';

// The front door holds the only cache. Next renders every request that reaches it.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const { name } = await readSite(locale);
  return {
    metadataBase: new URL(env.siteUrl),
    title: { default: name, template: `%s | ${name}` },
    applicationName: name,
    // For pages without Open Graph data of their own; Next adds their title and description.
    openGraph: {
      type: 'website',
      siteName: name,
      locale: EDITIONS[locale].ogLocale,
      images: [siteImage],
    },
    twitter: { card: 'summary_large_image' },
    manifest: '/manifest.webmanifest',
    icons: {
      icon: [
        { url: '/icon.svg', type: 'image/svg+xml' },
        { url: '/favicon.ico', sizes: '32x32' },
      ],
      apple: '/apple-touch-icon.png',
    },
    robots: { index: true, follow: true, 'max-image-preview': 'large', 'max-snippet': -1 },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FCFBF8' },
    { media: '(prefers-color-scheme: dark)', color: '#121417' },
  ],
};

export default async function ReaderLayout({ params, children }: Props) {
  const locale = await readerLocale(params);
  const [t, { accent }] = await Promise.all([
    getTranslations({ locale, namespace: 'site' }),
    readSite(locale),
  ]);
  return (
    <html
      lang={locale}
      dir={dirOf(locale)}
      className={fontVariables}
      {...(accent !== 'madder' && { 'data-accent': accent })}
    >
      <head>
        <link rel="stylesheet" href="/theme.css" />
        <script src={script.path} async />
      </head>
      <body>
        <a href="#main" id="top" className="skip-link">
          {t('skipToContent')}
        </a>
        {children}
      </body>
    </html>
  );
}
