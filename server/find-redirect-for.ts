import { getArticleAddress } from '#db/articles/articles.ts';
import { findRedirect } from '#db/paper/redirects.ts';
import { articlePath } from '#lib/articles/path.ts';
import { DEFAULT_LOCALE } from '#lib/locales.ts';
import { findArticleNumber } from './article-address.ts';
import type { Captured } from './captured-response.ts';

const redirectTo = (status: number, location: string): Captured => ({
  status,
  headers: { location },
  body: Buffer.alloc(0),
});

/**
 * Redirects to the article of a number and keeps the query; undefined if it does not exist or is not
 * published yet.
 */
export async function redirectToArticle(number: number, search: string): Promise<Captured | undefined> {
  const article = await getArticleAddress(number, new Date());
  return article && redirectTo(308, encodeURI(articlePath(article)) + search);
}

/**
 * No page has the address, but it may contain the number of an article. Addresses below an article's comments
 * mean a comment and are not redirected.
 */
async function redirectByNumber(path: string): Promise<Captured | undefined> {
  const [own = ''] = path.split('?');
  const found = /\/comments(?:\/|$)/.test(own) ? null : findArticleNumber(own);
  const redirect = found ? await redirectToArticle(found.number, '') : undefined;
  // The article's own address, with a query that its page does not know.
  return redirect?.headers.location === own.replace(new RegExp(`^/${DEFAULT_LOCALE}/`), '/')
    ? undefined
    : redirect;
}

/**
 * The redirect of an address without a page: `gone` where an administrator set that, undefined where nothing
 * is known.
 */
export async function findRedirectFor(path: string): Promise<Captured | 'gone' | undefined> {
  const to = await findRedirect(path);
  if (to === undefined) return redirectByNumber(path);
  return to ? redirectTo(301, to.startsWith('/') ? encodeURI(to) : to) : 'gone';
}
