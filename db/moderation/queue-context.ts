import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { getMaskedAddresses } from '#db/privacy/addresses/open.ts';
import { setsState } from './moderate.ts';
import type { QueuedComment } from './queue.ts';
import { commentReports, comments, moderationDecisions, users } from '#db/tables/tables.ts';
import { getWriterHistories } from './writers.ts';

/** At most this many replies are shown under one comment, and at most this many comments above it. */
const REPLIES = 10;
const ANCESTORS = 5;

const threadFields = {
  id: comments.id,
  name: comments.name,
  body: comments.body,
  status: comments.status,
  parentId: comments.parentId,
  createdAt: comments.createdAt,
};
type InThread = Pick<QueuedComment, 'id' | 'name' | 'body' | 'status' | 'parentId' | 'createdAt'>;

/** The comments above these, a level at a time in one statement. */
async function listAbove(parentIds: string[]): Promise<InThread[]> {
  if (parentIds.length === 0) return [];
  const ids = sql`with recursive above (id, level) as (
      select ${comments.id}, 1 from ${comments} where ${inArray(comments.id, parentIds)}
      union
      select parents.id, above.level + 1 from above cross join ${comments} cross join ${comments} as parents
      where ${comments.id} = above.id and parents.id = ${comments.parentId} and above.level < ${ANCESTORS}
    ) select id from above`;
  return db()
    .select(threadFields)
    .from(comments)
    .where(sql`${comments.id} in (${ids})`);
}

/** The first replies to each of these comments. */
function listReplies(commentIds: string[]) {
  const ids = commentIds.map(
    (id) =>
      sql`select id from (${db()
        .select({ id: comments.id })
        .from(comments)
        .where(eq(comments.parentId, id))
        .orderBy(asc(comments.createdAt))
        .limit(REPLIES)
        .getSQL()})`,
  );
  return db()
    .select(threadFields)
    .from(comments)
    .where(sql`${comments.id} in (${sql.join(ids, sql` union all `)})`)
    .orderBy(asc(comments.createdAt));
}

/** The ancestors of these comments and the replies to them. */
async function listThreads(rows: QueuedComment[]) {
  const [above, replies] = await Promise.all([
    listAbove([...new Set(rows.flatMap(({ parentId }) => parentId ?? []))]),
    listReplies(rows.map(({ id }) => id)),
  ]);
  const known = new Map(above.map((each) => [each.id, each]));
  return (row: QueuedComment) => ({
    ancestors: ancestorsOf(row, known),
    replies: replies.filter((reply) => reply.parentId === row.id),
  });
}

/** The ancestors of a comment, the opening of the thread first. */
function ancestorsOf(row: QueuedComment, known: Map<string, InThread>): InThread[] {
  const parent = known.get(row.parentId ?? '');
  const found = parent ? [parent] : [];
  for (
    let above = parent && known.get(parent.parentId ?? '');
    above && found.length < ANCESTORS;
    above = known.get(above.parentId ?? '')
  )
    found.unshift(above);
  return found;
}

/** The latest decision on each of these comments, with the name of the person. */
async function latestDecisions(commentIds: string[]) {
  const rows = await db()
    .select({
      commentId: moderationDecisions.commentId,
      rule: moderationDecisions.rule,
      toStatus: moderationDecisions.toStatus,
      createdAt: moderationDecisions.createdAt,
      byName: users.name,
    })
    .from(moderationDecisions)
    .leftJoin(users, eq(moderationDecisions.userId, users.id))
    .where(and(inArray(moderationDecisions.commentId, commentIds), setsState()))
    .orderBy(asc(moderationDecisions.sequence));
  return new Map(rows.map((row) => [row.commentId, row]));
}

const listOpenReports = (commentIds: string[]) =>
  db()
    .select({
      id: commentReports.id,
      commentId: commentReports.commentId,
      reason: commentReports.reason,
      note: commentReports.note,
      createdAt: commentReports.createdAt,
    })
    .from(commentReports)
    .where(and(inArray(commentReports.commentId, commentIds), isNull(commentReports.resolvedAt)))
    .orderBy(asc(commentReports.createdAt));

/** Everything that the cards show besides the comments themselves. */
export async function getQueueContext(rows: QueuedComment[]) {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [threadOf, decisions, reports, addresses, histories] = await Promise.all([
    listThreads(rows),
    latestDecisions(ids),
    listOpenReports(ids),
    getMaskedAddresses(ids),
    getWriterHistories(rows),
  ]);
  return rows.map((comment) => ({
    comment,
    ...threadOf(comment),
    decision: decisions.get(comment.id),
    reports: reports.filter((report) => report.commentId === comment.id),
    address: addresses.get(comment.id),
    history: histories.get(comment.id)!,
  }));
}

export type CardContext = Awaited<ReturnType<typeof getQueueContext>>[number];
