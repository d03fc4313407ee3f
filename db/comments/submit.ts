import { and, eq } from 'drizzle-orm';
import { fold } from '#lib/arabic/fold.ts';
import { sha256 } from '#lib/security/crypto.ts';
import type { FormFault } from '#lib/comments/form-state.ts';
import type { OwnToken } from '#lib/comments/form-token.ts';
import type { CommentInput } from '#lib/comments/rules.ts';
import type { Locale } from '#lib/locales.ts';
import { findHidden, hide, isOwnAddress } from './address-gates.ts';
import { assessComment, decideComment } from './assess.ts';
import { findBan } from '#db/moderation/bans.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { findArticleLimit, findLimit } from './limits.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { contactKeys } from '#db/privacy/addresses/keys.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { isDuplicate } from './duplicates.ts';
import { newId } from '#db/engine/ids.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { requestNotice } from './notices.ts';
import { listSamePerson } from './same-person.ts';
import { getSettings } from '#db/paper/settings.ts';
import { comments, type Comment } from '#db/tables/tables.ts';
import { useToken } from './form-tokens.ts';
import { readTrack } from './writer-track.ts';
import { factsOf, states } from '#lib/comments/states.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

export type Submission = CommentInput & {
  articleId: string;
  locale: Locale;
  replyTo: string | null;
  address: string;
  decoyFilled: boolean;
  /** From the writer cookie; empty for a browser that is not known yet. */
  writerId: string;
  token: OwnToken;
  /** Characters that were sent and removed (lib/comments/shape.ts). */
  controls: { all: number; deceiving: number };
  /** Whether the writer asked for notices by mail. */
  notify: boolean;
};
export type SubmitFault = Pick<FormFault, 'wait'> & {
  fault: Extract<
    FormFault['message'],
    'banned' | 'tooFast' | 'slowMode' | 'articleFull' | 'duplicate' | 'replyGone' | 'tokenUsed'
  >;
};
export type SubmitResult = { comment: Comment } | SubmitFault;

async function findParent(tx: Transaction, id: string, articleId: string): Promise<Comment | undefined> {
  const [parent] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.articleId, articleId), isPublicComment()));
  return parent;
}

/**
 * Stores a reader's comment. Ban, duplicate, limits, token, rules and state are checked in one transaction,
 * so no comment is visible before its decision. Only an accepted comment uses up its token: a rejected form
 * can be sent again. The response depends on the browser and the network only. The checks of the address
 * always run but never change the response: it would tell anyone who types an address what its owner wrote.
 */
export async function submitComment(submission: Submission, now = new Date()): Promise<SubmitResult> {
  const { articleId, replyTo, name, body, writerId, token } = submission;
  const bodyKey = sha256(fold(body));
  const keys = contactKeys(submission, now);
  const settings = await getSettings();
  return db().transaction(async (tx): Promise<SubmitResult> => {
    if (await findBan(tx, [writerId, keys.networkIndex], now)) return { fault: 'banned' };
    // Before the limits: a reader who sends twice is told that the first arrived, not to wait.
    if (await isDuplicate(tx, { articleId, bodyKey, writerId }, keys.networkIndex, now))
      return { fault: 'duplicate' };
    const browsers = settings.trustAfter > 0 ? await listSamePerson(tx, writerId) : [];
    const track = await readTrack(tx, writerId, now, browsers);
    const limit = await findLimit(tx, keys, track.times, settings, now);
    if (limit) return limit;
    const parent = replyTo ? await findParent(tx, replyTo, articleId) : undefined;
    if (replyTo && !parent) return { fault: 'replyGone' };
    const secondsOnForm = token.kind === 'fresh' ? (now.getTime() - token.issuedAt.getTime()) / 1000 : null;
    const { signature, ...assessed } = await assessComment(
      tx,
      { ...submission, track, secondsOnForm },
      settings,
      now,
    );
    const known = await isOwnAddress(tx, [writerId, ...browsers], keys.emailIndex);
    const shown = decideComment(assessed, known ? track : { ...track, approved: 0 }, settings, now);
    const full = factsOf(shown.status).isOpen ? await findArticleLimit(tx, articleId) : null;
    if (full) return full;
    if (!(await useToken(tx, token))) return { fault: 'tokenUsed' };

    const { status, rule } = hide(
      shown,
      await findHidden(tx, { articleId, bodyKey }, keys.emailIndex, settings, now),
    );
    const id = newId();
    const [comment] = await tx
      .insert(comments)
      .values({
        id,
        articleId,
        parentId: parent?.id ?? null,
        threadId: parent?.threadId ?? id,
        depth: parent ? parent.depth + 1 : 0,
        name,
        body,
        bodyKey,
        status,
        signature,
        score: assessed.score,
        signals: assessed.signals,
        writerId: writerId || newId(),
        createdAt: now,
      })
      .returning();
    await keepContact(tx, id, submission, now);
    await recordDecision(tx, { commentId: id, rule, to: status }, now);
    const { notice, webhook, isPublic } = factsOf(status);
    if (submission.notify && states.live.includes(status))
      await requestNotice(tx, { commentId: id, email: submission.email }, now);
    if (isPublic && notice) await enqueueJob(tx, 'notice', { commentId: id, event: notice }, now);
    if (webhook) await enqueueJob(tx, 'webhook', { event: webhook, commentId: id }, now);
    return { comment: comment! };
  });
}
