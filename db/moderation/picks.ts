import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { recordDecision } from './decisions.ts';
import { comments } from '#db/tables/tables.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

/**
 * Makes an approved comment an editors' pick, with a line that says why. False if it is not public or already
 * a pick.
 */
export async function featureComment(
  commentId: string,
  line: string,
  actor: Person,
  now = new Date(),
): Promise<boolean> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => {
    const [picked] = await tx
      .update(comments)
      .set({ featuredAt: now, featuredLine: line.trim() })
      .where(and(eq(comments.id, commentId), isPublicComment(), isNull(comments.featuredAt)))
      .returning({ status: comments.status });
    if (!picked) return false;
    await recordDecision(
      tx,
      { commentId, act: 'feature', userId: actor.id, from: picked.status, to: picked.status, reason: line },
      now,
    );
    return true;
  });
}

export async function unfeatureComment(commentId: string, actor: Person, now = new Date()): Promise<boolean> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => {
    const [dropped] = await tx
      .update(comments)
      .set({ featuredAt: null, featuredLine: '' })
      .where(and(eq(comments.id, commentId), isNotNull(comments.featuredAt)))
      .returning({ status: comments.status });
    if (!dropped) return false;
    await recordDecision(
      tx,
      { commentId, act: 'unfeature', userId: actor.id, from: dropped.status, to: dropped.status },
      now,
    );
    return true;
  });
}
