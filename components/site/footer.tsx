import { useTranslations } from 'next-intl';
import { localePath, type Locale } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { BackToTop } from './back-to-top.tsx';
import { OtherEdition } from './other-edition.tsx';
import type { SectionLink } from './section-link.ts';
import { staticPages } from './static-pages.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { SiteContacts, type Contacts } from './site-contacts.tsx';
import { SiteName, type SiteFace } from './site-name.tsx';

type Props = {
  locale: Locale;
  site: SiteFace & Contacts & { tagline: string; isDemo: boolean };
  sections: SectionLink[];
  back?: string | undefined;
  other?: string | undefined;
};

export function Footer({ locale, site, sections, back, other }: Props) {
  const t = useTranslations('site');
  const link = 'inline-flex min-h-11 items-center hover:text-madder lg:min-h-9';
  return (
    <footer className="no-print mt-24 border-t border-hairline bg-sheet">
      <div className="laid-out-late mx-auto grid max-w-[1240px] grid-cols-2 gap-x-6 gap-y-10 px-4 py-12 [contain-intrinsic-block-size:auto_47rem] sm:px-6 md:grid-cols-12 md:[contain-intrinsic-block-size:auto_20rem] lg:px-8">
        <div className="max-md:col-span-2 md:col-span-4">
          <a href={localePath(locale, '/')} className="inline-block py-1">
            <SiteName site={site} className="h-9 w-auto" />
          </a>
          {site.tagline && <p className="mt-3 text-meta text-ink-soft">{mixedText(site.tagline, locale)}</p>}
          {(site.isNamed || site.isDemo) && (
            <p className="mt-3 text-caption text-ink-soft">
              {site.isNamed ? t('owner', { name: site.name }) : t('rights')}
            </p>
          )}
          <SiteContacts site={site} />
        </div>
        <div className="md:col-span-2">
          <h2 className="mb-2 text-meta text-ink-soft">{t('footerSections')}</h2>
          <ul>
            {sections.map((section) => (
              <li key={section.slug}>
                <a href={localePath(locale, `/${section.slug}`)} className={link}>
                  {section.name}
                </a>
              </li>
            ))}
          </ul>
        </div>
        <div className="md:col-span-3">
          <h2 className="mb-2 text-meta text-ink-soft">{t('footerPaper')}</h2>
          <ul>
            {staticPages.map(({ slug, label }) => (
              <li key={slug}>
                <a href={localePath(locale, `/p/${slug}`)} className={link}>
                  {t(label)}
                </a>
              </li>
            ))}
            <li>
              <a href={localePath(locale, '/moderation')} className={link}>
                {t('moderation')}
              </a>
            </li>
            <li>
              <a href={localePath(locale, '/corrections')} className={link}>
                {t('corrections')}
              </a>
            </li>
            <li>
              <a href={localePath(locale, '/archive')} className={link}>
                {t('archive')}
              </a>
            </li>
            <li>
              <a href={localePath(locale, '/feed.xml')} className={link}>
                {t('feed')}
              </a>
            </li>
          </ul>
        </div>
        <div className="flex flex-col items-start gap-4 max-md:col-span-2 md:col-span-3">
          <ThemeSwitch back={back} />
          <OtherEdition locale={locale} path={other} className="inline-flex min-h-11 items-center" />
        </div>
      </div>
      <BackToTop />
    </footer>
  );
}
