import type { Metadata } from 'next';
import type { ArticlePage } from '#db/articles.ts';
import type { PublicComment } from '#db/comments.ts';
import { articlePath } from '#lib/article-path.ts';
import { socialImagePath, variantPath, widthsFor } from '#lib/media/variants.ts';
import { breadcrumbJsonLd, newsArticleJsonLd } from '#lib/seo/json-ld.ts';

const COMMENTS_IN_DATA = 10;
const DESCRIPTION = 200;

const name = (article: ArticlePage, of: { nameAr: string; nameEn: string }) => (article.locale === 'ar' ? of.nameAr : of.nameEn);
const describe = (article: ArticlePage) => article.standfirst || article.bodyText.slice(0, DESCRIPTION);

export function articleMetadata(article: ArticlePage, { isPrivate }: { isPrivate: boolean }): Metadata {
  const url = encodeURI(articlePath(article));
  const description = describe(article);
  const images = article.image
    ? [{ url: socialImagePath(article.image.hash), width: 1200, height: 630, alt: article.image.alt }]
    : [];
  return {
    title: article.headline,
    description,
    authors: article.authors.map((author) => ({ name: name(article, author) })),
    alternates: { canonical: url },
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

export function articleJsonLd(article: ArticlePage, comments: PublicComment[], commentCount: number): unknown[] {
  const widest = article.image ? Math.max(...widthsFor(article.image.width)) : 0;
  return [
    newsArticleJsonLd({
      locale: article.locale,
      path: articlePath(article),
      headline: article.headline,
      description: describe(article),
      images: article.image ? [socialImagePath(article.image.hash), variantPath(article.image.hash, widest, 'jpg')] : [],
      publishedAt: article.publishedAt,
      revisedAt: article.revisedAt,
      authors: article.authors.map((author) => ({ name: name(article, author), slug: author.slug })),
      section: name(article, article.section),
      keywords: article.tags.map((tag) => tag.name),
      corrections: article.corrections.map(({ text, publishedAt }) => ({ text, publishedAt })),
      commentCount,
      comments: comments.slice(0, COMMENTS_IN_DATA).map(({ id, name: author, body, createdAt }) => ({ id, author, text: body, createdAt })),
    }),
    breadcrumbJsonLd(article.locale, [
      { name: name(article, article.section), path: `/${article.sectionSlug}` },
      { name: article.headline, path: articlePath(article) },
    ]),
  ];
}
