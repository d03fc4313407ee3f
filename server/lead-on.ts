import { getArticleAddress } from '#db/articles/articles.ts';
import { findRedirect } from '#db/paper/redirects.ts';
import { articlePath } from '#lib/articles/path.ts';
import { DEFAULT_LOCALE } from '#lib/locales.ts';
import { findArticleNumber } from './article-address.ts';
import type { Captured } from './captured-response.ts';

const leadTo = (status: number, location: string): Captured => ({
  status,
  headers: { location },
  body: Buffer.alloc(0),
});

/** To the article of a number, with what was asked of it; undefined where there is none (or not yet). */
export async function leadToArticle(number: number, search: string): Promise<Captured | undefined> {
  const article = await getArticleAddress(number, new Date());
  return article && leadTo(308, encodeURI(articlePath(article)) + search);
}

/**
 * No page has the address, but an article has the number in it. Below an article's comments nothing but a
 * comment is meant.
 */
async function leadByNumber(path: string): Promise<Captured | undefined> {
  const [own = ''] = path.split('?');
  const found = /\/comments(?:\/|$)/.test(own) ? null : findArticleNumber(own);
  const led = found ? await leadToArticle(found.number, '') : undefined;
  // The article's own address, asked for something that its page does not know.
  return led?.headers.location === own.replace(new RegExp(`^/${DEFAULT_LOCALE}/`), '/') ? undefined : led;
}

/**
 * Where an address leads that no page has: `gone` where a person said so, undefined where nothing is known of
 * it.
 */
export async function leadOn(path: string): Promise<Captured | 'gone' | undefined> {
  const to = await findRedirect(path);
  if (to === undefined) return leadByNumber(path);
  return to ? leadTo(301, to.startsWith('/') ? encodeURI(to) : to) : 'gone';
}
