import { and, count, desc, eq, sql } from 'drizzle-orm';
import { fold } from '#lib/arabic/fold.ts';
import { db } from '#db/engine/client.ts';
import type { MediaType } from '#db/tables/library.ts';
import { media, type Media } from '#db/tables/tables.ts';

export const searchTextOf = (
  row: Pick<Media, 'alt' | 'caption' | 'credit' | 'license' | 'fileName'>,
): string => fold([row.alt, row.caption, row.credit, row.license, row.fileName].join(' '));

export type MediaSearch = { text: string; type?: MediaType | undefined };

/** Removes the Arabic article and its prefixes: with them «المنارة» would not find «منارة». */
const bare = (word: string) => word.replace(/^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u, '');

/** Matches rows whose texts hold every word, in any spelling. */
function matches({ text, type }: MediaSearch) {
  const words = fold(text).split(' ').filter(Boolean).slice(0, 8).map(bare);
  return and(
    type && eq(media.type, type),
    ...words.map(
      (word) => sql`${media.searchText} like ${`%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`,
    ),
  );
}

/** Newest first. */
export const searchMedia = (
  search: MediaSearch,
  { page, limit }: { page: number; limit: number },
): Promise<Media[]> =>
  db()
    .select()
    .from(media)
    .where(matches(search))
    .orderBy(desc(media.createdAt), desc(media.id))
    .limit(limit)
    .offset((page - 1) * limit);

export async function countMedia(search: MediaSearch): Promise<number> {
  const [row] = await db().select({ count: count() }).from(media).where(matches(search));
  return row!.count;
}
