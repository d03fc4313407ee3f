import { and, asc, eq } from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { db } from './client.ts';
import { pages } from './tables.ts';

export async function getPage(slug: string, locale: Locale) {
  const [row] = await db().select().from(pages).where(and(eq(pages.slug, slug), eq(pages.locale, locale)));
  return row;
}

/** The addresses of all static pages, for the sitemap. */
export const listPages = () =>
  db()
    .select({ slug: pages.slug, locale: pages.locale, revisedAt: pages.revisedAt })
    .from(pages)
    .orderBy(asc(pages.locale), asc(pages.slug));
