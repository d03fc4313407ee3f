import { asc, eq } from 'drizzle-orm';
import { db } from './client.ts';
import { sections, type Section } from './tables.ts';

export const listSections = (): Promise<Section[]> => db().select().from(sections).orderBy(asc(sections.position));

export async function getSection(slug: string): Promise<Section | undefined> {
  const [row] = await db().select().from(sections).where(eq(sections.slug, slug));
  return row;
}
