import { useTranslations } from 'next-intl';
import { formatDate, formatHijri, type DateSettings } from '#lib/arabic/dates.ts';
import { isoDay } from '#lib/arabic/local-day.ts';
import { localePath, type Locale } from '#lib/locales.ts';
import { Icon } from '../ui/icon.tsx';
import { OtherEdition } from './other-edition.tsx';
import type { SectionLink } from './section-link.ts';
import { SiteName, type SiteFace } from './site-name.tsx';

type Props = {
  locale: Locale;
  site: SiteFace;
  sections: SectionLink[];
  current?: string;
  today: Date;
  dates: DateSettings;
  isFront: boolean;
  other?: string | undefined;
};

const button = 'inline-flex size-11 items-center justify-center rounded-paper hover:text-sea';

/**
 * Name, date and navigation. On the front page the name is the page's heading. masthead.css shows it again
 * when a reader scrolls up.
 */
export function Masthead({ locale, site, sections, current, today, dates, isFront, other }: Props) {
  const t = useTranslations('site');
  const name = (
    <a href={localePath(locale, '/')} className="inline-block text-ink">
      <SiteName site={site} className="masthead-name h-10 w-auto md:h-14" />
    </a>
  );
  return (
    <>
      <header className="masthead h-16 md:h-20 lg:h-24">
        <div className="masthead-row relative h-full bg-paper">
          <div className="mx-auto flex h-full max-w-[1240px] items-center justify-between gap-4 px-4 sm:px-6 lg:px-8">
            <div className="no-print flex flex-1 items-center">
              <button
                type="button"
                popoverTarget="menu"
                aria-label={t('menu')}
                className={`${button} -ms-2.5`}
              >
                <Icon name="menu" className="size-6" />
              </button>
              <button type="button" popoverTarget="search" aria-label={t('search')} className={button}>
                <Icon name="search" className="size-6" />
              </button>
            </div>
            {isFront ? <h1 className="leading-none">{name}</h1> : <p className="leading-none">{name}</p>}
            <div className="flex flex-1 justify-end text-end text-caption text-ink-soft">
              <time dateTime={isoDay(today, dates.timeZone)} className="hidden md:block">
                <span className="block">{formatDate(today, dates)}</span>{' '}
                {dates.hijri && <span className="block">{formatHijri(today, dates)}</span>}
              </time>
              <OtherEdition
                locale={locale}
                path={other}
                className="no-print inline-flex min-h-11 items-center text-meta md:hidden"
              />
            </div>
          </div>
        </div>
      </header>
      <nav aria-label={t('sections')} className="no-print border-b border-hairline">
        <div className="mx-auto max-w-[1240px] overflow-x-auto px-4 sm:px-6 lg:px-8">
          <ul className="flex min-w-max gap-6 border-t border-hairline text-ui font-medium lg:justify-center">
            {sections.map((section) => (
              <li key={section.slug}>
                <a
                  href={localePath(locale, `/${section.slug}`)}
                  {...(section.slug === current && { 'aria-current': 'page' as const })}
                  className="section-tab inline-flex min-h-11 items-center border-b-2 border-transparent hover:text-madder aria-[current]:border-madder aria-[current]:text-madder"
                >
                  {section.name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </>
  );
}
