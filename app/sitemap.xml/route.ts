import { listArticleParts, listPartStarts } from '#db/articles/sitemap.ts';
import { sitemapIndexXml } from '#lib/seo/sitemap.ts';

// A route handler instead of Next's `sitemap.ts`, which runs at build time, with an empty database.
export const dynamic = 'force-dynamic';

/**
 * The index of the sitemap's parts: the site's own pages, the latest news, articles in spans (newest first),
 * tags, authors.
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
