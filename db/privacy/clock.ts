import { and, gt, isNull } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { getInstanceState, setInstanceState } from '#db/paper/instance.ts';
import { jobs } from '#db/tables/tables.ts';

/*
 * What is kept for some days only is deleted by the clock, and what is deleted does not come back. A clock
 * that has moved by more than a day since it was last looked at (set wrong for a minute, or the house stood
 * still over a weekend) deletes nothing until a person has said that it is right, or until it is back.
 */
const MOST_MS = 86_400_000;
const KEPT_EVERY_MS = 3_600_000;
/** No job is ever put off for longer. */
const LONGEST_DELAY_MS = 86_400_000;

/** When the clock was last right, if it has moved too far since; null while it may be believed. */
export async function getClockHold(now: Date): Promise<Date | null> {
  const clock = await getInstanceState('clock');
  return clock && Math.abs(now.getTime() - clock.seen) > MOST_MS ? new Date(clock.seen) : null;
}

/**
 * Whether what is old by this clock may be deleted. Remembers the time, once an hour: each time is a commit.
 */
export async function isClockRight(now: Date): Promise<boolean> {
  const clock = await getInstanceState('clock');
  const moved = clock ? now.getTime() - clock.seen : Infinity;
  if (clock && Math.abs(moved) > MOST_MS) return false;
  if (Math.abs(moved) >= KEPT_EVERY_MS) await setInstanceState('clock', { seen: now.getTime() });
  return true;
}

/** A person says that the clock is right, however far it has moved. */
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

/** Jobs that were put off, or taken on, while the clock was ahead would wait for that time to come. */
export async function recallJobs(now: Date): Promise<void> {
  await db()
    .update(jobs)
    .set({ runAt: now })
    .where(and(isNull(jobs.doneAt), gt(jobs.runAt, new Date(now.getTime() + LONGEST_DELAY_MS))));
}
