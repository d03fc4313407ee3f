import { and, asc, eq, gte, inArray, isNull, lt, lte, ne, sql } from 'drizzle-orm';
import { PermanentFault } from '#lib/permanent-fault.ts';
import { logLine } from '#lib/log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { inPortions } from '#db/engine/portions.ts';
import { hasFailed } from '#db/tables/community.ts';
import { jobs } from '#db/tables/tables.ts';

const MINUTE = 60_000;
/** A process that has not renewed its lease by then counts as dead, and another may run the job again. */
const LEASE_MS = 2 * MINUTE;
const RENEW_MS = LEASE_MS / 4;
/** The delay after the first failure, the second … After one more failure the job is given up. */
const DELAYS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE];
/** How long done jobs are kept: their ids prevent that the same mail is sent twice. */
const KEEP_MS = 90 * 24 * 60 * MINUTE;
const GIVEN_UP_SHOWN_MS = 7 * 24 * 60 * MINUTE;

/** The kinds of jobs that the ticker runs after a commit. Payloads contain ids, never a readable address. */
export type JobKind = 'notice' | 'mail' | 'link' | 'webhook' | 'reindex' | 'staffMail' | 'authorMail';
export type Job = Pick<typeof jobs.$inferSelect, 'id' | 'kind' | 'payload' | 'attempts' | 'createdAt'>;
export type JobHandlers = Record<JobKind, (job: Job, now: Date) => Promise<void>>;
/** Read at each step: a run may take long, and each write or signature must have the time of its own step. */
type Clock = () => Date;

/**
 * Adds a job that runs after this transaction has committed. A job with an explicit `id` is added only once.
 */
export async function enqueueJob(
  tx: Transaction,
  kind: JobKind,
  payload: Record<string, unknown>,
  now: Date,
  { id = newId(), runAt = now } = {},
): Promise<void> {
  await tx
    .insert(jobs)
    .values({ id, kind, payload, runAt, attempts: 0, createdAt: now })
    .onConflictDoNothing();
}

const leaseFrom = (now: Date) => new Date(now.getTime() + LEASE_MS);

/**
 * Claims the next due job for this process. Two processes never get the same one: the claim is an update of
 * the row.
 */
async function claimJob(kind: JobKind, now: Date): Promise<Job | undefined> {
  const due = and(isNull(jobs.doneAt), lte(jobs.runAt, now), eq(jobs.kind, kind));
  const next = db().select({ id: jobs.id }).from(jobs).where(due).orderBy(asc(jobs.runAt)).limit(1);
  // Read first, so that an idle ticker takes no write lock.
  if ((await next).length === 0) return undefined;
  const [job] = await db()
    .update(jobs)
    .set({ runAt: leaseFrom(now), attempts: sql`${jobs.attempts} + 1` })
    .where(and(due, inArray(jobs.id, next)))
    .returning({
      id: jobs.id,
      kind: jobs.kind,
      payload: jobs.payload,
      attempts: jobs.attempts,
      createdAt: jobs.createdAt,
    });
  return job;
}

/**
 * Writes a job's result only while this process still holds it. A process whose lease ran out must not change
 * the job that another process has claimed.
 */
const settle = (job: Job, change: { doneAt?: Date; runAt?: Date; lastError?: string | null }) =>
  db()
    .update(jobs)
    .set(change)
    .where(and(eq(jobs.id, job.id), eq(jobs.attempts, job.attempts), isNull(jobs.doneAt)));

/** The error message in one line, without mail addresses: errors of mail servers often contain them. */
const describeFault = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\S+@\S+/g, '…').slice(0, 200);

async function fail(job: Job, error: unknown, now: Date) {
  const lastError = describeFault(error);
  const delay = error instanceof PermanentFault ? undefined : DELAYS[job.attempts - 1];
  logLine(`Job ${job.kind} ${job.id} failed (${job.attempts}${delay ? '' : ', given up'}): ${lastError}`);
  await settle(
    job,
    delay ? { runAt: new Date(now.getTime() + delay), lastError } : { doneAt: now, lastError },
  );
}

async function runJob(job: Job, work: JobHandlers[JobKind], clock: Clock) {
  // If one renewal fails, the next one makes up for it.
  const renewal = setInterval(
    () => void settle(job, { runAt: leaseFrom(clock()) }).catch(() => undefined),
    RENEW_MS,
  );
  try {
    if (job.attempts > DELAYS.length + 1) throw new Error('Every process that began it ended before it did');
    await work(job, clock());
  } catch (error) {
    return fail(job, error, clock());
  } finally {
    clearInterval(renewal);
  }
  await settle(job, { doneAt: clock(), lastError: null });
}

/**
 * Runs the due jobs, one at a time for each kind, so that a slow receiver delays only its own kind. A job can
 * run more than once, so a handler checks the current state before it acts. `isStopping` ends the run after
 * the current job. Returns how many jobs it ran.
 */
export async function runDueJobs(
  handlers: Partial<JobHandlers>,
  clock: Clock,
  isStopping = () => false,
): Promise<number> {
  const kinds = Object.entries(handlers) as [JobKind, JobHandlers[JobKind]][];
  const counts = await Promise.all(
    kinds.map(async ([kind, work]) => {
      let count = 0;
      for (
        let job = await claimJob(kind, clock());
        job;
        job = isStopping() ? undefined : await claimJob(kind, clock())
      ) {
        await runJob(job, work, clock);
        count += 1;
      }
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Deletes jobs that were done long ago. */
export async function pruneJobs(now: Date): Promise<void> {
  const old = lt(jobs.doneAt, new Date(now.getTime() - KEEP_MS));
  await inPortions('Deleting old jobs', async (limit) => {
    const ids = db().select({ id: jobs.id }).from(jobs).where(old).limit(limit);
    return (await db().delete(jobs).where(inArray(jobs.id, ids)).returning({ id: jobs.id })).length;
  });
}

/** The number of mails and webhooks of the last week that failed on their last attempt. */
export async function countGivenUp(now: Date): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(jobs)
    .where(
      and(
        ne(jobs.kind, 'reindex'),
        hasFailed(jobs),
        gte(jobs.doneAt, new Date(now.getTime() - GIVEN_UP_SHOWN_MS)),
      ),
    );
  return row?.count ?? 0;
}
