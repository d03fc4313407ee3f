import { eq } from 'drizzle-orm';
import type { Person, Role } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { newId } from '#db/engine/ids.ts';
import type { DecisionResult } from '#db/moderation/moderate.ts';
import { articles, comments, moderationDecisions, sections, users } from '#db/tables/tables.ts';

/** When the staff, the article and, unless given, a comment were added. */
export const at = new Date('2026-11-23T08:00:00Z');
const articleId = newId();
export const staff = {} as Record<'salma' | 'omar' | 'writer', Person>;

async function addPerson(name: string, role: Role): Promise<Person> {
  const id = newId();
  await db()
    .insert(users)
    .values({
      id,
      name,
      email: `${id}@midad.example`,
      emailVerified: true,
      role,
      createdAt: at,
      updatedAt: at,
    });
  return { id, name, role };
}

export async function addComment(
  body: string,
  { parentId, createdAt = at }: { parentId?: string; createdAt?: Date } = {},
) {
  const id = newId();
  await db()
    .insert(comments)
    .values({
      id,
      articleId,
      parentId: parentId ?? null,
      threadId: parentId ?? id,
      name: 'قارئ',
      body,
      bodyKey: body,
      status: 'pending',
      createdAt,
    });
  await db().transaction((tx) =>
    recordDecision(tx, { commentId: id, rule: 'hold-all', to: 'pending' }, createdAt),
  );
  return id;
}

export const statusOf = async (id: string) =>
  (await db().select({ status: comments.status }).from(comments).where(eq(comments.id, id)))[0]?.status;

export function decided(result: DecisionResult) {
  if (result.outcome !== 'decided') throw new Error(result.outcome);
  return result;
}

/** Adds the staff, and the article on which these comments are written. */
export async function addStaffAndArticle() {
  staff.salma = await addPerson('سلمى', 'moderator');
  staff.omar = await addPerson('عمر', 'editor');
  staff.writer = await addPerson('كاتب', 'author');
  const sectionId = newId();
  await db().insert(sections).values({
    id: sectionId,
    slug: 'local',
    nameAr: 'محلي',
    nameEn: 'Local',
    descriptionAr: '',
    descriptionEn: '',
    position: 1,
  });
  await db()
    .insert(articles)
    .values({
      id: articleId,
      number: 1001,
      locale: 'ar',
      sectionId,
      slug: 'خبر',
      headline: 'خبر',
      standfirst: '',
      source: '',
      city: '',
      body: { type: 'doc', version: 1, content: [] } as never,
      bodyText: '',
      wordCount: 0,
      status: 'published',
      publishedAt: at,
      leadCaption: '',
      commentsOpen: true,
      createdAt: at,
    });
}

/** Removes what the last test stored. */
export async function clearComments() {
  await db().delete(moderationDecisions);
  await db().delete(comments);
}
