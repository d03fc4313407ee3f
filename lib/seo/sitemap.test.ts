import { describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { MAX_URLS, sitemapXml } from './sitemap.ts';

describe('a sitemap', () => {
  it('holds full, encoded addresses with the time of their last change', () => {
    expect(sitemapXml([{ path: '/tag/النقل', changedAt: new Date('2026-11-23T08:00:00Z') }, { path: "/p/a&b'c" }])).toBe(
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

  it('ends where search engines stop reading', () => {
    const xml = sitemapXml(Array.from({ length: MAX_URLS + 2 }, (_, n) => ({ path: `/local/${n}/x` })));
    expect(xml.match(/<url>/g)).toHaveLength(MAX_URLS);
    expect(xml).toContain(`/local/${MAX_URLS - 1}/x<`);
  });
});
