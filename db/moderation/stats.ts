import { and, count, eq, gte, isNotNull, isNull, lt, notExists, sql } from 'drizzle-orm';
import { engine } from '#db/engine/engine.ts';
import { db } from '#db/engine/client.ts';
import { states, type CommentStatus } from '#lib/comments/states.ts';
import type { ReasonCode } from '#db/tables/content.ts';
import { comments, moderationDecisions, users } from '#db/tables/tables.ts';
import { listWaits } from './waits.ts';
import { inStates } from '#db/tables/in-states.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Enough for a reliable median; the newest are used. */
const MOST_WAITS = 20_000;

/** Decisions of people that were not undone. */
function ofPeople(from: Date) {
  const undo = engine.alias(moderationDecisions, 'undo');
  const takenBack = db()
    .select({ one: sql`1` })
    .from(undo)
    .where(and(eq(undo.commentId, moderationDecisions.commentId), eq(undo.undoesId, moderationDecisions.id)));
  return and(
    gte(moderationDecisions.createdAt, from),
    eq(moderationDecisions.act, 'move'),
    isNotNull(moderationDecisions.userId),
    isNull(moderationDecisions.undoesId),
    notExists(takenBack),
  );
}

/** Comments received and decisions made in each hour since the start of the day. */
async function countHours(dayStart: Date, now: Date) {
  const hours = Array.from(
    { length: Math.floor((now.getTime() - dayStart.getTime()) / HOUR) + 1 },
    (_, n) => ({
      from: new Date(dayStart.getTime() + n * HOUR),
      received: 0,
      decided: 0,
    }),
  );
  const place = (at: Date) => hours[Math.floor((at.getTime() - dayStart.getTime()) / HOUR)];
  const received = await db()
    .select({ at: comments.createdAt })
    .from(comments)
    // By state, because the index by time begins with it.
    .where(and(inStates(states.all), gte(comments.createdAt, dayStart), lt(comments.createdAt, now)));
  for (const { at } of received) place(at)!.received++;
  const decided = await db()
    .select({ at: moderationDecisions.createdAt })
    .from(moderationDecisions)
    .where(and(ofPeople(dayStart), lt(moderationDecisions.createdAt, now)));
  for (const { at } of decided) place(at)!.decided++;
  return hours;
}

/** The value below which a share of the sorted values lies. */
const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

/** How long comments waited for the first decision of a person. */
async function measureWaits(from: Date) {
  const minutes = (await listWaits({ since: from, limit: MOST_WAITS })).map((wait) => wait / 60_000);
  return {
    decided: minutes.length,
    medianMinutes: quantile(minutes, 0.5),
    p95Minutes: quantile(minutes, 0.95),
  };
}

async function countByModerator(from: Date) {
  const rows = await db()
    .select({ id: users.id, name: users.name, to: moderationDecisions.toStatus, decisions: count() })
    .from(moderationDecisions)
    .innerJoin(users, eq(users.id, moderationDecisions.userId))
    .where(ofPeople(from))
    .groupBy(users.id, users.name, moderationDecisions.toStatus);
  const people = new Map<
    string,
    { name: string; total: number; to: Partial<Record<CommentStatus, number>> }
  >();
  for (const { id, name, to, decisions } of rows) {
    const person = people.get(id) ?? { name, total: 0, to: {} };
    person.total += decisions;
    person.to[to] = decisions;
    people.set(id, person);
  }
  return [...people.values()].sort((a, b) => b.total - a.total);
}

async function countByReason(from: Date): Promise<{ reason: ReasonCode; decisions: number }[]> {
  const rows = await db()
    .select({ reason: moderationDecisions.reasonCode, decisions: count() })
    .from(moderationDecisions)
    .where(and(ofPeople(from), inStates(states.with('hasReason', true), moderationDecisions.toStatus)))
    .groupBy(moderationDecisions.reasonCode);
  return rows
    .map(({ reason, decisions }) => ({ reason: reason ?? ('other' as const), decisions }))
    .sort((a, b) => b.decisions - a.decisions);
}

/** The statistics of the desk: the hours of today, everything else for the last `days`. */
export async function getModerationStats({
  dayStart,
  now,
  days,
}: {
  dayStart: Date;
  now: Date;
  days: number;
}) {
  const from = new Date(now.getTime() - days * DAY);
  const [hours, waits, moderators, reasons] = await Promise.all([
    countHours(dayStart, now),
    measureWaits(from),
    countByModerator(from),
    countByReason(from),
  ]);
  return { hours, waits, moderators, reasons };
}
