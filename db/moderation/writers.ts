import { count, desc, eq, inArray, or } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { listCommentIdsOf } from '#db/privacy/addresses/find.ts';
import { getContactKeys } from '#db/privacy/addresses/keys.ts';
import { newId } from '#db/engine/ids.ts';
import type { CommentStatus } from '#lib/comments/states.ts';
import { comments, users, writerNotes } from '#db/tables/tables.ts';

/** An address with more comments than this is a program's; more history would not add anything. */
const MOST_OF_ADDRESS = 500;
const SHOWN = 10;

/** Two comments have the same writer if they came from one browser or with one address. */
async function isOfWriter(comment: { id: string; writerId: string }) {
  const { email } = await getContactKeys(db(), comment.id);
  const ids = email ? await listCommentIdsOf(db(), 'email', email, MOST_OF_ADDRESS) : [];
  return or(
    comment.writerId ? eq(comments.writerId, comment.writerId) : undefined,
    inArray(comments.id, [...ids, comment.id]),
  );
}

/** All comments by the writer of this one. */
export async function listIdsOfWriter(commentId: string): Promise<string[]> {
  const [comment] = await db()
    .select({ id: comments.id, writerId: comments.writerId })
    .from(comments)
    .where(eq(comments.id, commentId));
  if (!comment) return [];
  const rows = await db()
    .select({ id: comments.id })
    .from(comments)
    .where(await isOfWriter(comment))
    .limit(MOST_OF_ADDRESS);
  return rows.map(({ id }) => id);
}

/**
 * What the newsroom knows about the writer of this comment: the states of their comments, the last ten, and
 * notes of colleagues.
 */
export async function getWriterHistory(comment: { id: string; writerId: string }) {
  const theirs = await isOfWriter(comment);
  const [counts, last, notes] = await Promise.all([
    db()
      .select({ status: comments.status, count: count() })
      .from(comments)
      .where(theirs)
      .groupBy(comments.status),
    db()
      .select({
        id: comments.id,
        body: comments.body,
        status: comments.status,
        createdAt: comments.createdAt,
      })
      .from(comments)
      .where(theirs)
      .orderBy(desc(comments.createdAt))
      .limit(SHOWN + 1),
    listNotes(comment.writerId),
  ]);
  return {
    counts: Object.fromEntries(counts.map((row) => [row.status, row.count])) as Partial<
      Record<CommentStatus, number>
    >,
    others: last.filter(({ id }) => id !== comment.id).slice(0, SHOWN),
    notes,
  };
}

export type WriterHistory = Awaited<ReturnType<typeof getWriterHistory>>;

const listNotes = async (writerId: string) =>
  writerId === ''
    ? []
    : db()
        .select({
          id: writerNotes.id,
          text: writerNotes.text,
          createdAt: writerNotes.createdAt,
          byName: users.name,
        })
        .from(writerNotes)
        .innerJoin(users, eq(writerNotes.userId, users.id))
        .where(eq(writerNotes.writerId, writerId))
        .orderBy(desc(writerNotes.createdAt))
        .limit(SHOWN);

/** Adds a note for colleagues about the writer of this comment. False if their browser is not known. */
export async function noteOnWriter(
  commentId: string,
  text: string,
  actor: Person,
  now = new Date(),
): Promise<boolean> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => {
    const [comment] = await tx
      .select({ writerId: comments.writerId })
      .from(comments)
      .where(eq(comments.id, commentId));
    if (!comment?.writerId) return false;
    await tx.insert(writerNotes).values({
      id: newId(),
      writerId: comment.writerId,
      text: text.trim(),
      userId: actor.id,
      createdAt: now,
    });
    return true;
  });
}
