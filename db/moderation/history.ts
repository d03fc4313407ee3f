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
import { MOST_COUNTED } from '#lib/most-counted.ts';
import { db } from '#db/engine/client.ts';
import { articleFields } from './queue.ts';
import { supersedes } from './moderate.ts';
import { isByPerson, isOtherAct, isPersonsMove, isUndo } from '#db/tables/comments.ts';
import { isPublicComment } from '#db/tables/in-states.ts';
import { articles, comments, moderationDecisions, sections, users } from '#db/tables/tables.ts';

/**
 * Number of comments that a person approved since a time and that are still approved; approvals by rules do
 * not count.
 */
export async function countApprovedSince(since: Date): Promise<number> {
  // Begins with the decisions of the day, not with all approved comments.
  const [row] = await db()
    .select({ count: sql<number>`count(distinct ${comments.id})`.mapWith(Number) })
    .from(moderationDecisions)
    .crossJoin(comments)
    .where(
      and(
        eq(moderationDecisions.commentId, comments.id),
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

/** Decisions of people by whom and of which kind, each from an index in the order of the decisions. */
function sourceOf({ userId, deed }: DecisionFilter): { index: string; where: SQL | undefined } {
  const aim = states.aims.find((each) => each === deed);
  if (aim)
    return {
      index: 'move',
      where: and(isPersonsMove(moderationDecisions), eq(moderationDecisions.toStatus, aim)),
    };
  if (deed === 'undo')
    return { index: 'undo', where: and(isByPerson(moderationDecisions), isUndo(moderationDecisions)) };
  if (deed)
    return {
      index: 'act',
      where: and(
        isByPerson(moderationDecisions),
        isOtherAct(moderationDecisions),
        eq(moderationDecisions.act, deed),
      ),
    };
  if (userId) return { index: 'person', where: eq(moderationDecisions.userId, userId) };
  return { index: 'people', where: isByPerson(moderationDecisions) };
}

/** Of one person's decisions at most this many are searched for a kind, the newest first. */
const OF_PERSON = 20_000;

/** The ids of the decisions of a filter, the newest first, before a place in the chain. */
function idsOf(filter: DecisionFilter, before?: number) {
  const { id, sequence } = moderationDecisions;
  const isBefore = before === undefined ? undefined : lt(sequence, before);
  const { index, where } = sourceOf(filter);
  if (!filter.userId || !filter.deed)
    return db()
      .select({ id, sequence })
      .from(engine.through(moderationDecisions, `moderation_decisions_${index}`))
      .where(and(where, isBefore))
      .orderBy(desc(sequence));
  const theirs = db()
    .select({ sequence })
    .from(engine.through(moderationDecisions, 'moderation_decisions_person'))
    .where(and(eq(moderationDecisions.userId, filter.userId), isBefore))
    .orderBy(desc(sequence))
    .limit(OF_PERSON);
  return db()
    .select({ id, sequence })
    .from(moderationDecisions)
    .where(and(inArray(sequence, theirs), where))
    .orderBy(desc(sequence));
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
    const batch = await idsOf(filter, before).limit(BATCH);
    const rows = await db()
      .select({
        id: moderationDecisions.id,
        reason: moderationDecisions.reason,
        name: comments.name,
        body: comments.body,
        headline: articles.headline,
      })
      .from(moderationDecisions)
      .innerJoin(comments, eq(moderationDecisions.commentId, comments.id))
      .innerJoin(articles, eq(comments.articleId, articles.id))
      .where(
        inArray(
          moderationDecisions.id,
          batch.map(({ id }) => id),
        ),
      )
      .orderBy(desc(moderationDecisions.sequence));
    found.push(
      ...rows
        .filter(({ name, body, headline, reason }) =>
          isMeant([name, body, headline, reason ?? ''].join('\n')),
        )
        .map(({ id }) => id),
    );
    before = batch.at(-1)?.sequence;
    if (batch.length < BATCH) break;
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
  const ids = filter.text
    ? await findIds(filter, filter.text, limit)
    : (
        await idsOf(filter)
          .limit(limit)
          .offset((page - 1) * limit)
      ).map(({ id }) => id);
  if (ids.length === 0) return [];
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
    .where(inArray(moderationDecisions.id, ids))
    .orderBy(desc(moderationDecisions.sequence));
  return rows;
}

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number];

/** Number of decisions, up to one more than `MOST_COUNTED`. */
export async function countDecisions(filter: DecisionFilter = {}): Promise<number> {
  const [row] = await db()
    .select({ count: count() })
    .from(
      idsOf(filter)
        .limit(MOST_COUNTED + 1)
        .as('some'),
    );
  return row!.count;
}

/** Everyone who may have decided: all accounts of the newsroom, also of people who left. */
export const listDeciders = () =>
  db().select({ id: users.id, name: users.name }).from(users).orderBy(users.name);
