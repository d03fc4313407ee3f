import { and, gt, isNull } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { getInstanceState, setInstanceState } from '#db/paper/instance.ts';
import { jobs } from '#db/tables/tables.ts';

/*
 * Data with a retention time is deleted by the clock, and deletion is final. If the clock has moved by more
 * than a day since the last check (set wrong for a minute, or the instance was stopped over a weekend),
 * nothing is deleted. Deletion continues when a person confirms the clock, or when it is back.
 */
const MOST_MS = 86_400_000;
const KEPT_EVERY_MS = 3_600_000;
/** No job is ever delayed for longer. */
const LONGEST_DELAY_MS = 86_400_000;

/** The last right time, if the clock has moved too far since; null while the clock is trusted. */
export async function getClockHold(now: Date): Promise<Date | null> {
  const clock = await getInstanceState('clock');
  return clock && Math.abs(now.getTime() - clock.seen) > MOST_MS ? new Date(clock.seen) : null;
}

/**
 * Whether data that is old by this clock may be deleted. Stores the time once an hour, as each write is a
 * commit.
 */
export async function isClockRight(now: Date): Promise<boolean> {
  const clock = await getInstanceState('clock');
  const moved = clock ? now.getTime() - clock.seen : Infinity;
  if (clock && Math.abs(moved) > MOST_MS) return false;
  if (Math.abs(moved) >= KEPT_EVERY_MS) await setInstanceState('clock', { seen: now.getTime() });
  return true;
}

/** A person confirms that the clock is right, however far it has moved. */
export async function confirmClock(actor: Person, now = new Date()): Promise<void> {
  mustBeAble(actor, 'settings');
  await db().transaction(async (tx) => {
    const clock = await getInstanceState('clock', tx);
    await setInstanceState('clock', { seen: now.getTime() }, tx);
    const before = clock ? { clock: new Date(clock.seen).toISOString() } : null;
    await writeAudit(
      {
        userId: actor.id,
        action: 'site.clockConfirmed',
        subject: 'site',
        before,
        after: { clock: now.toISOString() },
      },
      now,
      tx,
    );
  });
}

/** Runs jobs that were scheduled while the clock was ahead: they would wait for that time. */
export async function recallJobs(now: Date): Promise<void> {
  await db()
    .update(jobs)
    .set({ runAt: now })
    .where(and(isNull(jobs.doneAt), gt(jobs.runAt, new Date(now.getTime() + LONGEST_DELAY_MS))));
}
