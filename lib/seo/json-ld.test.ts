import { describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import {
  breadcrumbJsonLd,
  jsonLdText,
  liveBlogJsonLd,
  newsArticleJsonLd,
  organizationJsonLd,
  profileJsonLd,
  webSiteJsonLd,
} from './json-ld.ts';

const paper = { locale: 'ar' as const, name: 'مداد' };
const article: Parameters<typeof newsArticleJsonLd>[0] = {
  locale: 'ar',
  path: '/local/1001/خط-الحافلات',
  headline: 'خط الحافلات',
  description: 'يبدأ الأحد',
  images: ['/media/0123456789abcdef-social.jpg'],
  publishedAt: new Date('2026-11-23T08:00:00Z'),
  revisedAt: null,
  source: 'وكالة الساحل',
  authors: [{ name: 'سلمى الحداد', slug: 'salma-haddad' }],
  section: 'محلي',
  keywords: ['النقل'],
  corrections: [],
  commentCount: 0,
  comments: [],
};

describe('jsonLdText', () => {
  it('cannot close the script element, and parses to the same values', () => {
    const headline = '</script><script>alert(1)</script><!-- & \u2028\u2029 "مداد"';
    const text = jsonLdText(newsArticleJsonLd({ ...article, headline }, paper));
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toMatchObject({ headline });
  });
});

describe('an article', () => {
  it('has full, percent-encoded URLs', () => {
    const url = `${env.siteUrl}/local/1001/%D8%AE%D8%B7-%D8%A7%D9%84%D8%AD%D8%A7%D9%81%D9%84%D8%A7%D8%AA`;
    expect(newsArticleJsonLd(article, paper)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      url,
      mainEntityOfPage: url,
      image: [`${env.siteUrl}/media/0123456789abcdef-social.jpg`],
      author: [{ '@type': 'Person', name: 'سلمى الحداد', url: `${env.siteUrl}/author/salma-haddad` }],
      publisher: { '@type': 'NewsMediaOrganization', name: 'مداد', url: `${env.siteUrl}/` },
    });
  });

  it('has the time of its revision, else of its publication, as modification date', () => {
    const revisedAt = new Date('2026-11-23T10:30:00Z');
    expect(newsArticleJsonLd(article, paper).dateModified).toBe('2026-11-23T08:00:00.000Z');
    expect(newsArticleJsonLd({ ...article, revisedAt }, paper).dateModified).toBe('2026-11-23T10:30:00.000Z');
  });

  it('without bylines has its source as author, else the site', () => {
    const unsigned = { ...article, authors: [] };
    expect(newsArticleJsonLd(unsigned, paper).author).toEqual([
      { '@type': 'Organization', name: 'وكالة الساحل' },
    ]);
    expect(newsArticleJsonLd({ ...unsigned, source: '' }, paper).author).toMatchObject([
      { '@type': 'NewsMediaOrganization', name: 'مداد' },
    ]);
  });

  it('omits empty lists', () => {
    const bare = JSON.parse(
      jsonLdText(newsArticleJsonLd({ ...article, images: [], keywords: [] }, paper)),
    ) as object;
    for (const key of ['image', 'keywords', 'correction', 'comment']) expect(bare).not.toHaveProperty(key);
  });

  it('contains its corrections and comments', () => {
    const at = new Date('2026-11-24T09:00:00Z');
    const { correction, comment, commentCount } = newsArticleJsonLd(
      {
        ...article,
        commentCount: 3,
        corrections: [{ text: 'الصواب 12', publishedAt: at }],
        comments: [{ id: 'c1', author: 'هدى', text: 'شكرًا', createdAt: at }],
      },
      paper,
    );
    expect(correction).toEqual([
      { '@type': 'CorrectionComment', text: 'الصواب 12', datePublished: at.toISOString() },
    ]);
    expect(comment).toMatchObject([{ '@type': 'Comment', author: { name: 'هدى' }, text: 'شكرًا' }]);
    expect((comment as { url: string }[])[0]!.url).toMatch(/#comment-c1$/);
    expect(commentCount).toBe(3);
  });
});

describe('the site', () => {
  it('contains the search URL of its edition', () => {
    const site = webSiteJsonLd({ locale: 'en', name: 'Midad' });
    expect(site).toMatchObject({
      '@type': 'WebSite',
      url: `${env.siteUrl}/en`,
      inLanguage: 'en',
      potentialAction: { target: { urlTemplate: `${env.siteUrl}/en/search?q={search_term_string}` } },
    });
  });

  it('has the organization as publisher', () => {
    const { '@id': id } = organizationJsonLd(paper);
    expect(webSiteJsonLd(paper).publisher).toEqual({ '@id': id });
  });
});

describe('an author', () => {
  const author = {
    name: 'سلمى الحداد',
    slug: 'salma-haddad',
    title: 'محررة',
    bio: '',
    image: null,
    links: [],
  };

  it('is the main entity of the page', () => {
    const image = { hash: '0123456789abcdef', focalX: 500, focalY: 300 };
    expect(
      profileJsonLd(
        { ...author, image, links: ['https://example.org/salma'] },
        { locale: 'en', name: 'Midad' },
      ),
    ).toMatchObject({
      '@type': 'ProfilePage',
      url: `${env.siteUrl}/en/author/salma-haddad`,
      mainEntity: {
        '@type': 'Person',
        name: 'سلمى الحداد',
        jobTitle: 'محررة',
        image: `${env.siteUrl}/media/0123456789abcdef-1x1-500-300.jpg`,
        sameAs: ['https://example.org/salma'],
        worksFor: { '@type': 'NewsMediaOrganization' },
      },
    });
  });

  it('omits what is unknown', () => {
    const { mainEntity } = JSON.parse(jsonLdText(profileJsonLd(author, paper))) as { mainEntity: object };
    for (const key of ['description', 'image', 'sameAs']) expect(mainEntity).not.toHaveProperty(key);
  });
});

describe('breadcrumbs', () => {
  it("count from 1 and accept paths with the edition's prefix", () => {
    expect(
      breadcrumbJsonLd([
        { name: 'Local', path: '/en/local' },
        { name: 'A bus line', path: '/en/local/7/a-bus-line' },
      ]),
    ).toMatchObject({
      itemListElement: [
        { position: 1, name: 'Local', item: `${env.siteUrl}/en/local` },
        { position: 2, name: 'A bus line', item: `${env.siteUrl}/en/local/7/a-bus-line` },
      ],
    });
  });
});

describe('live coverage', () => {
  const at = new Date('2026-11-23T09:00:00Z');
  const update = { id: 'x1', headline: '', text: 'نص', at, updatedAt: at };

  it('is its article with the entries, each with its own URL', () => {
    const made = liveBlogJsonLd(newsArticleJsonLd(article, paper), {
      startedAt: at,
      endedAt: null,
      images: ['/media/x.jpg'],
      updates: [update],
    });
    expect(JSON.parse(jsonLdText(made))).toMatchObject({
      '@type': 'LiveBlogPosting',
      headline: 'خط الحافلات',
      coverageStartTime: '2026-11-23T09:00:00.000Z',
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          url: expect.stringMatching(/\?live=x1#entry-x1$/) as string,
          articleBody: 'نص',
          datePublished: '2026-11-23T09:00:00.000Z',
        },
      ],
    });
    expect(JSON.parse(jsonLdText(made))).not.toHaveProperty('coverageEndTime');
    expect(made.image).toEqual([`${env.siteUrl}/media/0123456789abcdef-social.jpg`]);
  });

  it('uses another picture if its article has none', () => {
    const made = liveBlogJsonLd(newsArticleJsonLd({ ...article, images: [] }, paper), {
      startedAt: at,
      endedAt: null,
      images: ['/media/x.jpg'],
      updates: [],
    });
    expect(made.image).toEqual([`${env.siteUrl}/media/x.jpg`]);
  });

  it('contains its end, and omits empty lists', () => {
    const made = JSON.parse(
      jsonLdText(
        liveBlogJsonLd(newsArticleJsonLd(article, paper), {
          startedAt: at,
          endedAt: at,
          images: [],
          updates: [],
        }),
      ),
    ) as object;
    expect(made).toMatchObject({ coverageEndTime: '2026-11-23T09:00:00.000Z' });
    expect(made).not.toHaveProperty('liveBlogUpdate');
  });
});
