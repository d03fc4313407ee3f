import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RankingLists } from '#components/article/ranking-lists.tsx';
import { FrontPage } from '#components/front/front-page.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { listRankings } from '#db/articles/rankings.ts';
import { composeFront } from '#db/front/page.ts';
import { EDITIONS, editions, localePath } from '#lib/locales.ts';
import { feedLinks } from '#lib/seo/feed-links.ts';
import { organizationJsonLd, webSiteJsonLd } from '#lib/seo/json-ld.ts';
import { siteImage } from '#lib/seo/lead-image.ts';
import { requestTime } from '#lib/page-request.ts';
import { describeFront, readDates, readerLocale, readSite } from './reader-page.ts';
import { SiteFrame } from './site-frame.tsx';

const RANKED = 5;

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const [{ title, description }, site] = await Promise.all([describeFront(locale), readSite(locale)]);
  return {
    title: { absolute: title },
    description,
    alternates: {
      canonical: localePath(locale, '/'),
      languages: editions.alternates('/'),
      types: feedLinks(locale, '/', site.name),
    },
    openGraph: {
      type: 'website',
      siteName: site.name,
      url: localePath(locale, '/'),
      title,
      description,
      images: [siteImage],
      locale: EDITIONS[locale].ogLocale,
    },
  };
}

export default async function Front({ params }: Props) {
  const locale = await readerLocale(params);
  const now = requestTime();
  const [t, site] = await Promise.all([getTranslations({ locale, namespace: 'front' }), readSite(locale)]);
  const paper = { locale, name: site.name };
  const [dates, front, rankings] = await Promise.all([
    readDates(locale),
    composeFront(locale, now),
    listRankings(locale, { now, limit: RANKED }),
  ]);
  return (
    <SiteFrame locale={locale} breaking={front.breaking} isFront>
      <JsonLd values={[webSiteJsonLd(paper), organizationJsonLd(paper)]} />
      <FrontPage
        front={front}
        dates={dates}
        words={{ empty: t('empty'), more: (section) => t('moreIn', { section }) }}
      />
      <div className="laid-out-late mt-16 grid gap-12 [contain-intrinsic-block-size:auto_30rem] empty:hidden sm:grid-cols-2 sm:gap-x-8">
        <RankingLists lists={rankings} dates={dates} />
      </div>
    </SiteFrame>
  );
}
