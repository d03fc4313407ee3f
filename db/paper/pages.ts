import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { latinSlug } from '#lib/arabic/transliterate.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { filledLine } from '#lib/text/text-field.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { getPageDesk, removePageParts } from './page-drafts.ts';
import { pages } from '#db/tables/tables.ts';

type Page = typeof pages.$inferSelect;

const at = ({ slug, locale }: Pick<Page, 'slug' | 'locale'>) =>
  and(eq(pages.slug, slug), eq(pages.locale, locale));

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

/** The pages that every footer links to: they can be rewritten but not removed. */
export const OWN_PAGES = ['about', 'contact', 'privacy', 'comments'];

const SLUG_MAX = 60;

export const pageKeySchema = z.object({
  locale: z.enum(LOCALES),
  slug: z
    .string()
    .trim()
    .max(SLUG_MAX)
    .regex(/^[a-z][a-z0-9-]*$/),
});
export const pageTitleSchema = filledLine(120, 2);
/** The form of a new page. Without a slug, the slug is made from the title. */
export const newPageSchema = z
  .object({
    locale: z.enum(LOCALES),
    slug: z
      .string()
      .trim()
      .max(SLUG_MAX)
      .regex(/^(?:[a-z][a-z0-9-]*)?$/),
    title: pageTitleSchema,
  })
  .transform((page) => ({ ...page, slug: page.slug || latinSlug(page.title, SLUG_MAX) }))
  .refine(({ slug }) => slug !== '', { path: ['slug'] });

export async function removePage(
  slug: string,
  locale: Locale,
  actor: Person,
  now = new Date(),
): Promise<boolean> {
  mustBeAble(actor, 'curate');
  if (OWN_PAGES.includes(slug)) return false;
  return db().transaction(async (tx) => {
    const desk = await getPageDesk({ slug, locale }, tx);
    const [page] = await tx.delete(pages).where(at({ slug, locale })).returning();
    const gone = page ?? desk;
    if (!gone) return false;
    await removePageParts(tx, { slug, locale });
    await writeAudit(
      {
        userId: actor.id,
        action: 'page.removed',
        subject: `${locale}/${slug}`,
        before: { title: gone.title, body: gone.body },
      },
      now,
      tx,
    );
    return true;
  });
}
