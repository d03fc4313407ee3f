import type { ReactNode } from 'react';
import { BreakingBar } from '#components/site/breaking-bar.tsx';
import { Footer } from '#components/site/footer.tsx';
import { Masthead } from '#components/site/masthead.tsx';
import { MenuPanel } from '#components/site/menu-panel.tsx';
import { SearchPanel } from '#components/site/search-panel.tsx';
import { sectionLink } from '#components/site/section-link.ts';
import { getBreaking } from '#db/articles.ts';
import { listSections } from '#db/sections.ts';
import { articlePath } from '#lib/article-path.ts';
import type { Locale } from '#lib/locales.ts';
import { readDates, readSite } from './reader-page.ts';

type Props = { locale: Locale; section?: string; /** The article that is open: it need not be announced above itself. */ article?: number; isFront?: boolean; children: ReactNode };

/** What stands round the main part of every reader's page. */
export async function SiteFrame({ locale, section, article, isFront = false, children }: Props) {
  const now = new Date();
  const [rows, dates, site, breaking] = await Promise.all([listSections(), readDates(locale), readSite(locale), getBreaking(locale, now)]);
  const sections = rows.map((row) => sectionLink(row, locale));
  return (
    <>
      <Masthead locale={locale} site={site} sections={sections} today={now} dates={dates} isFront={isFront} {...(section && { current: section })} />
      {breaking && breaking.number !== article && <BreakingBar href={articlePath(breaking)} headline={breaking.headline} />}
      <main id="main" tabIndex={-1} className="mx-auto max-w-[1240px] px-4 pt-6 sm:px-6 lg:px-8 lg:pt-10">
        {children}
      </main>
      <Footer locale={locale} site={site} sections={sections} />
      {/* After all else: a browser without popovers shows them open, and below the page they are in nobody's way. */}
      <MenuPanel locale={locale} sections={sections} />
      <SearchPanel locale={locale} />
    </>
  );
}
