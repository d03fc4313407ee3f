import { getTranslations } from 'next-intl/server';
import { listForFeed } from '#db/feeds.ts';
import type { CorrectionKind } from '#db/schema.ts';
import type { Section } from '#db/tables.ts';
import { articlePath } from '#lib/article-path.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { bodyHtml } from '#lib/body/to-html.ts';
import { env } from '#lib/env.ts';
import { escapeMarkup } from '#lib/escape-markup.ts';
import type { Locale } from '#lib/locales.ts';
import { describeArticle } from '#lib/seo/describe-article.ts';
import { feedXml, type FeedItem } from '#lib/seo/feed.ts';
import { getBodyContext } from './body-context.ts';
import { describeFront, readSite } from './reader-page.ts';

const LENGTH = 30;

type Row = Awaited<ReturnType<typeof listForFeed>>[number];

/** The notes on an article stand under its text, as on its page. */
const correctionsHtml = ({ corrections }: Row, { words }: BodyContext, kinds: (kind: CorrectionKind) => string) =>
  corrections
    .map(({ kind, text, publishedAt }) => `<p><strong>${escapeMarkup(`${kinds(kind)} · ${words.formatDay(publishedAt.toISOString().slice(0, 10))}`)}</strong><br>${escapeMarkup(text)}</p>`)
    .join('');

function toItem(row: Row, context: BodyContext, kinds: (kind: CorrectionKind) => string): FeedItem {
  const name = (of: { nameAr: string; nameEn: string }) => (row.locale === 'ar' ? of.nameAr : of.nameEn);
  const bylines = row.authors.map(name);
  return {
    number: row.number,
    path: articlePath(row),
    headline: row.headline,
    summary: describeArticle(row),
    html: bodyHtml(row.body, context, env.siteUrl) + correctionsHtml(row, context, kinds),
    publishedAt: row.publishedAt,
    revisedAt: row.revisedAt,
    authors: bylines.length === 0 && row.source ? [row.source] : bylines,
    categories: [name({ nameAr: row.sectionNameAr, nameEn: row.sectionNameEn }), ...row.tags.map((tag) => tag.name)],
    image: row.image && { ...row.image, alt: row.leadDecorative ? '' : row.leadAlt || row.image.alt },
  };
}

/** The feed of an edition, or of one section in it. */
export async function feedResponse(locale: Locale, section?: Section): Promise<Response> {
  const now = new Date();
  const [site, front, kinds, rows] = await Promise.all([
    readSite(locale),
    describeFront(locale),
    getTranslations({ locale, namespace: 'article.correctionKinds' }),
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
    items: rows.map((row) => toItem(row, context, kinds)),
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}
