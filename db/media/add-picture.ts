import { eq } from 'drizzle-orm';
import { sha256 } from '#lib/security/crypto.ts';
import { env } from '#lib/env.ts';
import { makeVariants } from '#lib/media/make-variants.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { media, type Media } from '#db/tables/tables.ts';
import { searchTextOf } from './search-media.ts';

/**
 * Stores a picture from a trusted source (the demo, a command) with its variants; SVG is allowed here. The
 * same bytes give one row.
 */
export async function addPicture(
  source: Buffer,
  { alt, credit, fileName, mime }: { alt: string; credit: string; fileName: string; mime: string },
  now = new Date(),
): Promise<Media> {
  const hash = sha256(source).slice(0, 16);
  const { width, height } = await makeVariants(
    source,
    { hash, focalX: 500, focalY: 500 },
    { media: env.mediaDir, masters: env.mastersDir },
  );
  const values = { hash, width, height, alt, credit, fileName, mime, bytes: source.length };
  const [row] = await db()
    .insert(media)
    .values({
      id: newId(),
      ...values,
      searchText: searchTextOf({ ...values, caption: '', license: '' }),
      createdAt: now,
    })
    .onConflictDoNothing({ target: media.hash })
    .returning();
  if (row) return row;
  const [known] = await db().select().from(media).where(eq(media.hash, hash));
  return known!;
}
