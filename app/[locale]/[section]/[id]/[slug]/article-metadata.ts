import type { Metadata } from 'next';
import type { ArticlePage } from '#db/articles/articles.ts';
import type { Thread } from '#db/comments/threads.ts';
import { articlePath } from '#lib/articles/path.ts';
import { EDITIONS, localePath, nameIn, type Paired } from '#lib/locales.ts';
import { socialImagePath } from '#lib/media/variants.ts';
import { describeArticle } from '#lib/seo/describe-article.ts';
import { feedLinks } from '#lib/seo/feed-links.ts';
import { breadcrumbJsonLd, newsArticleJsonLd, type JsonLdThing } from '#lib/seo/json-ld.ts';
import { searchImages, siteImage } from '#lib/seo/lead-image.ts';
import { factsOf } from '#lib/comments/states.ts';

const COMMENTS_IN_DATA = 25;

const name = (article: ArticlePage, of: Paired<'name'>) => nameIn(of, article.locale);

/** The article's own description of its lead picture takes precedence over the picture's description. */
const altOf = ({ leadAlt, leadMediaId }: ArticlePage, { id, alt }: { id: string; alt: string }) =>
  id === leadMediaId && leadAlt ? leadAlt : alt;

export function articleMetadata(
  article: ArticlePage,
  { isPrivate, siteName }: { isPrivate: boolean; siteName: string },
): Metadata {
  const url = encodeURI(articlePath(article));
  const title = article.seoTitle || article.headline;
  const isRetracted = article.status === 'retracted';
  const description = (!isRetracted && article.seoDescription) || describeArticle(article);
  const image = isRetracted ? null : (article.socialImage ?? article.image);
  const images = image
    ? [{ url: socialImagePath(image), width: 1200, height: 630, alt: altOf(article, image) }]
    : [siteImage];
  return {
    title,
    description,
    authors: article.authors.map((author) => ({ name: name(article, author) })),
    alternates: {
      canonical: article.canonicalUrl || url,
      types: feedLinks(
        article.locale,
        `/${article.sectionSlug}`,
        `${name(article, article.section)} | ${siteName}`,
      ),
    },
    openGraph: {
      type: 'article',
      siteName,
      url,
      title,
      description,
      images,
      locale: EDITIONS[article.locale].ogLocale,
      publishedTime: article.publishedAt.toISOString(),
      modifiedTime: (article.revisedAt ?? article.publishedAt).toISOString(),
      section: name(article, article.section),
      tags: article.tags.map((tag) => tag.name),
    },
    twitter: { card: 'summary_large_image' },
    // A search engine would show the retracted text under the old headline while it keeps the page.
    ...((isPrivate || isRetracted) && { robots: { index: false } }),
  };
}

type ArticleDiscussion = { threads: Thread[]; commentCount: number };

const SILENT: ArticleDiscussion = { threads: [], commentCount: 0 };

export function articleJsonLd(
  article: ArticlePage,
  paperName: string,
  { threads, commentCount } = SILENT,
): JsonLdThing[] {
  const { locale } = article;
  const image = article.status === 'retracted' ? null : article.image;
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
          .filter(({ status }) => factsOf(status).isPublic)
          .slice(0, COMMENTS_IN_DATA)
          .map(({ id, name: author, body, createdAt }) => ({ id, author, text: body, createdAt })),
      },
      { locale, name: paperName },
    ),
    breadcrumbJsonLd([
      { name: paperName, path: localePath(locale, '/') },
      { name: section, path: localePath(locale, `/${article.sectionSlug}`) },
      { name: article.headline, path },
    ]),
  ];
}
