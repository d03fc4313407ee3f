import {
  and,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  notExists,
  sql,
  type SQL,
} from 'drizzle-orm';
import { engine } from '#db/engine/engine.ts';
import { states } from '#lib/comments/states.ts';
import { createFoldedSearch } from '#lib/arabic/folded-search.ts';
import { db } from '#db/engine/client.ts';
import { articleFields } from './queue.ts';
import { supersedes } from './moderate.ts';
import { isPublicComment } from '#db/tables/in-states.ts';
import { articles, comments, moderationDecisions, sections, users } from '#db/tables/tables.ts';

/**
 * Number of comments that a person approved since a time and that are still approved; approvals by rules do
 * not count.
 */
export async function countApprovedSince(since: Date): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(distinct ${comments.id})`.mapWith(Number) })
    .from(moderationDecisions)
    .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
    .where(
      and(
        isPublicComment(moderationDecisions.toStatus),
        isPublicComment(),
        gte(moderationDecisions.createdAt, since),
        isNotNull(moderationDecisions.userId),
        eq(moderationDecisions.act, 'move'),
        isNull(moderationDecisions.undoesId),
      ),
    );
  return row!.count;
}

/** Filters of the history: target states, other acts, and undo. */
export const DEEDS = [
  ...states.aims,
  'undo',
  'feature',
  'unfeature',
  'resolve',
  'reveal',
  'note',
  'erase',
] as const;
export type DecisionFilter = { userId?: string; deed?: (typeof DEEDS)[number]; text?: string };

function toWhere({ userId, deed }: DecisionFilter): SQL | undefined {
  const { act, toStatus, undoesId } = moderationDecisions;
  const aim = states.aims.find((each) => each === deed);
  const done = aim
    ? and(eq(act, 'move'), eq(toStatus, aim), isNull(undoesId))
    : deed === 'undo'
      ? isNotNull(undoesId)
      : deed && eq(act, deed);
  return and(
    isNotNull(moderationDecisions.userId),
    userId ? eq(moderationDecisions.userId, userId) : undefined,
    done,
  );
}

/**
 * A search reads at most this many of the newest decisions. Letters are compared in folded form, so no index
 * can be used.
 */
const SEARCHED = 20_000;
const BATCH = 1000;

async function findIds(filter: DecisionFilter, text: string, most: number): Promise<string[]> {
  const isMeant = createFoldedSearch(text);
  const found: string[] = [];
  let before: number | undefined;
  for (let read = 0; read < SEARCHED && found.length < most; read += BATCH) {
    const rows = await db()
      .select({
        id: moderationDecisions.id,
        sequence: moderationDecisions.sequence,
        reason: moderationDecisions.reason,
        name: comments.name,
        body: comments.body,
        headline: articles.headline,
      })
      .from(moderationDecisions)
      .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
      .innerJoin(articles, eq(comments.articleId, articles.id))
      .where(
        and(toWhere(filter), before === undefined ? undefined : lt(moderationDecisions.sequence, before)),
      )
      .orderBy(desc(moderationDecisions.sequence))
      .limit(BATCH);
    found.push(
      ...rows
        .filter(({ name, body, headline, reason }) =>
          isMeant([name, body, headline, reason ?? ''].join('\n')),
        )
        .map(({ id }) => id),
    );
    before = rows.at(-1)?.sequence;
    if (rows.length < BATCH) break;
    await new Promise(setImmediate); // let other requests run
  }
  return found.slice(0, most);
}

/**
 * The decisions of people, the newest first. `canUndo` if the comment was neither moved nor edited since. A
 * search returns one page: the newest matches up to the limit.
 */
export async function listDecisions({
  page,
  limit,
  ...filter
}: { page: number; limit: number } & DecisionFilter) {
  const ids = filter.text ? await findIds(filter, filter.text, limit) : undefined;
  const later = engine.alias(moderationDecisions, 'later');
  const superseded = db()
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.commentId, moderationDecisions.commentId),
        gt(later.sequence, moderationDecisions.sequence),
        supersedes(later),
      ),
    );
  const rows = await db()
    .select({
      id: moderationDecisions.id,
      fromStatus: moderationDecisions.fromStatus,
      toStatus: moderationDecisions.toStatus,
      act: moderationDecisions.act,
      reason: moderationDecisions.reason,
      reasonCode: moderationDecisions.reasonCode,
      undoesId: moderationDecisions.undoesId,
      createdAt: moderationDecisions.createdAt,
      byName: users.name,
      comment: { id: comments.id, name: comments.name, body: comments.body },
      article: articleFields,
      canUndo: and(
        notExists(superseded),
        isNull(moderationDecisions.undoesId),
        eq(moderationDecisions.act, 'move'),
        isNotNull(moderationDecisions.fromStatus),
      )!.mapWith(Boolean),
    })
    .from(moderationDecisions)
    .innerJoin(users, eq(moderationDecisions.userId, users.id))
    .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
    .innerJoin(articles, eq(comments.articleId, articles.id))
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(ids ? inArray(moderationDecisions.id, ids) : toWhere(filter))
    .orderBy(desc(moderationDecisions.sequence))
    .limit(limit)
    .offset(ids ? 0 : (page - 1) * limit);
  return rows;
}

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number];

export async function countDecisions(filter: DecisionFilter = {}): Promise<number> {
  const [row] = await db().select({ count: count() }).from(moderationDecisions).where(toWhere(filter));
  return row!.count;
}

/** Everyone who may have decided: all accounts of the newsroom, also of people who left. */
export const listDeciders = () =>
  db().select({ id: users.id, name: users.name }).from(users).orderBy(users.name);
