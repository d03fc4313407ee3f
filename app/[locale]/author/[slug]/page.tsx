import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '#components/front/article-list.tsx';
import { AuthorHead } from '#components/front/author-head.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { getAuthor } from '#db/paper/authors.ts';
import { normalizeSlug } from '#lib/arabic/slug.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { profileJsonLd } from '#lib/seo/json-ld.ts';
import { hrefForPage, listMetadata, listPage } from '../../list-pages.tsx';
import { pageOr404, readDates, readerLocale, readSite } from '../../reader-page.ts';
import type { Query } from '#app/_request/query.ts';
import { SiteFrame } from '../../site-frame.tsx';
import { fieldIn, nameIn } from '#lib/locales.ts';

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Query };

async function readAuthor({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const slug = normalizeSlug((await params).slug);
  const author = slug ? await getAuthor(slug) : undefined;
  if (!author) notFound();
  return {
    locale,
    author,
    name: nameIn(author, locale),
    bio: fieldIn('bio', author, locale),
    title: fieldIn('title', author, locale),
    page: pageOr404((await searchParams).page),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, author, name, bio, page } = await readAuthor(props);
  const [t, { pages, total }, site] = await Promise.all([
    getTranslations({ locale, namespace: 'list' }),
    listPage({ authorId: author.id }, page, locale),
    readSite(locale),
  ]);
  return listMetadata({
    locale,
    path: `/author/${author.slug}`,
    title: t('articlesBy', { name }),
    description: bio || t('authorDescription', { name, site: site.name }),
    page,
    pages,
    hasFeed: true,
    isEmpty: total === 0 && bio === '',
    hasCounterpart: true,
  });
}

export default async function AuthorPage(props: Props) {
  const { locale, author, name, bio, title, page } = await readAuthor(props);
  const [dates, list, site] = await Promise.all([
    readDates(locale),
    listPage({ authorId: author.id }, page, locale),
    readSite(locale),
  ]);
  const profile = {
    name,
    slug: author.slug,
    title,
    bio,
    image: author.image,
    links: author.links.map(({ url }) => url),
  };
  return (
    <SiteFrame locale={locale} other={encodeURI(`/author/${author.slug}`)}>
      {page === 1 && <JsonLd values={[profileJsonLd(profile, { locale, name: site.name })]} />}
      <ArticleList
        title={mixedText(name, locale)}
        description={
          <AuthorHead title={title} bio={bio} links={author.links} image={author.image} locale={locale} />
        }
        items={list.items}
        dates={dates}
        page={page}
        pages={list.pages}
        hrefFor={hrefForPage(locale, `/author/${author.slug}`)}
      />
    </SiteFrame>
  );
}
