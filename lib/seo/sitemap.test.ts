import { describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { newsSitemapXml, sitemapIndexXml, sitemapXml } from './sitemap.ts';

const at = new Date('2026-11-23T08:00:00Z');

describe('a sitemap', () => {
  it('contains full, encoded URLs with the time of their last change', () => {
    expect(sitemapXml([{ path: '/tag/النقل', changedAt: at }, { path: "/p/a&b'c" }])).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        `<url><loc>${env.siteUrl}/tag/%D8%A7%D9%84%D9%86%D9%82%D9%84</loc><lastmod>2026-11-23T08:00:00.000Z</lastmod></url>`,
        `<url><loc>${env.siteUrl}/p/a&amp;b&#x27;c</loc></url>`,
        '</urlset>',
        '',
      ].join('\n'),
    );
  });

  it('index lists its parts', () => {
    expect(sitemapIndexXml(['pages', 'articles-1'])).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        `<sitemap><loc>${env.siteUrl}/sitemap-pages.xml</loc></sitemap>`,
        `<sitemap><loc>${env.siteUrl}/sitemap-articles-1.xml</loc></sitemap>`,
        '</sitemapindex>',
        '',
      ].join('\n'),
    );
  });

  it("for news contains the site's name in the language of each article", () => {
    const headline = 'ماء & <كهرباء>';
    const xml = newsSitemapXml(
      [
        { path: '/local/1/x', locale: 'ar', headline, publishedAt: at },
        { path: '/en/local/2/y', locale: 'en', headline: 'Y', publishedAt: at },
      ],
      { ar: 'مداد', en: 'Midad' },
    );
    expect(xml).toContain('xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"');
    expect(xml).toContain(
      `<url><loc>${env.siteUrl}/local/1/x</loc><news:news><news:publication><news:name>مداد</news:name><news:language>ar</news:language></news:publication>` +
        '<news:publication_date>2026-11-23T08:00:00.000Z</news:publication_date><news:title>ماء &amp; &lt;كهرباء&gt;</news:title></news:news></url>',
    );
    expect(xml).toContain('<news:name>Midad</news:name><news:language>en</news:language>');
  });
});
