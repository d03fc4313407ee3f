import { and, count, eq, gte, isNull, lt, ne, or } from 'drizzle-orm';
import { engine } from '#db/engine/engine.ts';
import { dayRange } from '#lib/arabic/dates.ts';
import { isoDay } from '#lib/arabic/local-day.ts';
import { db } from '#db/engine/client.ts';
import { factsOf, states, type CommentStatus } from '#lib/comments/states.ts';
import type { ReasonCode } from '#db/tables/content.ts';
import { moderationDecisions } from '#db/tables/tables.ts';

export type MonthTotals = {
  from: Date;
  to: Partial<Record<CommentStatus, number>>;
  reasons: Partial<Record<ReasonCode, number>>;
};

type Row = { to: CommentStatus | null; reason: ReasonCode | null; decisions: number };

// A closed month does not change, but the page is rendered again for every published article.
const known = new Map<string, MonthTotals>();
const MOST_KNOWN = 64;

function add(totals: MonthTotals, rows: Row[], sign: 1 | -1) {
  for (const { to, reason, decisions } of rows) {
    if (!to) continue;
    totals.to[to] = Math.max(0, (totals.to[to] ?? 0) + sign * decisions);
    if (!factsOf(to).hasReason) continue;
    const code = reason ?? 'other';
    totals.reasons[code] = Math.max(0, (totals.reasons[code] ?? 0) + sign * decisions);
  }
}

/**
 * Decisions in a span of time, by new state and reason. Undone decisions and moves into the queue do not
 * count.
 */
async function countMonth(from: Date, until: Date): Promise<MonthTotals> {
  const undone = engine.alias(moderationDecisions, 'undone');
  // decisions made elsewhere before an import do not belong to this month
  const isOurs = or(isNull(moderationDecisions.rule), ne(moderationDecisions.rule, 'import'));
  const within = and(
    isOurs,
    eq(moderationDecisions.act, 'move'),
    gte(moderationDecisions.createdAt, from),
    lt(moderationDecisions.createdAt, until),
  );
  const made = await db()
    .select({ to: moderationDecisions.toStatus, reason: moderationDecisions.reasonCode, decisions: count() })
    .from(moderationDecisions)
    .where(and(within, isNull(moderationDecisions.undoesId)))
    .groupBy(moderationDecisions.toStatus, moderationDecisions.reasonCode);
  const takenBack = await db()
    .select({ to: undone.toStatus, reason: undone.reasonCode, decisions: count() })
    .from(moderationDecisions)
    .innerJoin(undone, eq(undone.id, moderationDecisions.undoesId))
    .where(within)
    .groupBy(undone.toStatus, undone.reasonCode);
  const totals: MonthTotals = { from, to: {}, reasons: {} };
  add(totals, made, 1);
  add(totals, takenBack, -1);
  for (const open of states.with('isOpen', true)) delete totals.to[open];
  return totals;
}

/**
 * The months before this one, the latest first, as far back as there are decisions; without names of people.
 */
export async function listMonthTotals({
  now,
  timeZone,
  months,
}: {
  now: Date;
  timeZone: string;
  months: number;
}): Promise<MonthTotals[]> {
  const [year = 0, month = 0] = isoDay(now, timeZone).split('-').map(Number);
  const list: MonthTotals[] = [];
  for (let back = 1; back <= months; back++) {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    const range = dayRange(first.getUTCFullYear(), first.getUTCMonth() + 1, undefined, timeZone);
    if (!range) break;
    const key = `${timeZone} ${range.from.toISOString()}`;
    const totals = known.get(key) ?? (await countMonth(range.from, range.to));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, totals);
    list.push(totals);
  }
  while (list.length > 0 && Object.keys(list.at(-1)!.to).length === 0) list.pop();
  return list;
}
