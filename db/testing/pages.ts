import { parseNotation } from '#lib/body/notation.ts';
import type { Locale } from '#lib/locales.ts';
import { db } from '#db/engine/client.ts';
import { pages } from '#db/tables/tables.ts';

/** A page that readers see and nobody has opened on the desk yet, as the house's own come. */
export async function addTestPage(
  { locale, slug, title, text }: { locale: Locale; slug: string; title: string; text: string },
  now = new Date(),
): Promise<void> {
  await db()
    .insert(pages)
    .values({ slug, locale, title, body: parseNotation(text)!, revisedAt: now });
}
