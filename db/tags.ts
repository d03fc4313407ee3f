import { eq, inArray } from 'drizzle-orm';
import { slugify } from '#lib/arabic/slug.ts';
import { db, type Transaction } from './client.ts';
import { newId } from './ids.ts';
import { tags, type Tag } from './tables.ts';

export async function getTag(slug: string): Promise<Tag | undefined> {
  const [row] = await db().select().from(tags).where(eq(tags.slug, slug));
  return row;
}

/** The tags of these names, made where missing, in the order given. */
export async function ensureTags(tx: Transaction, names: string[]): Promise<Tag[]> {
  const wanted = names.map((name) => ({ id: newId(), name: name.trim(), slug: slugify(name) })).filter((tag) => tag.slug);
  if (wanted.length === 0) return [];
  await tx.insert(tags).values(wanted).onConflictDoNothing({ target: tags.slug });
  const slugs = [...new Set(wanted.map((tag) => tag.slug))];
  const rows = await tx.select().from(tags).where(inArray(tags.slug, slugs));
  return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
}
