import { asc, eq, inArray } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { decryptText, encryptText } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { countAppreciations } from '#db/comments/appreciations.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { listCommentIdsBehind } from '#db/privacy/addresses/find.ts';
import { eraseAddress } from '#db/privacy/addresses/forget.ts';
import { addressIndex } from '#db/privacy/addresses/keys.ts';
import { listNoticesOf } from '#db/privacy/addresses/notices.ts';
import { openAddress, openAddressOf } from '#db/privacy/addresses/open.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import {
  articles,
  commentAppreciations,
  commentRevisions,
  comments,
  sections,
  writerAddresses,
  writerNotes,
} from '#db/tables/tables.ts';
import { forgetConfirmed } from '#db/comments/writer-addresses.ts';
import { NO_NAME } from '#lib/comments/no-name.ts';

const PASS_MINUTES = 30;
/** More ids would be too many parameters for one statement. */
const PORTION = 500;

/**
 * Represents an address in a form or a link of the newsroom: opaque, different each time, valid for half an
 * hour.
 */
export const passFor = (email: string, now = new Date()): string =>
  encryptText(getKeys().emailCipher, `${now.getTime() + PASS_MINUTES * 60_000} ${addressIndex(email)}`);

function openPass(pass: string, now: Date): string | undefined {
  try {
    const [until = '', index = ''] = decryptText(getKeys().emailCipher, pass).split(' ');
    return Number(until) > now.getTime() && index ? index : undefined;
  } catch {
    return undefined;
  }
}

/** Shows the address of a comment, and logs who looked and why. */
export async function revealAddress(
  commentId: string,
  reason: string,
  actor: Person,
  now = new Date(),
): Promise<string | undefined> {
  mustBeAble(actor, 'revealAddress');
  return db().transaction(async (tx) => {
    const [comment] = await tx
      .select({ status: comments.status })
      .from(comments)
      .where(eq(comments.id, commentId));
    const address = comment && (await openAddress(tx, commentId));
    if (!comment || !address) return undefined;
    await recordDecision(
      tx,
      { commentId, act: 'reveal', userId: actor.id, from: comment.status, to: comment.status, reason },
      now,
    );
    await writeAudit(
      { userId: actor.id, action: 'privacy.revealed', subject: commentId, detail: { reason } },
      now,
      tx,
    );
    return address;
  });
}

/** The comment for the page that asks for a reason to reveal its address. */
export async function getCommentToReveal(commentId: string) {
  const [row] = await db()
    .select({ id: comments.id, name: comments.name, body: comments.body })
    .from(comments)
    .where(eq(comments.id, commentId));
  return row;
}

async function inPortions<T>(ids: string[], work: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < ids.length; from += PORTION)
    all.push(...(await work(ids.slice(from, from + PORTION))));
  return all;
}

const listComments = (runner: Runner, ids: string[]) =>
  inPortions(ids, (some) =>
    runner
      .select({
        id: comments.id,
        name: comments.name,
        body: comments.body,
        status: comments.status,
        createdAt: comments.createdAt,
        editedAt: comments.editedAt,
        reasonCode: comments.reasonCode,
        reasonNote: comments.reasonNote,
        appealText: comments.appealText,
        writerId: comments.writerId,
        article: {
          number: articles.number,
          slug: articles.slug,
          locale: articles.locale,
          headline: articles.headline,
          sectionSlug: sections.slug,
        },
      })
      .from(comments)
      .innerJoin(articles, eq(articles.id, comments.articleId))
      .innerJoin(sections, eq(sections.id, articles.sectionId))
      .where(inArray(comments.id, some))
      .orderBy(asc(comments.createdAt)),
  );

/** Everything sent with the address of a pass, in any state; undefined if the pass has expired. */
export async function findWriter(pass: string, now = new Date()) {
  const index = openPass(pass, now);
  return index === undefined
    ? undefined
    : { comments: await listComments(db(), await listCommentIdsBehind(index)) };
}

/** A copy of the data about a person, to be given to them; the export is logged. */
export async function exportWriter(pass: string, format: 'json' | 'csv', actor: Person, now = new Date()) {
  mustBeAble(actor, 'revealAddress');
  const index = openPass(pass, now);
  if (index === undefined) return undefined;
  return db().transaction(async (tx) => {
    const rows = await listComments(tx, await listCommentIdsBehind(index, tx));
    const revisions = await inPortions(
      rows.map(({ id }) => id),
      (some) =>
        tx
          .select({
            commentId: commentRevisions.commentId,
            name: commentRevisions.name,
            body: commentRevisions.body,
            replacedAt: commentRevisions.replacedAt,
          })
          .from(commentRevisions)
          .where(inArray(commentRevisions.commentId, some)),
    );
    const copy = {
      email: await openAddressOf(tx, index),
      comments: rows,
      earlierVersions: revisions,
      notices: await listNoticesOf(tx, index),
    };
    await writeAudit(
      {
        userId: actor.id,
        action: 'privacy.exported',
        subject: 'writer',
        detail: { format, comments: rows.length },
      },
      now,
      tx,
    );
    return copy;
  });
}

/**
 * Deletes the appreciations and confirmed addresses of these browsers, and the desk's notes about their
 * writers.
 */
async function forgetWriters(tx: Transaction, writerIds: string[]): Promise<void> {
  await inPortions(writerIds, async (some) => {
    const given = await tx
      .delete(commentAppreciations)
      .where(inArray(commentAppreciations.writerId, some))
      .returning({ id: commentAppreciations.commentId });
    for (const id of new Set(given.map((each) => each.id))) {
      const left = await countAppreciations(tx, id);
      await tx.update(comments).set({ appreciations: left }).where(eq(comments.id, id));
    }
    await tx.delete(writerAddresses).where(inArray(writerAddresses.writerId, some));
    await tx.delete(writerNotes).where(inArray(writerNotes.writerId, some));
    return [];
  });
}

/**
 * Erases a person: name, address, browser, earlier versions, notices and appreciations. With `remove` the
 * words go too; a placeholder then keeps the replies to them. Returns the number of comments.
 */
export async function eraseWriter(
  pass: string,
  words: 'keep' | 'remove',
  actor: Person,
  now = new Date(),
): Promise<number | undefined> {
  mustBeAble(actor, 'revealAddress');
  const index = openPass(pass, now);
  if (index === undefined) return undefined;
  return db().transaction(async (tx) => {
    const rows = await listComments(tx, await listCommentIdsBehind(index, tx));
    const nothing = {
      body: '',
      bodyKey: '',
      signature: '',
      featuredAt: null,
      featuredLine: '',
      status: 'withdrawn' as const,
    };
    for (const { id, status, article } of rows) {
      await tx
        .update(comments)
        .set({
          name: NO_NAME[article.locale],
          writerId: '',
          signals: [],
          appealText: '',
          reasonNote: '',
          ...(words === 'remove' && nothing),
        })
        .where(eq(comments.id, id));
      await tx.delete(commentRevisions).where(eq(commentRevisions.commentId, id));
      const to = words === 'remove' ? 'withdrawn' : status;
      await recordDecision(
        tx,
        { commentId: id, act: 'erase', userId: actor.id, from: status, to, reason: words },
        now,
      );
    }
    await forgetWriters(tx, [...new Set(rows.map(({ writerId }) => writerId).filter(Boolean))]);
    await eraseAddress(tx, index);
    await forgetConfirmed(tx, index);
    await writeAudit(
      {
        userId: actor.id,
        action: 'privacy.erased',
        subject: 'writer',
        detail: { comments: rows.length, words },
      },
      now,
      tx,
    );
    return rows.length;
  });
}
