import type { Metadata } from 'next';
import type { ArticlePage } from '#db/articles.ts';
import type { Thread } from '#db/comments.ts';
import { articlePath } from '#lib/article-path.ts';
import { localePath } from '#lib/locales.ts';
import { socialImagePath } from '#lib/media/variants.ts';
import { describeArticle } from '#lib/seo/describe-article.ts';
import { breadcrumbJsonLd, newsArticleJsonLd, type JsonLdThing } from '#lib/seo/json-ld.ts';
import { searchImages, siteImage } from '#lib/seo/lead-image.ts';

const COMMENTS_IN_DATA = 25;

const name = (article: ArticlePage, of: { nameAr: string; nameEn: string }) => (article.locale === 'ar' ? of.nameAr : of.nameEn);

export function articleMetadata(article: ArticlePage, { isPrivate }: { isPrivate: boolean }): Metadata {
  const url = encodeURI(articlePath(article));
  const description = describeArticle(article);
  const images = article.image
    ? [{ url: socialImagePath(article.image), width: 1200, height: 630, alt: article.image.alt }]
    : [siteImage];
  return {
    title: article.headline,
    description,
    authors: article.authors.map((author) => ({ name: name(article, author) })),
    alternates: { canonical: url, types: { 'application/rss+xml': localePath(article.locale, `/${article.sectionSlug}/feed.xml`) } },
    openGraph: {
      type: 'article',
      url,
      title: article.headline,
      description,
      images,
      locale: article.locale === 'ar' ? 'ar_AR' : 'en_GB',
      publishedTime: article.publishedAt.toISOString(),
      ...(article.revisedAt && { modifiedTime: article.revisedAt.toISOString() }),
      section: name(article, article.section),
      tags: article.tags.map((tag) => tag.name),
    },
    twitter: { card: 'summary_large_image' },
    ...(isPrivate && { robots: { index: false } }),
  };
}

type ArticleTalk = { threads: Thread[]; commentCount: number };

export function articleJsonLd(article: ArticlePage, { threads, commentCount }: ArticleTalk, paperName: string): JsonLdThing[] {
  const { locale, image } = article;
  const path = articlePath(article);
  const section = name(article, article.section);
  return [
    newsArticleJsonLd(
      {
        locale,
        path,
        headline: article.headline,
        description: describeArticle(article),
        images: image ? searchImages(image) : [],
        publishedAt: article.publishedAt,
        revisedAt: article.revisedAt,
        source: article.source,
        authors: article.authors.map((author) => ({ name: name(article, author), slug: author.slug })),
        section,
        keywords: article.tags.map((tag) => tag.name),
        corrections: article.corrections.map(({ text, publishedAt }) => ({ text, publishedAt })),
        commentCount,
        comments: threads
          .flatMap(({ opening, replies }) => [opening, ...replies])
          .filter(({ status }) => status === 'approved')
          .slice(0, COMMENTS_IN_DATA)
          .map(({ id, name: author, body, createdAt }) => ({ id, author, text: body, createdAt })),
      },
      { locale, name: paperName },
    ),
    breadcrumbJsonLd([
      { name: section, path: localePath(locale, `/${article.sectionSlug}`) },
      { name: article.headline, path },
    ]),
  ];
}
