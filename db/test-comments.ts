import type { Person, Role } from '#lib/can.ts';
import { db } from './client.ts';
import { keepContact } from './contacts.ts';
import { recordDecision } from './decisions.ts';
import { newId } from './ids.ts';
import { articles, comments, sections, users, type Comment } from './tables.ts';

/* Staff and comments for tests: small rows, as the commands would have left them. */
export const at = new Date('2026-11-23T08:00:00Z');
export const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

export async function addPerson(name: string, role: Role): Promise<Person> {
  const id = newId();
  await db().insert(users).values({ id, name, email: `${id}@midad.example`, emailVerified: true, role, createdAt: at, updatedAt: at });
  return { id, name, role };
}

export async function addNews(number: number): Promise<string> {
  const [sectionId, id] = [newId(), newId()];
  await db().insert(sections).values({ id: sectionId, slug: `s${number}`, nameAr: 'محلي', nameEn: 'Local', descriptionAr: '', descriptionEn: '', position: 1 });
  await db().insert(articles).values({
    id, number, locale: 'ar', sectionId, slug: 'خبر', headline: 'خبر', standfirst: '', source: '', city: '', body: { type: 'doc', version: 1, content: [] } as never,
    bodyText: '', wordCount: 0, status: 'published', publishedAt: at, leadCaption: '', commentsOpen: true, createdAt: at,
  });
  return id;
}

/** A comment with the decision of a rule that put it where it is; with an address and a network when an address is given. */
export async function addComment(articleId: string, fields: Partial<Comment> & { email?: string; network?: string } = {}): Promise<string> {
  const { email, network = '192.0.2.1', ...columns } = fields;
  const id = newId();
  const row = { id, articleId, threadId: id, name: 'قارئ', body: `نص ${id}`, bodyKey: id, status: 'pending' as const, createdAt: at, ...columns };
  await db().transaction(async (tx) => {
    await tx.insert(comments).values(row);
    if (email) await keepContact(tx, id, { email, address: network }, row.createdAt);
    await recordDecision(tx, { commentId: id, rule: 'hold-all', to: row.status }, row.createdAt);
  });
  return id;
}
