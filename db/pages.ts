import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { atMost } from '#lib/arabic/at-most.ts';
import { latinSlug } from '#lib/arabic/transliterate.ts';
import { parseNotation } from '#lib/body/notation.ts';
import { mustBeAble, type Person } from '#lib/can.ts';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { stampOf } from '#lib/stamp-of.ts';
import { filledLine } from '#lib/text-field.ts';
import { writeAudit } from './audit-log.ts';
import { db } from './client.ts';
import { pages } from './tables.ts';

type Page = typeof pages.$inferSelect;

const at = ({ slug, locale }: Pick<Page, 'slug' | 'locale'>) => and(eq(pages.slug, slug), eq(pages.locale, locale));

export async function getPage(slug: string, locale: Locale) {
  const [row] = await db().select().from(pages).where(at({ slug, locale }));
  return row;
}

/** The addresses of all static pages, for the sitemap and the desk. */
export const listPages = () =>
  db()
    .select({ slug: pages.slug, locale: pages.locale, title: pages.title, revisedAt: pages.revisedAt })
    .from(pages)
    .orderBy(asc(pages.locale), asc(pages.slug));

/** The house's own: every foot of a page leads to them, so they can be rewritten but not taken away. */
export const OWN_PAGES = ['about', 'contact', 'privacy', 'comments'];

const SLUG_MAX = 60;

export const pageSchema = z.object({
  locale: z.enum(LOCALES),
  slug: z.string().trim().max(SLUG_MAX).regex(/^(?:[a-z][a-z0-9-]*)?$/),
  title: filledLine(120, 2),
  /** In notation. */
  text: z.string().check(atMost(100_000)).refine((text) => text.trim()),
}).transform((page) => ({ ...page, slug: page.slug || latinSlug(page.title, SLUG_MAX) })).refine(({ slug }) => slug !== '', { path: ['slug'] });
export type PageInput = z.output<typeof pageSchema>;

/** Of what the form of a page changes. */
export const pageStamp = ({ title, body }: Pick<Page, 'title' | 'body'>): string => stampOf([title, body]);

/** A new page; one that stands at the address already is left as it is. */
export async function addPage({ locale, slug, title, text }: PageInput, actor: Person, now = new Date()): Promise<{ fault?: 'known' | 'text' }> {
  mustBeAble(actor, 'curate');
  const body = parseNotation(text);
  if (!body) return { fault: 'text' };
  return db().transaction(async (tx) => {
    const [added] = await tx.insert(pages).values({ slug, locale, title, body, revisedAt: now }).onConflictDoNothing({ target: [pages.slug, pages.locale] }).returning();
    if (!added) return { fault: 'known' };
    await writeAudit({ userId: actor.id, action: 'page.added', subject: `${locale}/${slug}`, before: null, after: { title, body } }, now, tx);
    return {};
  });
}

/** What of the page's body the notation cannot say is kept where its sign stands. */
export async function changePage({ stamp, text, ...input }: PageInput & { stamp: string }, actor: Person, now = new Date()): Promise<{ fault?: 'gone' | 'text' } | { fault: 'conflict'; stamp: string }> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    const [before] = await tx.select().from(pages).where(at(input));
    if (!before) return { fault: 'gone' };
    if (pageStamp(before) !== stamp) return { fault: 'conflict', stamp: pageStamp(before) };
    const body = parseNotation(text, before.body.content);
    if (!body) return { fault: 'text' };
    const { locale, slug, title } = input;
    await tx.update(pages).set({ title, body, revisedAt: now }).where(at(input));
    await writeAudit({ userId: actor.id, action: 'page.changed', subject: `${locale}/${slug}`, before: { title: before.title, body: before.body }, after: { title, body } }, now, tx);
    return {};
  });
}

export async function removePage(slug: string, locale: Locale, actor: Person, now = new Date()): Promise<boolean> {
  mustBeAble(actor, 'curate');
  if (OWN_PAGES.includes(slug)) return false;
  return db().transaction(async (tx) => {
    const [gone] = await tx.delete(pages).where(at({ slug, locale })).returning();
    if (!gone) return false;
    await writeAudit({ userId: actor.id, action: 'page.removed', subject: `${locale}/${slug}`, before: { title: gone.title, body: gone.body } }, now, tx);
    return true;
  });
}
