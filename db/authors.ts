import { eq } from 'drizzle-orm';
import { db } from './client.ts';
import { authors, type Author } from './tables.ts';

export async function getAuthor(slug: string): Promise<Author | undefined> {
  const [row] = await db().select().from(authors).where(eq(authors.slug, slug));
  return row;
}
