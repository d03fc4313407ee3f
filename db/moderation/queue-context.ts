import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { getMaskedAddresses } from '#db/privacy/addresses/open.ts';
import { setsState } from './moderate.ts';
import type { QueuedComment } from './queue.ts';
import { commentReports, comments, moderationDecisions, users } from '#db/tables/tables.ts';
import { getWriterHistory } from './writers.ts';

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

/** The ancestors of these comments, level by level, and the replies to them. */
async function listThreads(rows: QueuedComment[]) {
  const known = new Map<string, InThread>();
  let wanted = rows.flatMap(({ parentId }) => parentId ?? []);
  for (let level = 0; level < ANCESTORS && wanted.length > 0; level++) {
    const above = await db()
      .select(threadFields)
      .from(comments)
      .where(inArray(comments.id, [...new Set(wanted)]));
    for (const each of above) known.set(each.id, each);
    wanted = above.flatMap(({ parentId }) => (parentId && !known.has(parentId) ? parentId : []));
  }
  const replies = await db()
    .select(threadFields)
    .from(comments)
    .where(
      and(
        inArray(comments.threadId, [...new Set(rows.map((row) => row.threadId))]),
        inArray(
          comments.parentId,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(comments.createdAt))
    .limit(REPLIES * rows.length);
  return (row: QueuedComment) => ({
    ancestors: ancestorsOf(row, known),
    replies: replies.filter((reply) => reply.parentId === row.id).slice(0, REPLIES),
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
    Promise.all(rows.map(getWriterHistory)),
  ]);
  return rows.map((comment, n) => ({
    comment,
    ...threadOf(comment),
    decision: decisions.get(comment.id),
    reports: reports.filter((report) => report.commentId === comment.id),
    address: addresses.get(comment.id),
    history: histories[n]!,
  }));
}

export type CardContext = Awaited<ReturnType<typeof getQueueContext>>[number];
