import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ArticleList } from '#components/front/article-list.tsx';
import { getSection } from '#db/paper/sections.ts';
import { hrefForPage, listMetadata, listPage } from '../list-pages.tsx';
import { pageOr404, readDates, readerLocale, readSite } from '../reader-page.ts';
import type { Query } from '#app/_request/query.ts';
import { SiteFrame } from '../site-frame.tsx';
import { fieldIn, nameIn } from '#lib/locales.ts';

type Props = { params: Promise<{ locale: string; section: string }>; searchParams: Query };

async function readSection({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const section = await getSection((await params).section);
  if (!section) notFound();
  return {
    locale,
    section,
    page: pageOr404((await searchParams).page),
    name: nameIn(section, locale),
    description: fieldIn('description', section, locale),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, section, page, name, description } = await readSection(props);
  const [{ pages, total }, t, site] = await Promise.all([
    listPage({ sectionId: section.id }, page, locale),
    getTranslations({ locale, namespace: 'list' }),
    readSite(locale),
  ]);
  return listMetadata({
    locale,
    path: `/${section.slug}`,
    title: name,
    description: description || t('sectionDescription', { name, site: site.name }),
    page,
    pages,
    hasFeed: true,
    isEmpty: total === 0,
    hasCounterpart: true,
  });
}

export default async function SectionPage(props: Props) {
  const { locale, section, page, name, description } = await readSection(props);
  const [dates, list] = await Promise.all([
    readDates(locale),
    listPage({ sectionId: section.id }, page, locale),
  ]);
  return (
    <SiteFrame locale={locale} section={section.slug}>
      <ArticleList
        title={name}
        description={description}
        items={list.items}
        dates={dates}
        showSection={false}
        page={page}
        pages={list.pages}
        hrefFor={hrefForPage(locale, `/${section.slug}`)}
      />
    </SiteFrame>
  );
}
