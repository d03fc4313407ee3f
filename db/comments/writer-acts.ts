import { and, eq, isNull, sql } from 'drizzle-orm';
import { fold } from '#lib/arabic/fold.ts';
import { sha256 } from '#lib/security/crypto.ts';
import type { Locale } from '#lib/locales.ts';
import { assessComment, readWords } from './assess.ts';
import { findBan } from '#db/moderation/bans.ts';
import { db } from '#db/engine/client.ts';
import { getContactKeys } from '#db/privacy/addresses/keys.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { isDuplicate, listSameWords } from './duplicates.ts';
import { listNewest } from './near-copies.ts';
import { newId } from '#db/engine/ids.ts';
import { tellWebhook } from '#db/moderation/tell.ts';
import { getSettings } from '#db/paper/settings.ts';
import { commentRevisions, comments } from '#db/tables/tables.ts';
import { readTrack } from './writer-track.ts';
import { factsOf, states, type CommentStatus } from '#lib/comments/states.ts';
import { inStates } from '#db/tables/in-states.ts';

/** How long, and how often, its writer can edit a comment. */
const EDIT_MS = 15 * 60_000;
const MOST_EDITS = 5;

type Editable = { status: CommentStatus; createdAt: Date };
export const isEditable = ({ status, createdAt }: Editable, now: Date): boolean =>
  factsOf(status).afterEdit !== null && now.getTime() - createdAt.getTime() < EDIT_MS;

type EditFault = 'editClosed' | 'tooManyEdits' | 'duplicate' | 'banned';
/** The input after cleaning; `controls` counts the removed characters. */
type Edit = { name: string; body: string; locale: Locale; controls: { all: number; deceiving: number } };

/**
 * The writer edits name or words; the caller has checked that they are the writer, and validated the input. A
 * published comment returns to the queue at once, so that no one sees words without approval. The old words
 * are kept for the desk.
 */
export async function editComment(
  id: string,
  { name, body, locale, controls }: Edit,
  now: Date,
): Promise<{ fault?: EditFault }> {
  const bodyKey = sha256(fold(body));
  const settings = await getSettings();
  const [words, newest] = [await readWords({ name, body, locale }), await listNewest()];
  return db().transaction(async (tx) => {
    const [comment] = await tx.select().from(comments).where(eq(comments.id, id));
    if (!comment || !isEditable(comment, now)) return { fault: 'editClosed' };
    if (comment.name === name && comment.body === body) return {};
    const [{ count } = { count: 0 }] = await tx
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(commentRevisions)
      .where(eq(commentRevisions.commentId, id));
    if (count >= MOST_EDITS) return { fault: 'tooManyEdits' };
    const { email = '', network: networkIndex = '' } = await getContactKeys(tx, id);
    const same = await listSameWords(tx, { ...comment, bodyKey });
    if (await isDuplicate(tx, same, { writerId: comment.writerId, networkIndex }, now))
      return { fault: 'duplicate' };
    if (await findBan(tx, [comment.writerId], now)) return { fault: 'banned' };
    const track = await readTrack(tx, comment.writerId, now);
    const given = { id, words, newest, track, controls, secondsOnForm: null, decoyFilled: false };
    const { band, score, signals } = await assessComment(tx, given, settings, now);
    // As for a new comment: what only the address shows does not change the response.
    const isBanned = await findBan(tx, [email], now);
    const to = band === 'spam' || isBanned ? 'spam' : factsOf(comment.status).afterEdit!;
    await tx
      .insert(commentRevisions)
      .values({ id: newId(), commentId: id, name: comment.name, body: comment.body, replacedAt: now });
    // The editors' pick was for the old words.
    await tx
      .update(comments)
      .set({
        name,
        body,
        bodyKey,
        score,
        signals,
        signature: words.signature,
        status: to,
        editedAt: now,
        reviewedAt: null,
        featuredAt: null,
        featuredLine: '',
      })
      .where(eq(comments.id, id));
    await recordDecision(tx, { commentId: id, act: 'edit', rule: 'writer', from: comment.status, to }, now);
    const { webhook } = factsOf(to);
    if (webhook) await tellWebhook(tx, webhook, id, now);
    return {};
  });
}

/**
 * The writer withdraws a comment, at any time; replies to it stay. Returns false if it was withdrawn before.
 */
export async function withdrawComment(id: string, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [comment] = await tx.select({ status: comments.status }).from(comments).where(eq(comments.id, id));
    if (!comment || comment.status === 'withdrawn') return false;
    await tx.update(comments).set({ status: 'withdrawn' }).where(eq(comments.id, id));
    await recordDecision(tx, { commentId: id, rule: 'writer', from: comment.status, to: 'withdrawn' }, now);
    return true;
  });
}

/** The writer of a rejected comment appeals, once, with a reason; the comment goes back into the queue. */
export async function appealComment(id: string, text: string, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [refused] = await tx
      .select({ status: comments.status })
      .from(comments)
      .where(and(eq(comments.id, id), inStates(states.with('mayAppeal', true)), isNull(comments.appealedAt)));
    if (!refused) return false;
    await tx
      .update(comments)
      .set({ status: 'pending', appealedAt: now, appealText: text })
      .where(eq(comments.id, id));
    await recordDecision(
      tx,
      { commentId: id, act: 'appeal', rule: 'writer', from: refused.status, to: 'pending' },
      now,
    );
    await tellWebhook(tx, 'comment.pending', id, now);
    return true;
  });
}
