import { asc, eq } from 'drizzle-orm';
import { db, prepared } from './client.ts';
import { sections, type Section } from './tables.ts';

const inOrder = prepared(() => db().select().from(sections).orderBy(asc(sections.position)).prepare());

export const listSections = (): Promise<Section[]> => inOrder().execute();

export async function getSection(slug: string): Promise<Section | undefined> {
  const [row] = await db().select().from(sections).where(eq(sections.slug, slug));
  return row;
}
