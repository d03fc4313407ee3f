import { asc, eq, inArray, like, or } from 'drizzle-orm';
import { slugify } from '#lib/arabic/slug.ts';
import { db } from './client.ts';
import { articles, authors, media, tags } from './tables.ts';

/** Which article a number (or an id) in the newsroom's addresses means, and whose it is: who may see it is asked by `can(person, 'write', …)`. */
export async function getDeskArticle(asked: number | string): Promise<{ id: string; number: number; ownerId: string | null } | undefined> {
  const { id, number, ownerId } = articles;
  const [row] = await db().select({ id, number, ownerId }).from(articles).where(typeof asked === 'number' ? eq(number, asked) : eq(id, asked));
  return row;
}

/** Everybody who can sign. */
export const listBylines = () => db().select({ id: authors.id, nameAr: authors.nameAr, nameEn: authors.nameEn }).from(authors).orderBy(asc(authors.nameAr));

const MOST_NAMES = 10;
const escaped = (text: string) => text.replace(/[\\%_]/g, '');

/** Names of known tags that hold what is being typed. */
export async function suggestTagNames(text: string): Promise<string[]> {
  const [name, slug] = [escaped(text.trim()), escaped(slugify(text))];
  if (!name) return [];
  const rows = await db().select({ name: tags.name }).from(tags)
    .where(or(like(tags.name, `%${name}%`), slug ? like(tags.slug, `%${slug}%`) : undefined)).orderBy(asc(tags.name)).limit(MOST_NAMES);
  return rows.map((row) => row.name);
}

/** What an editor's page shows of pictures that an article names. */
export async function listPickedMedia(ids: string[]) {
  if (ids.length === 0) return [];
  const { id, hash, width, height, alt, credit, caption, type, fileName } = media;
  return db().select({ id, hash, width, height, alt, credit, caption, type, fileName }).from(media).where(inArray(media.id, ids));
}
