import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JsonLd } from '#components/site/json-ld.tsx';
import { LeadBlock } from '#components/front/lead-block.tsx';
import { SectionBlock } from '#components/front/section-block.tsx';
import { sectionLink } from '#components/site/section-link.ts';
import { listArticles } from '#db/article-cards.ts';
import { listSections } from '#db/sections.ts';
import { localePath, type Locale } from '#lib/locales.ts';
import { organizationJsonLd, webSiteJsonLd } from '#lib/seo/json-ld.ts';
import { siteImage } from '#lib/seo/lead-image.ts';
import { describeFront, readDates, readerLocale, readSite } from './reader-page.ts';
import { SiteFrame } from './site-frame.tsx';

type Props = { params: Promise<{ locale: string }> };

const BESIDE = 5;
const ROW = 4;
const IN_SECTION = 4;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const { title, description } = await describeFront(locale);
  return {
    title: { absolute: title },
    description,
    alternates: {
      canonical: localePath(locale, '/'),
      languages: { ar: localePath('ar', '/'), en: localePath('en', '/'), 'x-default': localePath('ar', '/') },
      types: { 'application/rss+xml': localePath(locale, '/feed.xml') },
    },
    openGraph: { type: 'website', url: localePath(locale, '/'), title, description, images: [siteImage], locale: locale === 'ar' ? 'ar_AR' : 'en_GB' },
  };
}

/** Each section's newest stories that do not stand above already: no story twice. */
async function listSectionBlocks(locale: Locale, now: Date, shown: string[]) {
  const sections = await listSections();
  const lists = await Promise.all(
    sections.map((section) => listArticles({ sectionId: section.id, except: shown }, { locale, now, limit: IN_SECTION })),
  );
  return sections.map((section, n) => ({ ...sectionLink(section, locale), cards: lists[n]! })).filter((block) => block.cards.length > 0);
}

export default async function FrontPage({ params }: Props) {
  const locale = await readerLocale(params);
  const now = new Date();
  const [t, site] = await Promise.all([getTranslations({ locale, namespace: 'front' }), readSite(locale)]);
  const paper = { locale, name: site.name };
  const [dates, top] = await Promise.all([readDates(locale), listArticles({}, { locale, now, limit: 1 + BESIDE + ROW })]);
  const blocks = await listSectionBlocks(locale, now, top.map((card) => card.id));
  const [lead, ...others] = top;
  return (
    <SiteFrame locale={locale} isFront>
      <JsonLd values={[webSiteJsonLd(paper), organizationJsonLd(paper)]} />
      {lead ? (
        <LeadBlock lead={lead} beside={others.slice(0, BESIDE)} row={others.slice(BESIDE)} dates={dates} />
      ) : (
        <p className="py-24 text-center text-h3 text-ink-soft">{t('empty')}</p>
      )}
      {blocks.map((block, n) => <SectionBlock key={block.slug} {...block} dates={dates} flipped={n % 2 === 1} />)}
    </SiteFrame>
  );
}
