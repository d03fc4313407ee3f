import { listForFeed } from '#db/feeds.ts';
import type { Section } from '#db/tables.ts';
import { articlePath } from '#lib/article-path.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { bodyHtml } from '#lib/body/to-html.ts';
import { env } from '#lib/env.ts';
import type { Locale } from '#lib/locales.ts';
import { describeArticle } from '#lib/seo/describe-article.ts';
import { feedXml, type FeedItem } from '#lib/seo/feed.ts';
import { getBodyContext } from './body-context.ts';
import { describeFront, readSite } from './reader-page.ts';

const LENGTH = 30;

type Row = Awaited<ReturnType<typeof listForFeed>>[number];

function toItem(row: Row, context: BodyContext): FeedItem {
  const name = (of: { nameAr: string; nameEn: string }) => (row.locale === 'ar' ? of.nameAr : of.nameEn);
  const bylines = row.authors.map(name);
  return {
    number: row.number,
    path: articlePath(row),
    headline: row.headline,
    summary: describeArticle(row),
    html: bodyHtml(row.body, context, env.siteUrl),
    publishedAt: row.publishedAt,
    revisedAt: row.revisedAt,
    authors: bylines.length === 0 && row.source ? [row.source] : bylines,
    categories: [name({ nameAr: row.sectionNameAr, nameEn: row.sectionNameEn }), ...row.tags.map((tag) => tag.name)],
    image: row.image,
  };
}

/** The feed of an edition, or of one section in it. */
export async function feedResponse(locale: Locale, section?: Section): Promise<Response> {
  const now = new Date();
  const [site, front, rows] = await Promise.all([
    readSite(locale),
    describeFront(locale),
    listForFeed({ locale, now, limit: LENGTH, ...(section && { sectionId: section.id }) }),
  ]);
  const context = await getBodyContext(rows.map((row) => row.body), locale, now);
  const isArabic = locale === 'ar';
  const own = section && {
    name: isArabic ? section.nameAr : section.nameEn,
    description: isArabic ? section.descriptionAr : section.descriptionEn,
  };
  const xml = feedXml({
    locale,
    title: own ? `${own.name} | ${site.name}` : site.name,
    description: own?.description || front.description,
    page: section ? `/${section.slug}` : '/',
    items: rows.map((row) => toItem(row, context)),
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}
