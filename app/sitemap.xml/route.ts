import { listArticleParts, listPartStarts } from '#db/articles/sitemap.ts';
import { sitemapIndexXml } from '#lib/seo/sitemap.ts';

// A route handler rather than Next's `sitemap.ts`: that one is written at build time, from an empty database.
export const dynamic = 'force-dynamic';

/**
 * Where the parts of the sitemap are: pages of the house, the latest news, everything else by spans, the
 * newest first.
 */
export async function GET(): Promise<Response> {
  const articles = await listArticleParts();
  const [tags, authors] = await Promise.all([listPartStarts('tags'), listPartStarts('authors')]);
  const parts = [
    'pages',
    'news',
    ...articles.toReversed().map((part) => `articles-${part}`),
    ...tags.map((start) => `tags-${start}`),
    ...authors.map((start) => `authors-${start}`),
  ];
  return new Response(sitemapIndexXml(parts), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
}
