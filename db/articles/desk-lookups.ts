import { asc, eq, inArray, like, sql } from 'drizzle-orm';
import { joinSpellings } from '#lib/arabic/fold.ts';
import { tagSlug } from '#lib/arabic/slug.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { foldedColumn } from '#db/engine/folded-column.ts';
import { articles, authors, media, tags } from '#db/tables/tables.ts';

/**
 * The article for a number or an id in a newsroom URL, with its owner. The caller checks access with
 * `can(person, 'write', …)`.
 */
export async function getDeskArticle(
  asked: number | string,
): Promise<{ id: string; number: number; ownerId: string | null } | undefined> {
  const { id, number, ownerId } = articles;
  const [row] = await db()
    .select({ id, number, ownerId })
    .from(articles)
    .where(typeof asked === 'number' ? eq(number, asked) : eq(id, asked));
  return row;
}

/** All bylines. */
export const listBylines = () =>
  db()
    .select({ id: authors.id, nameAr: authors.nameAr, nameEn: authors.nameEn })
    .from(authors)
    .orderBy(asc(authors.nameAr));

const MOST_NAMES = 10;

/**
 * Names of known tags that contain the typed text in any spelling of its letters. An exact match comes first,
 * then tags that begin with the text.
 */
export async function suggestTagNames(text: string): Promise<string[]> {
  const slug = joinSpellings(tagSlug(text));
  if (!slug) return [];
  const folded = foldedColumn(tags.slug);
  const rows = await db()
    .select({ name: tags.name })
    .from(engine.through(tags, 'tags_folded'))
    .where(like(folded, `%${slug}%`))
    .orderBy(
      sql`case when ${folded} = ${slug} then 0 when ${folded} like ${`${slug}%`} then 1 else 2 end`,
      asc(tags.name),
    )
    .limit(MOST_NAMES);
  return rows.map((row) => row.name);
}

/** The media fields that the article editor shows. */
export async function listPickedMedia(ids: string[]) {
  if (ids.length === 0) return [];
  const { id, hash, width, height, alt, credit, caption, type, fileName, bytes, focalX, focalY } = media;
  return db()
    .select({ id, hash, width, height, alt, credit, caption, type, fileName, bytes, focalX, focalY })
    .from(media)
    .where(inArray(media.id, ids));
}
