import { parseNotation } from '#lib/body/notation.ts';
import type { Locale } from '#lib/locales.ts';
import { db } from '#db/engine/client.ts';
import { pages } from '#db/tables/tables.ts';

/** Adds a published page without a working copy, like the pages that come with the site. */
export async function addTestPage(
  { locale, slug, title, text }: { locale: Locale; slug: string; title: string; text: string },
  now = new Date(),
): Promise<void> {
  await db()
    .insert(pages)
    .values({ slug, locale, title, body: parseNotation(text)!, revisedAt: now });
}
