import { beforeAll, expect, it } from 'vitest';
import { isoDay } from '#lib/arabic/local-day.ts';
import { COMMENT_STATES, type CommentStatus, states } from '#lib/comments/states.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { REASON_CODES, type ReasonCode } from '#db/tables/content.ts';
import { moderationDecisions } from '#db/tables/tables.ts';
import { planOf } from '#db/testing/query-plans.ts';
import { listStatements } from '#db/testing/asked-statements.ts';
import { Random } from '#db/testing/random.ts';
import { recordDecision, type Act } from './decisions.ts';
import { listMonthTotals } from './totals.ts';

const NOW = new Date('2026-11-24T10:30:00.007Z');
const MONTHS = 6;

type Made = {
  id: string;
  at: Date;
  act: Act;
  rule: string | null;
  to: CommentStatus;
  reasonCode: ReasonCode | null;
  undoesId: string | null;
};
const made: Made[] = [];

beforeAll(async () => {
  const random = new Random(25);
  let at = new Date('2026-05-30T22:00:00Z');
  await db().transaction(async (tx) => {
    while (at < NOW) {
      // Often right at the bounds of months in some time zone.
      at = new Date(at.getTime() + (random.whole(3) === 0 ? 900_000 : random.whole(20 * 3_600_000)));
      const isUndo = made.length > 0 && random.whole(5) === 0;
      const entry = {
        act: random.pick(['move', 'move', 'move', 'edit'] as const),
        rule: random.pick([null, null, 'score', 'import']),
        to: random.pick(states.all),
        reasonCode: random.pick([null, ...REASON_CODES]),
        undoesId: isUndo ? random.pick(made.slice(-30)).id : null,
      };
      const id = await recordDecision(tx, { commentId: newId(), ...entry }, at);
      made.push({ id, at, ...entry });
    }
  });
});

/** The totals by the decisions themselves, for one time zone. */
function countThem(timeZone: string) {
  const counts = new Map<string, number>();
  for (const { at, act, rule, undoesId, ...decision } of made) {
    if (act !== 'move' || rule === 'import') continue;
    const { to, reasonCode } = undoesId ? made.find(({ id }) => id === undoesId)! : decision;
    if (COMMENT_STATES[to].isOpen) continue;
    const keys = [to, ...(COMMENT_STATES[to].hasReason ? [`because ${reasonCode ?? 'other'}`] : [])];
    for (const key of keys) {
      const name = `${isoDay(at, timeZone).slice(0, 7)} ${key}`;
      counts.set(name, (counts.get(name) ?? 0) + (undoesId ? -1 : 1));
    }
  }
  const closed = [...counts].filter(([name]) => !name.startsWith('2026-11') && !name.startsWith('2026-05-'));
  return closed.map(([name, count]) => [name, Math.max(0, count)] as const).sort();
}

it.each(['UTC', 'Africa/Tripoli', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Kiritimati'])(
  'counts the decisions of each closed month in the time zone %s',
  async (timeZone) => {
    const months = await listMonthTotals({ now: NOW, timeZone, months: MONTHS });
    const listed = months.flatMap(({ from, to, reasons }) => {
      const month = isoDay(from, timeZone).slice(0, 7);
      return [
        ...Object.entries(to).map(([state, count]) => [`${month} ${state}`, count] as const),
        ...Object.entries(reasons).map(([reason, count]) => [`${month} because ${reason}`, count] as const),
      ];
    });
    expect(listed.length).toBeGreaterThan(40);
    expect(listed.sort()).toEqual(countThem(timeZone));
  },
);

it('reads no decision: one statement over ranges of the counts', async () => {
  expect(await db().$count(moderationDecisions)).toBe(made.length);
  const asked = await listStatements(() => listMonthTotals({ now: NOW, timeZone: 'UTC', months: 12 }));
  expect(asked.length).toBe(1);
  expect(planOf(asked[0]!.sql, asked[0]!.values).filter((step) => step.includes('decision'))).toEqual([
    'SEARCH decision_counts USING PRIMARY KEY (length=? AND span>? AND span<?)',
  ]);
});
