import { and, eq, inArray } from 'drizzle-orm';
import { fold } from '#lib/arabic/fold.ts';
import { sha256 } from '#lib/crypto.ts';
import type { CommentFault } from '#lib/comments/form-state.ts';
import type { CommentInput } from '#lib/comments/rules.ts';
import { db, type Transaction } from './client.ts';
import { countSent, keepContact } from './contacts.ts';
import { recordDecision } from './decisions.ts';
import { newId } from './ids.ts';
import { comments, type Comment } from './tables.ts';

/** Windows in minutes with the most comments one network and one address may send in each; a network has many readers. */
const RATES = [
  { minutes: 1, network: 6, email: 2 },
  { minutes: 10, network: 20, email: 6 },
  { minutes: 60 * 24, network: 200, email: 30 },
];

export type Submission = CommentInput & { articleId: string; replyTo: string | null; address: string; decoyFilled: boolean };
export type SubmitResult = { comment: Comment } | { fault: Extract<CommentFault, 'tooFast' | 'duplicate' | 'replyGone'> };

async function isTooFast(tx: Transaction, contact: { email: string; address: string }, now: Date): Promise<boolean> {
  for (const rate of RATES) {
    const sent = await countSent(tx, contact, new Date(now.getTime() - rate.minutes * 60_000), now);
    if (sent.byNetwork >= rate.network || sent.byEmail >= rate.email) return true;
  }
  return false;
}

async function isDuplicate(tx: Transaction, articleId: string, bodyKey: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.articleId, articleId), eq(comments.bodyKey, bodyKey), inArray(comments.status, ['pending', 'approved'])))
    .limit(1);
  return row !== undefined;
}

/**
 * Takes a reader's comment: limits, duplicate, then the state, all in one transaction, so that nothing is seen before it
 * was decided. Every comment waits for a person; a filled decoy field sends it to spam, and its writer sees no difference.
 */
export async function submitComment(submission: Submission, now = new Date()): Promise<SubmitResult> {
  const { articleId, replyTo, name, body, email, address, decoyFilled } = submission;
  const bodyKey = sha256(fold(body));
  return db().transaction(async (tx) => {
    if (await isTooFast(tx, { email, address }, now)) return { fault: 'tooFast' };
    if (await isDuplicate(tx, articleId, bodyKey)) return { fault: 'duplicate' };
    const [parent] = replyTo
      ? await tx.select().from(comments)
          .where(and(eq(comments.id, replyTo), eq(comments.articleId, articleId), eq(comments.status, 'approved')))
      : [];
    if (replyTo && !parent) return { fault: 'replyGone' };
    const id = newId();
    const status = decoyFilled ? 'spam' : 'pending';
    const [comment] = await tx
      .insert(comments)
      .values({ id, articleId, parentId: parent?.id ?? null, threadId: parent?.threadId ?? id, name, body, bodyKey, status, createdAt: now })
      .returning();
    await keepContact(tx, id, { email, address }, now);
    await recordDecision(tx, { commentId: id, rule: decoyFilled ? 'decoy' : 'hold-all', to: status }, now);
    return { comment: comment! };
  });
}
