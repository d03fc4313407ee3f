import { listAuthorChanges, listForSitemap, listSectionChanges, listTagChanges } from '#db/feeds.ts';
import { listPages } from '#db/pages.ts';
import { articlePath } from '#lib/article-path.ts';
import { LOCALES, localePath, type Locale } from '#lib/locales.ts';
import { MAX_URLS, sitemapXml, type SitemapEntry } from '#lib/seo/sitemap.ts';

// A route handler rather than Next's `sitemap.ts`: that one is written at build time, from an empty database.
export const dynamic = 'force-dynamic';

/** Pages of the house that change with what is on them. */
const LISTS = ['/archive', '/corrections', '/moderation'];

type Change = { locale: Locale; slug: string; changedAt: Date };

/** A front page changes when any of its sections does. */
function frontPage(locale: Locale, sections: Change[]): SitemapEntry {
  const times = sections.filter((section) => section.locale === locale).map((section) => section.changedAt.getTime());
  return { path: localePath(locale, '/'), ...(times.length > 0 && { changedAt: new Date(Math.max(...times)) }) };
}

const entryUnder = (folder: string) => ({ locale, slug, changedAt }: Change): SitemapEntry => ({
  path: localePath(locale, `${folder}/${slug}`),
  changedAt,
});

/** Everything of both editions that a search engine should know. */
export async function GET(): Promise<Response> {
  const now = new Date();
  const [sections, pages, tags, bylines, articles] = await Promise.all([
    listSectionChanges(now),
    listPages(),
    listTagChanges(now),
    listAuthorChanges(now),
    listForSitemap(now, MAX_URLS),
  ]);
  const xml = sitemapXml([
    ...LOCALES.map((locale) => frontPage(locale, sections)),
    ...sections.map(entryUnder('')),
    ...pages.map(({ revisedAt, ...page }) => entryUnder('/p')({ ...page, changedAt: revisedAt })),
    ...LOCALES.flatMap((locale) => LISTS.map((path): SitemapEntry => ({ path: localePath(locale, path) }))),
    ...articles.map((article) => ({ path: articlePath(article), changedAt: article.changedAt })),
    ...tags.map(entryUnder('/tag')),
    ...bylines.map(entryUnder('/author')),
  ]);
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
