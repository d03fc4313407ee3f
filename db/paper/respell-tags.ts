import { and, eq, ne, or, sql } from 'drizzle-orm';
import { slugify, tagSlug } from '#lib/arabic/slug.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { redirects, tags } from '#db/tables/tables.ts';
import { editions } from '#lib/locales.ts';

/** Characters that a tag's slug spells as words. */
const SIGNS = ['+', '#', '♯', '.', '*', '★', '-', '@', '%', '٪', '$', '€', '£', '°'];

/**
 * Corrects slugs made before signs were spelled as words. C++ then had the slug `c` and got every article
 * about C as well. The tag gets its own slug. The old address redirects there until a tag of that name
 * exists. The redirect is not marked automatic, since the name C does not mean C++.
 */
export async function respellTags(now = new Date()): Promise<number> {
  const hasSign = or(...SIGNS.map((sign) => sql`${tags.name} like ${`%\\${sign}%`} escape '\\'`));
  const rows = await db().select().from(tags).where(hasSign);
  const old = rows.filter(({ name, slug }) => slug === slugify(name) && slug !== tagSlug(name));
  let count = 0;
  for (const { id, name, slug } of old) {
    const to = tagSlug(name);
    await db().transaction(async (tx) => {
      const [other] = await tx
        .select({ id: tags.id })
        .from(tags)
        .where(and(eq(tags.slug, to), ne(tags.id, id)));
      if (other) return;
      await tx.update(tags).set({ slug: to }).where(eq(tags.id, id));
      const lead = (edition: string) => ({
        id: newId(),
        fromPath: `${edition}/tag/${slug}`,
        toPath: `${edition}/tag/${to}`,
        isAutomatic: false,
        userId: null,
        createdAt: now,
      });
      await tx
        .insert(redirects)
        .values(editions.prefixes.map(lead))
        .onConflictDoNothing({ target: redirects.fromPath });
      count += 1;
    });
  }
  return count;
}
