import { eq } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { newId } from '#db/engine/ids.ts';
import type { DecisionResult } from '#db/moderation/moderate.ts';
import { comments, moderationDecisions } from '#db/tables/tables.ts';
import { addNewsroom, publish } from './articles.ts';
import { addTestPerson } from './staff.ts';

/** When the staff, the article and, unless given, a comment were added. */
export const at = new Date('2026-11-23T08:00:00Z');
let articleId: string;
export const staff = {} as Record<'salma' | 'omar' | 'author', Person>;

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
  staff.salma = await addTestPerson('سلمى', 'moderator');
  staff.omar = await addTestPerson('عمر', 'editor');
  staff.author = await addTestPerson('كاتب', 'author');
  await addNewsroom();
  ({ id: articleId } = await publish({}, at));
}

/** Removes what the last test stored. */
export async function clearComments() {
  await db().delete(moderationDecisions);
  await db().delete(comments);
}
