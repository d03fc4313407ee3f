import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { fontVariables } from '#components/site/fonts.ts';
import './newsroom.css';
import { dirOf } from '#lib/locales.ts';

// Every page depends on the signed-in person.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroom');
  return {
    title: { default: t('name'), template: `%s | ${t('name')}` },
    robots: { index: false, follow: false },
    icons: { icon: [{ url: '/icon.svg', type: 'image/svg+xml' }] },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function NewsroomLayout({ children }: { children: ReactNode }) {
  const [locale, t, send] = await Promise.all([
    getLocale(),
    getTranslations('newsroom'),
    getTranslations('newsroom.send'),
  ]);
  return (
    <html lang={locale} dir={dirOf(locale)} className={fontVariables}>
      <head>
        <link rel="stylesheet" href="/theme.css" />
      </head>
      <body className="min-h-dvh bg-paper">
        <a href="#main" className="skip-link">
          {t('skipToContent')}
        </a>
        {children}
        <template
          id="error-words"
          data-title={t('error.title')}
          data-lead={t('error.lead')}
          data-logged={t('error.logged')}
          data-retry={t('error.retry')}
        />
        <template
          id="send-words"
          data-offline={send('offline')}
          data-unanswered={send('unanswered')}
          data-busy={send('busy')}
          data-signed-out={send('signedOut')}
          data-new-build={send('newBuild')}
          data-forbidden={send('forbidden')}
          data-gone={send('gone')}
          data-too-big={send('tooBig')}
          data-fault={send('fault')}
          data-sign-in={send('signIn')}
          data-reload={send('reload')}
          data-leave={send('leave')}
          data-restored={send('restored')}
          data-forget={send('forget')}
        />
      </body>
    </html>
  );
}
