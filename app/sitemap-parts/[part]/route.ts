import { getTranslations } from 'next-intl/server';
import { listMonths } from '#db/articles/archive.ts';
import { isId } from '#db/engine/ids.ts';
import { listPages } from '#db/paper/pages.ts';
import { getDateSettings, getSite } from '#db/paper/settings.ts';
import {
  listArticleParts,
  listArticlesOfPart,
  listFilledSections,
  listLatestNews,
  listNamesOfPart,
} from '#db/articles/sitemap.ts';
import type { Named } from '#db/tables/library.ts';
import { articlePath } from '#lib/articles/path.ts';
import { editions, type Locale, localePath, LOCALES } from '#lib/locales.ts';
import { newsSitemapXml, sitemapXml, type SitemapEntry } from '#lib/seo/sitemap.ts';
import { requestTime } from '#lib/page-request.ts';

export const dynamic = 'force-dynamic';

const XML = { 'Content-Type': 'application/xml; charset=utf-8' };

/** List pages of the site. They change with what they list. */
const LISTS = ['/archive', '/corrections', '/moderation'];
const FOLDERS: Record<Named, string> = { tags: '/tag', authors: '/author' };

/**
 * The front page of an edition, its sections, lists and months. The front page changes when any section
 * changes.
 */
async function pagesOf(locale: Locale, now: Date): Promise<SitemapEntry[]> {
  const { timeZone } = await getDateSettings(locale);
  const sections = await listFilledSections(locale, now);
  const months = await listMonths(locale, now, timeZone);
  const path = (own: string) => localePath(locale, own);
  const newest = Math.max(...sections.map(({ changedAt }) => changedAt.getTime()));
  return [
    { path: path('/'), ...(sections.length > 0 && { changedAt: new Date(newest) }) },
    ...sections.map(({ slug, changedAt }) => ({ path: path(`/${slug}`), changedAt })),
    ...LISTS.map((own) => ({ path: path(own) })),
    ...months.map(({ year, month }) => ({
      path: path(`/archive/${year}/${String(month).padStart(2, '0')}`),
    })),
  ];
}

async function pages(now: Date): Promise<string> {
  const editions = await Promise.all(LOCALES.map((locale) => pagesOf(locale, now)));
  const statics = (await listPages()).map((page) => ({
    path: localePath(page.locale, `/p/${page.slug}`),
    changedAt: page.revisedAt,
  }));
  return sitemapXml([...editions.flat(), ...statics]);
}

async function nameOf(locale: Locale): Promise<string> {
  const [site, t] = await Promise.all([getSite(locale), getTranslations({ locale, namespace: 'site' })]);
  return site.name || t('name');
}

async function news(now: Date): Promise<string> {
  const [rows, ...named] = await Promise.all([listLatestNews(now), ...LOCALES.map(nameOf)]);
  return newsSitemapXml(
    rows.map((row) => ({ ...row, path: articlePath(row) })),
    editions.forEach((locale) => named[LOCALES.indexOf(locale)]!),
  );
}

/** Only parts that exist: the front door would cache each of the others as an empty page. */
async function articles(part: number, now: Date): Promise<string | undefined> {
  if (!(await listArticleParts()).includes(part)) return undefined;
  const rows = await listArticlesOfPart(part, now);
  return sitemapXml(rows.map((row) => ({ path: articlePath(row), changedAt: row.changedAt })));
}

async function names(of: Named, start: string, now: Date): Promise<string | undefined> {
  const rows = await listNamesOfPart(of, start, now);
  return (
    rows &&
    sitemapXml(rows.map(({ locale, slug }) => ({ path: localePath(locale, `${FOLDERS[of]}/${slug}`) })))
  );
}

async function partXml(part: string, now: Date): Promise<string | undefined> {
  if (part === 'pages') return pages(now);
  if (part === 'news') return news(now);
  const [, of, at = ''] = /^(articles|tags|authors)-(.+)$/.exec(part) ?? [];
  if (of === 'articles') return /^(?:0|[1-9]\d{0,6})$/.test(at) ? articles(Number(at), now) : undefined;
  return (of === 'tags' || of === 'authors') && isId(at) ? names(of, at, now) : undefined;
}

type Context = { params: Promise<{ part: string }> };

/** A part of the sitemap by its name. The front door maps `/sitemap-….xml` to this route. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const xml = await partXml((await params).part, requestTime());
  return xml === undefined ? new Response(null, { status: 404 }) : new Response(xml, { headers: XML });
}
