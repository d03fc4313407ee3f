import { env } from '#lib/env.ts';
import { localePath, type Locale } from '#lib/locales.ts';
import { cropPath, type Focused } from '#lib/media/variants.ts';
import { absoluteUrl } from './absolute-url.ts';

/** An entity of schema.org. Undefined properties are omitted. */
export type JsonLdThing = { '@context': 'https://schema.org'; '@type': string; [property: string]: unknown };

/** The site in one of its editions. */
export type Paper = { locale: Locale; name: string };

type Article = {
  locale: Locale;
  path: string;
  headline: string;
  description: string;
  images: string[];
  publishedAt: Date;
  revisedAt: Date | null;
  /** The agency or newspaper in the dateline; the author of an article without bylines. */
  source: string;
  authors: { name: string; slug: string }[];
  section: string;
  keywords: string[];
  corrections: { text: string; publishedAt: Date }[];
  commentCount: number;
  comments: { id: string; author: string; text: string; createdAt: Date }[];
};

const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON for a script element: no text can close the element, open a comment or break a line. */
export const jsonLdText = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign]!);

const thing = (type: string, properties: Record<string, unknown>): JsonLdThing => ({
  '@context': 'https://schema.org',
  '@type': type,
  ...properties,
});

/** Undefined for empty lists and strings, so that they are omitted. */
const filled = <T extends { length: number }>(value: T): T | undefined =>
  value.length > 0 ? value : undefined;

function publisher({ locale, name }: Paper) {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${env.siteUrl}/#organization`,
    name,
    url: absoluteUrl(localePath(locale, '/')),
    logo: { '@type': 'ImageObject', url: absoluteUrl('/icon-512.png'), width: 512, height: 512 },
    correctionsPolicy: absoluteUrl(localePath(locale, '/corrections')),
  };
}

export const organizationJsonLd = (paper: Paper): JsonLdThing =>
  thing('NewsMediaOrganization', publisher(paper));

export function webSiteJsonLd({ locale, name }: Paper): JsonLdThing {
  const searchUrl = absoluteUrl(localePath(locale, '/search'));
  return thing('WebSite', {
    name,
    url: absoluteUrl(localePath(locale, '/')),
    inLanguage: locale,
    publisher: { '@id': `${env.siteUrl}/#organization` },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${searchUrl}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  });
}

/** The authors of an article: its bylines, else the source in its dateline, else the site. */
function authorsOf({ authors, source, locale }: Article, paper: Paper) {
  if (authors.length > 0) {
    return authors.map(({ name, slug }) => ({
      '@type': 'Person',
      name,
      url: absoluteUrl(localePath(locale, `/author/${slug}`)),
    }));
  }
  return [source ? { '@type': 'Organization', name: source } : publisher(paper)];
}

/** An article with only what its page also shows to readers. */
export function newsArticleJsonLd(article: Article, paper: Paper): JsonLdThing {
  const url = absoluteUrl(article.path);
  return thing('NewsArticle', {
    url,
    mainEntityOfPage: url,
    headline: article.headline,
    description: article.description || undefined,
    image: filled(article.images.map(absoluteUrl)),
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.revisedAt ?? article.publishedAt).toISOString(),
    author: authorsOf(article, paper),
    publisher: publisher(paper),
    articleSection: article.section,
    keywords: filled(article.keywords),
    inLanguage: article.locale,
    isAccessibleForFree: true,
    correction: filled(
      article.corrections.map(({ text, publishedAt }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: publishedAt.toISOString(),
      })),
    ),
    commentCount: article.commentCount,
    comment: filled(
      article.comments.map(({ id, author, text, createdAt }) => ({
        '@type': 'Comment',
        url: `${url}?at=${id}#comment-${id}`,
        author: { '@type': 'Person', name: author },
        text,
        dateCreated: createdAt.toISOString(),
      })),
    ),
  });
}

type Coverage = {
  startedAt: Date;
  endedAt: Date | null;
  /** Used if the article has no picture. */
  images: string[];
  updates: { id: string; headline: string; text: string; at: Date; updatedAt: Date }[];
};

/** An article as live coverage: the same data with the newest entries. */
export function liveBlogJsonLd(
  article: JsonLdThing,
  { startedAt, endedAt, images, updates }: Coverage,
): JsonLdThing {
  return {
    ...article,
    '@type': 'LiveBlogPosting',
    image: article.image ?? images.map(absoluteUrl),
    coverageStartTime: startedAt.toISOString(),
    coverageEndTime: endedAt?.toISOString(),
    liveBlogUpdate: filled(
      updates.map(({ id, headline, text, at, updatedAt }) => ({
        '@type': 'BlogPosting',
        url: `${article.url as string}?live=${id}#entry-${id}`,
        headline: headline || undefined,
        articleBody: text || undefined,
        datePublished: at.toISOString(),
        dateModified: (updatedAt > at ? updatedAt : at).toISOString(),
      })),
    ),
  };
}

type Profile = {
  name: string;
  slug: string;
  title: string;
  bio: string;
  image: Focused | null;
  links: string[];
};

/** The page of an author, with what the page says about the person. */
export function profileJsonLd({ name, slug, title, bio, image, links }: Profile, paper: Paper): JsonLdThing {
  const url = absoluteUrl(localePath(paper.locale, `/author/${slug}`));
  return thing('ProfilePage', {
    url,
    inLanguage: paper.locale,
    mainEntity: {
      '@type': 'Person',
      '@id': `${absoluteUrl(`/author/${slug}`)}#person`,
      name,
      url,
      jobTitle: filled(title),
      description: filled(bio),
      image: image ? absoluteUrl(cropPath(image, '1x1')) : undefined,
      sameAs: filled(links),
      worksFor: publisher(paper),
    },
  });
}

/** The path from the section to the page. Paths are as in links, with the edition's prefix. */
export const breadcrumbJsonLd = (steps: { name: string; path: string }[]): JsonLdThing =>
  thing('BreadcrumbList', {
    itemListElement: steps.map(({ name, path }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      item: absoluteUrl(path),
    })),
  });
