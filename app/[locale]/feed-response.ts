import { getTranslations } from 'next-intl/server';
import { listForFeed, type FeedFilter } from '#db/feeds.ts';
import type { CorrectionKind } from '#db/schema.ts';
import type { Section } from '#db/tables.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { fold } from '#lib/arabic/fold.ts';
import { articlePath } from '#lib/article-path.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { bodyHtml } from '#lib/body/to-html.ts';
import { env } from '#lib/env.ts';
import type { Locale } from '#lib/locales.ts';
import { correctionsHtml } from '#lib/seo/corrections-html.ts';
import { describeArticle } from '#lib/seo/describe-article.ts';
import { feedXml, type FeedItem } from '#lib/seo/feed.ts';
import { getBodyContext } from './body-context.ts';
import { describeFront, readDates, readSite } from './reader-page.ts';

const LENGTH = 30;

/** A tag may have the section's name. */
const distinct = (names: string[]) => names.filter((each, n) => names.findIndex((other) => fold(other) === fold(each)) === n);

type Row = Awaited<ReturnType<typeof listForFeed>>[number];

function toItem(row: Row, context: BodyContext, kinds: (kind: CorrectionKind) => string, dates: DateSettings): FeedItem {
  const name = (of: { nameAr: string; nameEn: string }) => (row.locale === 'ar' ? of.nameAr : of.nameEn);
  const bylines = row.authors.map(name);
  const isRetracted = row.status === 'retracted';
  return {
    number: row.number,
    path: articlePath(row),
    headline: isRetracted ? `${kinds('retraction')}: ${row.headline}` : row.headline,
    summary: describeArticle(row),
    html: (isRetracted ? '' : bodyHtml(row.body, context, env.siteUrl)) + correctionsHtml(row.corrections, kinds, dates),
    publishedAt: row.publishedAt,
    revisedAt: row.revisedAt,
    authors: bylines.length === 0 && row.source ? [row.source] : bylines,
    categories: distinct([name({ nameAr: row.sectionNameAr, nameEn: row.sectionNameEn }), ...row.tags.map((tag) => tag.name)]),
    image: isRetracted ? null : row.image && { ...row.image, alt: row.leadDecorative ? '' : row.leadAlt || row.image.alt, credit: row.leadCredit || row.image.credit },
  };
}

/** What a feed is of, where it is not the whole edition. */
export type FeedOf = { name: string; description: string; /** The page that it follows. */ page: string; filter: FeedFilter };

export const sectionFeed = (section: Section, locale: Locale): FeedOf => ({
  name: locale === 'ar' ? section.nameAr : section.nameEn, description: locale === 'ar' ? section.descriptionAr : section.descriptionEn,
  page: `/${section.slug}`, filter: { sectionId: section.id },
});

/** The feed of an edition, or of a part of it. */
export async function feedResponse(locale: Locale, own?: FeedOf): Promise<Response> {
  const now = new Date();
  const [site, front, kinds, dates, rows] = await Promise.all([
    readSite(locale),
    describeFront(locale),
    getTranslations({ locale, namespace: 'article.correctionKinds' }),
    readDates(locale),
    listForFeed({ locale, now, limit: LENGTH, ...own?.filter }),
  ]);
  const context = await getBodyContext(rows.map((row) => row.body), locale, now);
  const xml = feedXml({
    locale,
    title: own ? `${own.name} | ${site.name}` : site.name,
    description: own?.description || front.description,
    page: own?.page ?? '/',
    items: rows.map((row) => toItem(row, context, kinds, dates)),
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}
