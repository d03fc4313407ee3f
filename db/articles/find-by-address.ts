import { and, eq, ne } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { findRedirect, redirectKey } from '#db/paper/redirects.ts';
import { articles, sections } from '#db/tables/tables.ts';
import { editions } from '#lib/locales.ts';

const MOST_STEPS = 5;

const fields = {
  id: articles.id,
  number: articles.number,
  locale: articles.locale,
  slug: articles.slug,
  sectionSlug: sections.slug,
  commentsOpen: articles.commentsOpen,
  commentsCloseAt: articles.commentsCloseAt,
  publishedAt: articles.publishedAt,
};
const select = () =>
  db().select(fields).from(articles).innerJoin(sections, eq(sections.id, articles.sectionId));

export type FoundArticle = Awaited<ReturnType<typeof select>>[number];

const byNumber = async (number: string) =>
  (await select().where(and(eq(articles.number, Number(number)), ne(articles.status, 'trash'))))[0];

const SHORT = new RegExp(`^${editions.prefixPattern}/n/(\\d{1,9})$`);
const LONG = new RegExp(`^${editions.prefixPattern}/([^/]+)/(\\d{1,9})(?:/([^/]*))?$`);

/**
 * For addresses of this site. «/2024/05/title» looks like one, so the section or slug must match too.
 */
async function byPath(path: string): Promise<FoundArticle | undefined> {
  const [, short] = SHORT.exec(path) ?? [];
  if (short) return byNumber(short);
  const [, section, number, slug] = LONG.exec(path) ?? [];
  const article = number ? await byNumber(number) : undefined;
  return article && (article.sectionSlug === section || article.slug === slug) ? article : undefined;
}

/** A slug identifies an article only if no other article has it. */
async function bySlug(slug: string): Promise<FoundArticle | undefined> {
  if (slug === '' || slug === '/') return undefined;
  const found = await select()
    .where(and(eq(articles.slug, slug), ne(articles.status, 'trash')))
    .limit(2);
  return found.length === 1 ? found[0] : undefined;
}

async function byRedirect(path: string): Promise<FoundArticle | undefined> {
  let at = path;
  for (let step = 0; step < MOST_STEPS; step++) {
    const to = await findRedirect(at);
    if (!to?.startsWith('/')) return undefined;
    at = redirectKey(to);
    const article = await byPath(at);
    if (article) return article;
  }
  return undefined;
}

/**
 * The article for an address on this site or an earlier one: by its number, then by its slug, then by a
 * redirect.
 */
export async function findArticleByAddress({
  link,
  slug,
}: {
  link: string;
  slug: string;
}): Promise<FoundArticle | undefined> {
  const path = redirectKey(URL.parse(link)?.pathname ?? (link.startsWith('/') ? link : '/'));
  const lastPart = path.slice(path.lastIndexOf('/') + 1);
  return (
    (await byPath(path)) ??
    (await bySlug(redirectKey(slug))) ??
    (await bySlug(lastPart)) ??
    (path === '/' ? undefined : byRedirect(path))
  );
}
