import { desc, eq, sql, type SQL } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { idsOfAddress } from '#db/privacy/addresses/find.ts';
import { getEmailIndexes } from '#db/privacy/addresses/keys.ts';
import { newId } from '#db/engine/ids.ts';
import type { CommentStatus } from '#lib/comments/states.ts';
import { comments, users, writerNotes } from '#db/tables/tables.ts';

/** A writer with more comments than this is a program; more history would not add anything. */
const MOST_OF_WRITER = 500;
/** A card shows the writer's history of this many comments. */
const MOST_ON_CARD = 100;
const SHOWN = 10;

type OfWriter = { id: string; writerId: string };

/**
 * A statement that lists a writer's comments, the newest first: those from the same browser, and those with
 * the same address.
 */
function commentsOf({ id, writerId }: OfWriter, email: string | undefined, most: number): SQL {
  const { status, createdAt } = comments;
  const fields = { id: comments.id, status, createdAt };
  const own = db().select(fields).from(comments).where(eq(comments.id, id));
  const fromBrowser = db()
    .select(fields)
    .from(engine.through(comments, 'comments_writer'))
    .where(eq(comments.writerId, writerId))
    .orderBy(desc(createdAt))
    .limit(most);
  const withAddress =
    email &&
    db()
      .select(fields)
      .from(sql`(${idsOfAddress(email, most)}) as sent`)
      .crossJoin(comments)
      .where(eq(comments.id, sql`sent.comment_id`));
  const parts = [own, ...(writerId ? [fromBrowser] : []), ...(withAddress ? [withAddress] : [])];
  return sql.join(
    parts.map((part) => sql`select id, status, created_at from (${part.getSQL()})`),
    sql` union `,
  );
}

/** All comments by the writer of this one. */
export async function listIdsOfWriter(commentId: string): Promise<string[]> {
  const [comment] = await db()
    .select({ id: comments.id, writerId: comments.writerId })
    .from(comments)
    .where(eq(comments.id, commentId));
  if (!comment) return [];
  const email = (await getEmailIndexes(db(), [commentId])).get(commentId);
  const rows = await db().values<[string]>(
    sql`select id from (${commentsOf(comment, email, MOST_OF_WRITER)}) order by created_at desc limit ${MOST_OF_WRITER}`,
  );
  return rows.map(([id]) => id);
}

const unionAll = (parts: SQL[]) => sql.join(parts, sql` union all `);
/** A time as Drizzle reads it from a column. */
const toDate = (value: unknown) => comments.createdAt.mapFromDriverValue(value as number) as Date;

/**
 * What the newsroom knows about the writers of these comments, by comment: the states of their comments, the
 * last ten, and notes of colleagues. A few statements for all of them.
 */
export async function getWriterHistories(rows: OfWriter[]): Promise<Map<string, WriterHistory>> {
  if (rows.length === 0) return new Map();
  const emails = await getEmailIndexes(
    db(),
    rows.map(({ id }) => id),
  );
  const theirs = rows.map((row) => ({
    id: row.id,
    comments: commentsOf(row, emails.get(row.id), MOST_ON_CARD),
  }));
  const [counts, last, notes] = await Promise.all([
    db().values<[of: string, status: CommentStatus, count: number]>(
      unionAll(
        theirs.map((of) => sql`select ${of.id}, status, count(*) from (${of.comments}) group by status`),
      ),
    ),
    db().values<[of: string, id: string, body: string, status: CommentStatus, createdAt: unknown]>(
      unionAll(
        theirs.map(
          (of) => sql`select ${of.id}, comments.id, comments.body, comments.status, comments.created_at from
            (select id from (${of.comments}) order by created_at desc limit ${SHOWN + 1}) as latest
            cross join comments where comments.id = latest.id`,
        ),
      ),
    ),
    listNotes([...new Set(rows.map(({ writerId }) => writerId).filter(Boolean))]),
  ]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        counts: Object.fromEntries(
          counts.filter(([of]) => of === row.id).map(([, status, count]) => [status, count]),
        ),
        others: last
          .filter(([of, id]) => of === row.id && id !== row.id)
          .map(([, id, body, status, at]) => ({ id, body, status, createdAt: toDate(at) }))
          .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
          .slice(0, SHOWN),
        notes: notes.filter(({ writerId }) => writerId === row.writerId),
      },
    ]),
  );
}

export type WriterHistory = {
  counts: Partial<Record<CommentStatus, number>>;
  others: { id: string; body: string; status: CommentStatus; createdAt: Date }[];
  notes: { id: string; text: string; createdAt: Date; byName: string }[];
};

/** The latest notes about each of these writers. */
async function listNotes(writerIds: string[]) {
  if (writerIds.length === 0) return [];
  const ids = unionAll(
    writerIds.map(
      (writerId) =>
        sql`select id from (${db()
          .select({ id: writerNotes.id })
          .from(writerNotes)
          .where(eq(writerNotes.writerId, writerId))
          .orderBy(desc(writerNotes.createdAt))
          .limit(SHOWN)
          .getSQL()})`,
    ),
  );
  return db()
    .select({
      id: writerNotes.id,
      writerId: writerNotes.writerId,
      text: writerNotes.text,
      createdAt: writerNotes.createdAt,
      byName: users.name,
    })
    .from(writerNotes)
    .innerJoin(users, eq(writerNotes.userId, users.id))
    .where(sql`${writerNotes.id} in (${ids})`)
    .orderBy(desc(writerNotes.createdAt));
}

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
