import { asc, sql } from 'drizzle-orm';
import { dayRange } from '#lib/arabic/dates.ts';
import { isoDay } from '#lib/arabic/local-day.ts';
import { db } from '#db/engine/client.ts';
import { factsOf, type CommentStatus } from '#lib/comments/states.ts';
import type { ReasonCode } from '#db/tables/content.ts';
import { decisionCounts } from '#db/tables/tables.ts';

export type MonthTotals = {
  from: Date;
  to: Partial<Record<CommentStatus, number>>;
  reasons: Partial<Record<ReasonCode, number>>;
};

type Range = { from: Date; to: Date };

const DAY_MS = 86_400_000;
/** Every time zone is a multiple of a quarter of an hour away from UTC, in which the days are counted. */
const QUARTER_MS = 900_000;
const QUARTERS_A_DAY = DAY_MS / QUARTER_MS;

/** A month as counted spans: the whole days in it, and the quarters of an hour before and after them. */
function spansOf({ from, to }: Range): [length: number, first: number, end: number][] {
  const [firstDay, endDay] = [Math.ceil(from.getTime() / DAY_MS), Math.floor(to.getTime() / DAY_MS)];
  const quarterOf = (at: Date) => Math.floor(at.getTime() / QUARTER_MS);
  return [
    [QUARTER_MS, quarterOf(from), firstDay * QUARTERS_A_DAY],
    [DAY_MS, firstDay, endDay],
    [QUARTER_MS, endDay * QUARTERS_A_DAY, quarterOf(to)],
  ];
}

/** The decisions of each month, by new state and reason: a few ranges of the counts. */
async function countMonths(months: Range[]): Promise<MonthTotals[]> {
  const spans = months.flatMap((month, n) => spansOf(month).map((span) => [n, ...span]));
  const values = sql.join(
    spans.map(
      (span) =>
        sql`(${sql.join(
          span.map((value) => sql`${value}`),
          sql`, `,
        )})`,
    ),
    sql`, `,
  );
  const { length, span, toStatus, reasonCode, decisions } = decisionCounts;
  const month = sql<number>`column1`.mapWith(Number);
  const rows = await db()
    .select({ month, toStatus, reasonCode, decisions: sql<number>`sum(${decisions})`.mapWith(Number) })
    .from(sql`(values ${values}) as spans`)
    // SQLite keeps the order of a cross join: the spans of the months first.
    .crossJoin(decisionCounts)
    .where(sql`${length} = column2 and ${span} >= column3 and ${span} < column4`)
    .groupBy(month, toStatus, reasonCode)
    .orderBy(month, asc(toStatus), asc(reasonCode));
  const totals = months.map(({ from }): MonthTotals => ({ from, to: {}, reasons: {} }));
  for (const { month, toStatus, reasonCode, decisions } of rows) {
    const { isOpen, hasReason } = factsOf(toStatus);
    if (isOpen) continue;
    const { to, reasons } = totals[month]!;
    to[toStatus] = (to[toStatus] ?? 0) + decisions;
    const reason = reasonCode || 'other';
    if (hasReason) reasons[reason] = (reasons[reason] ?? 0) + decisions;
  }
  return totals.map(({ from, to, reasons }) => ({
    from,
    to: notNegative(to),
    reasons: notNegative(reasons),
  }));
}

/** A month in which more decisions were undone than made has none. */
const notNegative = <Counts extends Record<string, number>>(counts: Counts) =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, Math.max(0, count)])) as Counts;

/**
 * The months before this one, the latest first, as far back as there are decisions; without names of people.
 * Undone decisions, moves into the queue and decisions made elsewhere before an import do not count.
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
  const ranges = Array.from({ length: months }, (_, n) => {
    const first = new Date(Date.UTC(year, month - 2 - n, 1));
    return dayRange(first.getUTCFullYear(), first.getUTCMonth() + 1, undefined, timeZone)!;
  });
  const list = await countMonths(ranges);
  while (list.length > 0 && Object.keys(list.at(-1)!.to).length === 0) list.pop();
  return list;
}
