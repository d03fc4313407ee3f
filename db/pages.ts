import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { parseNotation } from '#lib/body/notation.ts';
import { mustBeAble, type Person } from '#lib/can.ts';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { writeAudit } from './audit-log.ts';
import { db } from './client.ts';
import { pages } from './tables.ts';

export async function getPage(slug: string, locale: Locale) {
  const [row] = await db().select().from(pages).where(and(eq(pages.slug, slug), eq(pages.locale, locale)));
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

export const pageSchema = z.object({
  locale: z.enum(LOCALES),
  slug: z.string().trim().max(60).regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().trim().min(2).max(120),
  /** In notation. */
  text: z.string().max(100_000).refine((text) => text.trim()),
});
export type PageInput = z.output<typeof pageSchema>;

/** Writes a page anew or for the first time. What of its body the notation cannot say is kept where its sign stands. */
export async function savePage({ locale, slug, title, text }: PageInput, actor: Person, now = new Date()): Promise<{ isNew: boolean } | { fault: 'text' }> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    const [before] = await tx.select().from(pages).where(and(eq(pages.slug, slug), eq(pages.locale, locale)));
    const body = parseNotation(text, before?.body.content);
    if (!body) return { fault: 'text' };
    const values = { slug, locale, title, body, revisedAt: now };
    await tx.insert(pages).values(values).onConflictDoUpdate({ target: [pages.slug, pages.locale], set: values });
    const subject = `${locale}/${slug}`;
    await writeAudit({ userId: actor.id, action: before ? 'page.changed' : 'page.added', subject, before: before ? { title: before.title, body: before.body } : null, after: { title, body } }, now, tx);
    return { isNew: !before };
  });
}

export async function removePage(slug: string, locale: Locale, actor: Person, now = new Date()): Promise<boolean> {
  mustBeAble(actor, 'curate');
  if (OWN_PAGES.includes(slug)) return false;
  return db().transaction(async (tx) => {
    const [gone] = await tx.delete(pages).where(and(eq(pages.slug, slug), eq(pages.locale, locale))).returning();
    if (!gone) return false;
    await writeAudit({ userId: actor.id, action: 'page.removed', subject: `${locale}/${slug}`, before: { title: gone.title, body: gone.body } }, now, tx);
    return true;
  });
}
