import { refreshAppreciations } from '#db/comments/appreciations.ts';
import { isClockRight, recallJobs } from '#db/privacy/clock.ts';
import { pruneJobs, runDueJobs, type JobHandlers } from '#db/jobs/jobs.ts';
import { completeOldPictures, removeOrphanFiles } from '#db/media/media-tasks.ts';
import { eraseEndedNotices } from '#db/comments/notices.ts';
import { deleteExpired } from '#db/privacy/retention.ts';
import { refreshRankings } from '#db/articles/rankings.ts';
import { tidyReads } from '#db/articles/reads.ts';
import { applyDueRevisions } from '#db/articles/scheduled.ts';
import { env } from '#lib/env.ts';
import { logFault } from '#lib/log.ts';
import { pruneOutbox } from '#lib/mail/prune-outbox.ts';

const TASKS_EVERY_MS = 60_000;
const JOBS_EVERY_MS = 2_000;
const TEN_MINUTES = 600_000;
const HALF_HOUR = 1_800_000;
const HOUR = 3_600_000;

type PeriodicTask = (now: Date) => Promise<unknown>;

/** Runs a task at most once in `ms`, by the monotonic clock; the first time at once. */
function seldom(ms: number, task: PeriodicTask): PeriodicTask {
  let next = -Infinity;
  return async (now) => {
    if (performance.now() < next) return;
    next = performance.now() + ms;
    await task(now);
  };
}

/**
 * Scheduled work; an error in one task does not stop the others. Work that grows with the archive does not
 * run every minute.
 */
const PERIODIC_TASKS: PeriodicTask[] = [
  applyDueRevisions,
  recallJobs,
  seldom(TEN_MINUTES, refreshAppreciations),
  seldom(HALF_HOUR, refreshRankings),
  seldom(Infinity, completeOldPictures),
];
/** Tasks that delete by the clock, and run only if it is right (db/privacy/clock.ts). */
const DELETING: PeriodicTask[] = [
  pruneJobs,
  (now) => pruneOutbox(env.outboxDir, now),
  seldom(HOUR, deleteExpired),
  seldom(HOUR, eraseEndedNotices),
  seldom(HOUR, removeOrphanFiles),
  seldom(HOUR, tidyReads),
];

/** Runs all periodic tasks once, at the given time. */
export async function runPeriodicTasks(now: Date) {
  for (const task of PERIODIC_TASKS) await task(now).catch(report);
  if (!(await isClockRight(now))) return;
  for (const task of DELETING) await task(now).catch(report);
}

/**
 * Runs `work` again `everyMs` after it ended, until stopped; the returned function stops it and waits for the
 * current run.
 */
function repeat(everyMs: number, work: () => Promise<void>) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async () => {
    await work();
    if (!stopped) timer = setTimeout(() => (inHand = turn()), everyMs).unref();
  };
  let inHand = turn();
  return () => {
    stopped = true;
    clearTimeout(timer);
    return inHand;
  };
}

const report = (error: unknown) => logFault('Scheduled work failed', error);

/**
 * Runs work that is due by time or queued by a commit. Visibility to readers never depends on it, because
 * queries decide that.
 */
export function startTicker(handlers: JobHandlers) {
  let stopping = false;
  const stopTasks = repeat(TASKS_EVERY_MS, async () => {
    await runPeriodicTasks(new Date()).catch(report);
  });
  // Each kind runs separately, so that a long re-index does not delay mail.
  const stopJobs = Object.entries(handlers).map(([kind, work]) =>
    repeat(JOBS_EVERY_MS, () =>
      runDueJobs(
        { [kind]: work },
        () => new Date(),
        () => stopping,
      ).then(() => undefined, report),
    ),
  );
  return {
    /** Starts nothing more, and resolves when running work is done. */
    async stop() {
      stopping = true;
      await Promise.all([stopTasks, ...stopJobs].map((stop) => stop()));
    },
  };
}
