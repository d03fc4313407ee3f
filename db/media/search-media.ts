import { and, count, desc, eq, inArray, sql, type Column } from 'drizzle-orm';
import { fold } from '#lib/arabic/fold.ts';
import { MOST_COUNTED } from '#lib/most-counted.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import type { MediaType } from '#db/tables/library.ts';
import { media, type Media } from '#db/tables/tables.ts';

export const searchTextOf = (
  row: Pick<Media, 'alt' | 'caption' | 'credit' | 'license' | 'fileName'>,
): string => fold([row.alt, row.caption, row.credit, row.license, row.fileName].join(' '));

export type MediaSearch = { text: string; type?: MediaType | undefined };

/** Removes the Arabic article and its prefixes: with them «المنارة» would not find «منارة». */
const bare = (word: string) => word.replace(/^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u, '');

/** Matches rows whose texts hold every word, in any spelling. */
function matches(searchText: Column, text: string) {
  const words = fold(text).split(' ').filter(Boolean).slice(0, 8).map(bare);
  return and(
    ...words.map(
      (word) => sql`${searchText} like ${`%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`,
    ),
  );
}

/** A search reads at most this many of the newest files: no index finds a part of a word. */
const SEARCHED = 20_000;

const newestFirst = [desc(media.createdAt), desc(media.id)] as const;

/** The ids of the files that a search finds, the newest first. */
function idsOf(search: MediaSearch) {
  const { type } = search;
  const inOrder = db()
    .select({ id: media.id, searchText: media.searchText, createdAt: media.createdAt })
    .from(engine.through(media, type ? 'media_type' : 'media_time'))
    .where(type && eq(media.type, type))
    .orderBy(...newestFirst);
  if (!search.text) return inOrder;
  const read = inOrder.limit(SEARCHED).as('read');
  return db()
    .select({ id: read.id, searchText: read.searchText, createdAt: read.createdAt })
    .from(read)
    .where(matches(read.searchText, search.text))
    .orderBy(desc(read.createdAt), desc(read.id));
}

/** Newest first. */
export async function searchMedia(
  search: MediaSearch,
  { page, limit }: { page: number; limit: number },
): Promise<Media[]> {
  const found = await idsOf(search)
    .limit(limit)
    .offset((page - 1) * limit);
  if (found.length === 0) return [];
  return db()
    .select()
    .from(media)
    .where(
      inArray(
        media.id,
        found.map(({ id }) => id),
      ),
    )
    .orderBy(...newestFirst);
}

/** Number of files that a search finds, up to one more than `MOST_COUNTED`. */
export async function countMedia(search: MediaSearch): Promise<number> {
  const [row] = await db()
    .select({ count: count() })
    .from(
      idsOf(search)
        .limit(MOST_COUNTED + 1)
        .as('some'),
    );
  return row!.count;
}
