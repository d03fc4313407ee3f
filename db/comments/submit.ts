import { and, eq } from 'drizzle-orm';
import { fold } from '#lib/arabic/fold.ts';
import { sha256 } from '#lib/security/crypto.ts';
import type { FormFault } from '#lib/comments/form-state.ts';
import type { OwnToken } from '#lib/comments/form-token.ts';
import type { CommentInput } from '#lib/comments/rules.ts';
import type { Locale } from '#lib/locales.ts';
import { findHidden, hide, isOwnAddress } from './address-gates.ts';
import { assessComment, decideComment, readWords } from './assess.ts';
import { findBans } from '#db/moderation/bans.ts';
import { db, preparedIn, valuesOf, type Transaction } from '#db/engine/client.ts';
import { findArticleLimit, findLimit } from './limits.ts';
import { keepSealed, sealContact } from '#db/privacy/addresses/keep.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { isDuplicate, listSameWords } from './duplicates.ts';
import { listNewest } from './near-copies.ts';
import { newId } from '#db/engine/ids.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { requestNotice } from './notices.ts';
import { listSamePerson } from './same-person.ts';
import { getSettings, type Settings } from '#db/paper/settings.ts';
import { comments, type Comment } from '#db/tables/tables.ts';
import { useToken } from './form-tokens.ts';
import { tellWriters } from '#db/moderation/tell.ts';
import { readTrack, type WriterTrack } from './writer-track.ts';
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

const newComment = preparedIn((runner) =>
  runner
    .insert(comments)
    .values(
      valuesOf(comments, [
        'id',
        'articleId',
        'parentId',
        'threadId',
        'depth',
        'name',
        'body',
        'bodyKey',
        'status',
        'signature',
        'score',
        'signals',
        'writerId',
        'createdAt',
      ]),
    )
    .returning()
    .prepare(),
);

/** What a comment says and who sent it, read before the transaction so that no other writer waits for it. */
async function prepareComment(submission: Submission, now: Date) {
  return {
    bodyKey: sha256(fold(submission.body)),
    contact: sealContact(submission, now),
    words: await readWords(submission),
    newest: await listNewest(),
  };
}
type Prepared = Awaited<ReturnType<typeof prepareComment>>;

/** What the transaction found about the sender. */
type Sender = { track: WriterTrack; browsers: string[]; settings: Settings };

/** Scores the comment and decides its state by what its sender sees. */
async function decide(
  tx: Transaction,
  submission: Submission,
  prepared: Prepared,
  { track, browsers, settings }: Sender,
  now: Date,
) {
  const { writerId, token, decoyFilled, controls } = submission;
  const secondsOnForm = token.kind === 'fresh' ? (now.getTime() - token.issuedAt.getTime()) / 1000 : null;
  const given = { ...prepared, track, secondsOnForm, decoyFilled, controls };
  const assessed = await assessComment(tx, given, settings, now);
  const shown = decideComment(assessed, track, settings, now);
  if (!factsOf(shown.status).isPublic) return { assessed, shown };
  // It would be public at once. So its address must be the writer's own, and the newest word rules count.
  const isOwn = await isOwnAddress(tx, [writerId, ...browsers], prepared.contact.emailIndex);
  const words = await readWords(submission, tx);
  const again = await assessComment(tx, { ...given, words }, settings, now);
  return {
    assessed: again,
    shown: decideComment(again, isOwn ? track : { ...track, approved: 0 }, settings, now),
  };
}

/**
 * Stores a reader's comment. Ban, duplicate, limits, token and state are checked in one transaction, so no
 * comment is visible before its decision. What does not depend on other comments is read before it. Only an
 * accepted comment uses up its token: a rejected form can be sent again. The response depends on the browser
 * and the network only. The checks of the address always run but never change the response: it would tell
 * anyone who types an address what its owner wrote.
 */
export async function submitComment(submission: Submission, now = new Date()): Promise<SubmitResult> {
  const { articleId, replyTo, name, body, writerId, token } = submission;
  const prepared = await prepareComment(submission, now);
  const { bodyKey, contact, words } = prepared;
  const { emailIndex, networkIndex } = contact;
  return db().transaction(async (tx): Promise<SubmitResult> => {
    const bans = await findBans(tx, [writerId, networkIndex, emailIndex], now);
    if (bans.some(({ key }) => key !== emailIndex)) return { fault: 'banned' };
    const same = await listSameWords(tx, { articleId, bodyKey });
    // Before the limits: a reader who sends twice is told that the first arrived, not to wait.
    if (await isDuplicate(tx, same, { writerId, networkIndex }, now)) return { fault: 'duplicate' };
    const settings = await getSettings(tx);
    const browsers = settings.trustAfter > 0 ? await listSamePerson(tx, writerId) : [];
    const track = await readTrack(tx, writerId, now, browsers);
    const limit = await findLimit(tx, contact, track.times, settings, now);
    if (limit) return limit;
    const parent = replyTo ? await findParent(tx, replyTo, articleId) : undefined;
    if (replyTo && !parent) return { fault: 'replyGone' };
    const { assessed, shown } = await decide(tx, submission, prepared, { track, browsers, settings }, now);
    const full = factsOf(shown.status).isOpen ? await findArticleLimit(tx, articleId) : null;
    if (full) return full;
    if (!(await useToken(tx, token))) return { fault: 'tokenUsed' };

    const known = { emailIndex, isBanned: bans.length > 0, same };
    const { status, rule } = hide(shown, await findHidden(tx, known, settings, now));
    // Made inside the transaction, so that ids follow the order of the comments.
    const id = newId();
    const [comment] = await newComment(tx).execute({
      id,
      articleId,
      parentId: parent?.id ?? null,
      threadId: parent?.threadId ?? id,
      depth: parent ? parent.depth + 1 : 0,
      name,
      body,
      bodyKey,
      status,
      signature: words.signature,
      score: assessed.score,
      signals: assessed.signals,
      writerId: writerId || newId(),
      createdAt: now,
    });
    await keepSealed(tx, id, contact, now);
    await recordDecision(tx, { commentId: id, rule, to: status }, now);
    const { notice, webhook, isPublic } = factsOf(status);
    if (submission.notify && states.live.includes(status))
      await requestNotice(tx, { commentId: id, email: submission.email }, now);
    // No job is written when there is nobody to tell: its claim and its end would be two more commits.
    if (isPublic && notice) await tellWriters(tx, id, now);
    if (webhook && settings.webhookUrl)
      await enqueueJob(tx, 'webhook', { event: webhook, commentId: id }, now);
    return { comment: comment! };
  });
}
