import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '#components/front/article-list.tsx';
import { getTag } from '#db/paper/tags.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { normalizeSlug } from '#lib/arabic/slug.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { hrefForPage, listMetadata, listPage } from '../../list-pages.tsx';
import { pageOr404, readDates, readerLocale, readSite } from '../../reader-page.ts';
import type { Query } from '#app/_request/query.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Query };

async function readTag({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const slug = normalizeSlug((await params).slug);
  const tag = slug ? await getTag(slug) : undefined;
  if (!tag) notFound();
  return {
    locale,
    tag,
    page: pageOr404((await searchParams).page),
    t: await getTranslations({ locale, namespace: 'list' }),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, tag, page, t } = await readTag(props);
  const [{ pages, total }, site, dates] = await Promise.all([
    listPage({ tagId: tag.id }, page, locale),
    readSite(locale),
    readDates(locale),
  ]);
  return listMetadata({
    locale,
    path: `/tag/${tag.slug}`,
    title: `${t('tag')}: ${tag.name}`,
    page,
    pages,
    hasFeed: true,
    isEmpty: total === 0,
    description: t('tagDescription', {
      name: tag.name,
      site: site.name,
      count: total,
      n: formatNumber(total, dates),
    }),
  });
}

export default async function TagPage(props: Props) {
  const { locale, tag, page, t } = await readTag(props);
  const [dates, list] = await Promise.all([readDates(locale), listPage({ tagId: tag.id }, page, locale)]);
  return (
    <SiteFrame locale={locale}>
      <ArticleList
        label={t('tag')}
        title={mixedText(tag.name, locale)}
        description={t('count', { count: list.total, n: formatNumber(list.total, dates) })}
        items={list.items}
        dates={dates}
        page={page}
        pages={list.pages}
        hrefFor={hrefForPage(locale, `/tag/${tag.slug}`)}
      />
    </SiteFrame>
  );
}
