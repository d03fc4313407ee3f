import { useTranslations } from 'next-intl';
import { localePath, type Locale } from '#lib/locales.ts';
import { OtherEdition } from './other-edition.tsx';
import { PanelClose } from './panel-close.tsx';
import type { SectionLink } from './section-link.ts';
import { staticPages } from './static-pages.ts';
import { ThemeSwitch } from './theme-switch.tsx';

type Props = {
  locale: Locale;
  sections: SectionLink[];
  back?: string | undefined;
  other?: string | undefined;
};

export function MenuPanel({ locale, sections, back, other }: Props) {
  const t = useTranslations('site');
  const link = 'inline-flex min-h-11 items-center hover:text-madder';
  return (
    <div id="menu" popover="auto" role="dialog" aria-label={t('menu')} className="panel">
      <div className="mx-auto max-w-[1240px] px-4 py-3 sm:px-6 lg:px-8">
        <PanelClose panel="menu" />
        <div className="grid gap-x-12 gap-y-6 pt-3 pb-8 sm:grid-cols-3">
          <ul className="text-h3 font-bold">
            <li>
              <a href={localePath(locale, '/')} className={link}>
                {t('home')}
              </a>
            </li>
            {sections.map((section) => (
              <li key={section.slug}>
                <a href={localePath(locale, `/${section.slug}`)} className={link}>
                  {section.name}
                </a>
              </li>
            ))}
          </ul>
          <ul>
            <li>
              <a href={localePath(locale, '/archive')} className={link}>
                {t('archive')}
              </a>
            </li>
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
            {staticPages.map(({ slug, label }) => (
              <li key={slug}>
                <a href={localePath(locale, `/p/${slug}`)} className={link}>
                  {t(label)}
                </a>
              </li>
            ))}
            <li>
              <a href={localePath(locale, '/feed.xml')} className={link}>
                {t('feed')}
              </a>
            </li>
          </ul>
          <div className="flex flex-col items-start gap-6">
            <ThemeSwitch back={back} />
            <OtherEdition locale={locale} path={other} className="inline-flex min-h-11 items-center" />
          </div>
        </div>
      </div>
    </div>
  );
}
