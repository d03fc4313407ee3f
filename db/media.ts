import { eq } from 'drizzle-orm';
import { env } from '#lib/env.ts';
import { makeVariants } from '#lib/media/make-variants.ts';
import { db } from './client.ts';
import { newId } from './ids.ts';
import { media, type Media } from './tables.ts';

/** Stores a picture with its variants; the same bytes twice are one picture. Files first, so that a row never lacks its files. */
export async function addPicture(source: Buffer, { alt, credit }: { alt: string; credit: string }, now = new Date()): Promise<Media> {
  const { hash, width, height } = await makeVariants(source, env.mediaDir);
  const [row] = await db()
    .insert(media)
    .values({ id: newId(), hash, width, height, alt, credit, createdAt: now })
    .onConflictDoNothing({ target: media.hash })
    .returning();
  if (row) return row;
  const [known] = await db().select().from(media).where(eq(media.hash, hash));
  return known!;
}
