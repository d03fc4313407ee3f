import { and, eq } from 'drizzle-orm';
import { fold } from '#lib/arabic/fold.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { sha256 } from '#lib/security/crypto.ts';
import { db } from '#db/engine/client.ts';
import { recordDecision } from './decisions.ts';
import { newId } from '#db/engine/ids.ts';
import { tellWebhook, tellWriters } from './tell.ts';
import { comments } from '#db/tables/tables.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

/**
 * Adds a public reply by staff, under their own name. The badge depends on `staffId`, which no input of
 * readers can set. Undefined if the parent comment is not public.
 */
export async function replyAsStaff(
  commentId: string,
  body: string,
  actor: Person,
  now = new Date(),
  id = newId(),
): Promise<{ id: string } | undefined> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => {
    const [parent] = await tx
      .select()
      .from(comments)
      .where(and(eq(comments.id, commentId), isPublicComment()));
    if (!parent) return undefined;
    // The same form was sent again because its response was lost.
    if ((await tx.$count(comments, eq(comments.id, id))) > 0) return { id };
    await tx.insert(comments).values({
      id,
      articleId: parent.articleId,
      parentId: parent.id,
      threadId: parent.threadId,
      depth: parent.depth + 1,
      name: actor.name,
      body,
      bodyKey: sha256(fold(body)),
      status: 'approved',
      createdAt: now,
      reviewedAt: now,
      staffId: actor.id,
    });
    await recordDecision(tx, { commentId: id, userId: actor.id, to: 'approved' }, now);
    await tellWriters(tx, id, now);
    await tellWebhook(tx, 'comment.approved', id, now);
    return { id };
  });
}
