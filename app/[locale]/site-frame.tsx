import type { ReactNode } from 'react';
import { BreakingBar } from '#components/site/breaking-bar.tsx';
import { Footer } from '#components/site/footer.tsx';
import { Masthead } from '#components/site/masthead.tsx';
import { MenuPanel } from '#components/site/menu-panel.tsx';
import { SearchPanel } from '#components/site/search-panel.tsx';
import { sectionLink } from '#components/site/section-link.ts';
import { BREAKING_LINES, listBreaking, type BreakingCard } from '#db/front/breaking.ts';
import { listSections } from '#db/paper/sections.ts';
import type { Locale } from '#lib/locales.ts';
import { requestTime } from '#lib/page-request.ts';
import { readDates, readSite } from './reader-page.ts';

type Props = {
  locale: Locale;
  section?: string;
  /** The number of the open article, which the breaking bar leaves out. */
  article?: number;
  /** The lines of the breaking bar, if the page has already chosen them. */
  breaking?: BreakingCard[];
  isFront?: boolean;
  /** The page's own path, for pages that send no referrer. */
  back?: string;
  /** The path of the matching page in the other edition, without the locale prefix. */
  other?: string;
  children: ReactNode;
};

/** Everything around the main part of every reader's page. */
export async function SiteFrame({
  locale,
  section,
  article,
  breaking,
  isFront = false,
  back,
  other = section && `/${section}`,
  children,
}: Props) {
  const now = requestTime();
  const [rows, dates, site, broken] = await Promise.all([
    listSections(),
    readDates(locale),
    readSite(locale),
    breaking ?? listBreaking(locale, now),
  ]);
  const lines = broken.filter((card) => card.number !== article).slice(0, BREAKING_LINES);
  const sections = rows.map((row) => sectionLink(row, locale));
  return (
    <>
      <Masthead
        locale={locale}
        site={site}
        sections={sections}
        today={now}
        dates={dates}
        isFront={isFront}
        other={other}
        {...(section && { current: section })}
      />
      {lines.length > 0 && <BreakingBar cards={lines} />}
      <main id="main" tabIndex={-1} className="mx-auto max-w-[1240px] px-4 pt-6 sm:px-6 lg:px-8 lg:pt-10">
        {children}
      </main>
      <Footer locale={locale} site={site} sections={sections} back={back} other={other} />
      {/* Last in the document: without popover support the panels stay open, below the page. */}
      <MenuPanel locale={locale} sections={sections} back={back} other={other} />
      <SearchPanel locale={locale} />
    </>
  );
}
