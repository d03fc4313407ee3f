import { desc } from 'drizzle-orm';
import { chainHash, GENESIS } from '#lib/security/hash-chain.ts';
import { preparedIn, valuesOf, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import type { CommentStatus } from '#lib/comments/states.ts';
import type { ReasonCode } from '#db/tables/content.ts';
import { moderationDecisions } from '#db/tables/tables.ts';

/** What can be done to a comment: a change of state, or another act. */
export type Act =
  | 'move'
  | 'feature'
  | 'unfeature'
  | 'edit'
  | 'appeal'
  | 'report'
  | 'resolve'
  | 'reveal'
  | 'erase'
  | 'note';

type Entry = {
  commentId: string;
  act?: Act;
  /** The person who decided; null for a rule or the writer, then `rule` names it. */
  userId?: string | null;
  rule?: string | null;
  from?: CommentStatus | null;
  to: CommentStatus;
  reason?: string | null;
  reasonCode?: ReasonCode | null;
  undoesId?: string | null;
};

const lastLine = preparedIn((runner) =>
  runner
    .select({ sequence: moderationDecisions.sequence, hash: moderationDecisions.hash })
    .from(moderationDecisions)
    .orderBy(desc(moderationDecisions.sequence))
    .limit(1)
    .prepare(),
);

const newLine = preparedIn((runner) =>
  runner
    .insert(moderationDecisions)
    .values(
      valuesOf(moderationDecisions, [
        'id',
        'commentId',
        'userId',
        'rule',
        'fromStatus',
        'toStatus',
        'reason',
        'reasonCode',
        'act',
        'undoesId',
        'createdAt',
        'sequence',
        'hash',
      ]),
    )
    .prepare(),
);

/**
 * Adds a row to the chain of decisions, in the transaction of the act. Each row's hash covers the row before
 * it, so that a row changed, removed or inserted later is detected (`npm run moderation:verify`).
 */
export async function recordDecision(tx: Transaction, entry: Entry, now: Date): Promise<string> {
  const [last] = await lastLine(tx).execute();
  const row = {
    id: newId(),
    commentId: entry.commentId,
    userId: entry.userId ?? null,
    rule: entry.rule ?? null,
    fromStatus: entry.from ?? null,
    toStatus: entry.to,
    reason: entry.reason?.trim() || null,
    reasonCode: entry.reasonCode ?? null,
    act: entry.act ?? 'move',
    undoesId: entry.undoesId ?? null,
    createdAt: now,
    sequence: (last?.sequence ?? 0) + 1,
  };
  await newLine(tx).execute({ ...row, hash: chainHash(last?.hash ?? GENESIS, row) });
  return row.id;
}
