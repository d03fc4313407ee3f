import { EMPTY_DOC } from '#lib/body/doc.ts';
import type { Person, Role } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { articles, sections, users } from '#db/tables/tables.ts';

export const AT = new Date('2026-11-23T08:00:00Z');

export async function addTestPerson(name: string, role: Role): Promise<Person> {
  const id = newId();
  await db()
    .insert(users)
    .values({
      id,
      name,
      email: `${id}@midad.example`,
      emailVerified: true,
      role,
      createdAt: AT,
      updatedAt: AT,
    });
  return { id, name, role };
}

/** Adds a published article with open comments. */
export async function addTestArticle(changes: Partial<typeof articles.$inferInsert> = {}): Promise<string> {
  const [id, sectionId] = [newId(), newId()];
  await db()
    .insert(sections)
    .values({
      id: sectionId,
      slug: `s-${id}`,
      nameAr: 'محلي',
      nameEn: 'Local',
      descriptionAr: '',
      descriptionEn: '',
      position: 1,
    });
  await db()
    .insert(articles)
    .values({
      id,
      number: Math.floor(Math.random() * 1e9),
      locale: 'ar',
      sectionId,
      slug: 'خبر',
      headline: 'خبر',
      standfirst: '',
      source: '',
      city: '',
      body: EMPTY_DOC,
      bodyText: '',
      wordCount: 0,
      status: 'published',
      publishedAt: AT,
      leadCaption: '',
      commentsOpen: true,
      createdAt: AT,
      ...changes,
    });
  return id;
}
