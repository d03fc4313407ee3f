import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '#components/front/article-list.tsx';
import { AuthorHead } from '#components/front/author-head.tsx';
import { getAuthor } from '#db/authors.ts';
import { normalizeSlug } from '#lib/arabic/slug.ts';
import { hrefForPage, listMetadata, listPage } from '../../list-pages.tsx';
import { pageNumber, type Query, readDates, readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Query };

async function readAuthor({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const slug = normalizeSlug((await params).slug);
  const author = slug ? await getAuthor(slug) : undefined;
  if (!author) notFound();
  const isArabic = locale === 'ar';
  return {
    locale,
    author,
    name: isArabic ? author.nameAr : author.nameEn,
    bio: isArabic ? author.bioAr : author.bioEn,
    title: isArabic ? author.titleAr : author.titleEn,
    page: pageNumber((await searchParams).page),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, author, name, bio, page } = await readAuthor(props);
  const t = await getTranslations({ locale, namespace: 'list' });
  return listMetadata(locale, `/author/${author.slug}`, page, t('articlesBy', { name }), bio);
}

export default async function AuthorPage(props: Props) {
  const { locale, author, name, bio, title, page } = await readAuthor(props);
  const [dates, list] = await Promise.all([readDates(locale), listPage({ authorId: author.id }, page, locale)]);
  return (
    <SiteFrame locale={locale}>
      <ArticleList
        title={<bdi>{name}</bdi>}
        description={<AuthorHead title={title} bio={bio} links={author.links} image={author.image} locale={locale} />}
        items={list.items}
        dates={dates}
        page={page}
        pages={list.pages}
        hrefFor={hrefForPage(locale, `/author/${author.slug}`)}
      />
    </SiteFrame>
  );
}
