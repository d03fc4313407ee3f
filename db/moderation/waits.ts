import { and, desc, eq, exists, gte, inArray, isNotNull, isNull, lt, not, notExists, sql } from 'drizzle-orm';
import { engine } from '#db/engine/engine.ts';
import { db } from '#db/engine/client.ts';
import { states, type CommentStatus } from '#lib/comments/states.ts';
import { isOpenComment, notInStates } from '#db/tables/in-states.ts';
import { comments, moderationDecisions } from '#db/tables/tables.ts';

/** Without a time: how many of the latest decisions are looked at, by people or by rules. */
const LATEST = 2000;

type Asked = { since?: Date; to?: CommentStatus[]; limit: number };

/**
 * The waits of the comments that people decided on lately, in milliseconds, the shortest first. Excludes
 * comments that were ever in another state (published and reported, rejected and appealed): they did not wait
 * since they were sent. Undone decisions are excluded too.
 */
export async function listWaits({ since, to, limit }: Asked): Promise<number[]> {
  const earlier = engine.alias(moderationDecisions, 'earlier');
  const undo = engine.alias(moderationDecisions, 'undo');
  const takenBack = (decision: typeof earlier | typeof moderationDecisions) =>
    exists(
      db()
        .select({ one: sql`1` })
        .from(undo)
        .where(and(eq(undo.commentId, decision.commentId), eq(undo.undoesId, decision.id))),
    );
  const leftQueueEarlier = db()
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.commentId, moderationDecisions.commentId),
        lt(earlier.sequence, moderationDecisions.sequence),
        notInStates(states.with('isOpen', true), earlier.toStatus),
        not(takenBack(earlier)),
      ),
    );
  const latest = engine.alias(moderationDecisions, 'latest');
  const oldest = db()
    .select({ at: latest.createdAt })
    .from(latest)
    .orderBy(desc(latest.createdAt))
    .limit(1)
    .offset(LATEST);
  const rows = await db()
    .select({ decidedAt: moderationDecisions.createdAt, sentAt: comments.createdAt })
    .from(moderationDecisions)
    .innerJoin(comments, eq(comments.id, moderationDecisions.commentId))
    .where(
      and(
        eq(moderationDecisions.act, 'move'),
        isOpenComment(moderationDecisions.fromStatus),
        isNotNull(moderationDecisions.userId),
        isNull(moderationDecisions.undoesId),
        notExists(leftQueueEarlier),
        not(takenBack(moderationDecisions)),
        gte(moderationDecisions.createdAt, since ?? sql`coalesce((${oldest}), 0)`),
        to && inArray(moderationDecisions.toStatus, to),
      ),
    )
    .orderBy(desc(moderationDecisions.createdAt))
    .limit(limit);
  return rows
    .map(({ decidedAt, sentAt }) => Math.max(0, decidedAt.getTime() - sentAt.getTime()))
    .sort((a, b) => a - b);
}
