import { and, eq, isNull } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { db } from '#db/engine/client.ts';
import { countGivenUp, enqueueJob, pruneJobs, runDueJobs, type Job, type JobHandlers } from './jobs.ts';
import { jobs } from '#db/tables/tables.ts';
import { after, DAY, MINUTE, NOON } from '#db/testing/articles.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await db().delete(jobs);
});

const enqueue = (payload: Record<string, unknown> = {}, options?: { id?: string; runAt?: Date }) =>
  db().transaction((tx) => enqueueJob(tx, 'notice', payload, NOON, options));

/** Handlers that reject every job except `notice`. */
function handle(notice: (job: Job) => Promise<void>): JobHandlers {
  const never = () => Promise.reject(new Error('not asked for'));
  return {
    notice,
    mail: never,
    link: never,
    webhook: never,
    reindex: never,
    staffMail: never,
    authorMail: never,
  };
}

const getJob = async () => (await db().select().from(jobs))[0]!;

describe('a job', () => {
  it('runs once, when its transaction has committed and it is due', async () => {
    const done: unknown[] = [];
    const handlers = handle(async (job) => void done.push(job.payload));
    await db()
      .transaction(async (tx) => {
        await enqueueJob(tx, 'notice', { n: 0 }, NOON);
        throw new Error('back');
      })
      .catch(() => undefined);
    await enqueue({ n: 1 });
    await enqueue({ n: 2 }, { runAt: after(MINUTE) });
    expect(await runDueJobs(handlers, () => NOON)).toBe(1);
    expect(await runDueJobs(handlers, () => NOON)).toBe(0);
    expect(await runDueJobs(handlers, () => after(MINUTE))).toBe(1);
    expect(done).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('with an explicit id runs once, even if it is queued again', async () => {
    let count = 0;
    const handlers = handle(async () => void (count += 1));
    await enqueue({}, { id: 'same' });
    await enqueue({}, { id: 'same' });
    await runDueJobs(handlers, () => NOON);
    await enqueue({}, { id: 'same' });
    await runDueJobs(handlers, () => after(MINUTE));
    expect(count).toBe(1);
  });

  it('that fails is retried after 1, 5, 30 and 120 minutes, then given up', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const handlers = handle(() => Promise.reject(new Error('550 <reader@example.org> unknown')));
    await enqueue();
    let now = NOON;
    for (const minutes of [1, 5, 30, 120]) {
      expect(await runDueJobs(handlers, () => now)).toBe(1);
      const next = new Date(now.getTime() + minutes * MINUTE);
      expect(await getJob()).toMatchObject({ doneAt: null, runAt: next });
      expect(await runDueJobs(handlers, () => new Date(next.getTime() - 1))).toBe(0);
      now = next;
    }
    await runDueJobs(handlers, () => now);
    expect(await getJob()).toMatchObject({ doneAt: now, attempts: 5, lastError: '550 … unknown' });
    expect(await countGivenUp(now)).toBe(1);
    expect(await countGivenUp(new Date(now.getTime() + 8 * DAY))).toBe(0);
    expect(said.mock.calls.flat().join('\n')).not.toContain('reader@');
  });

  it('that fails does not stop the other jobs', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const done: unknown[] = [];
    await enqueue({ bad: true });
    await enqueue({ bad: false });
    await runDueJobs(
      handle(async ({ payload }) => {
        if ((payload as { bad: boolean }).bad) throw new Error('bad');
        done.push(payload);
      }),
      () => NOON,
    );
    expect(done).toEqual([{ bad: false }]);
  });

  it('of a process that died runs in another process when the lease has expired', async () => {
    await enqueue();
    const code = `
      import { runDueJobs } from '#db/jobs/jobs.ts';
      const die = () => { process.stdout.write('claimed', () => process.kill(process.pid, 'SIGKILL')); return new Promise(() => {}); };
      await runDueJobs({ notice: die, mail: die, webhook: die }, () => new Date(${NOON.getTime()}));`;
    await runProcess(code, env.dataDir).catch(() => undefined);
    expect(await getJob()).toMatchObject({ attempts: 1, doneAt: null });
    let count = 0;
    const handlers = handle(async () => void (count += 1));
    expect(await runDueJobs(handlers, () => after(MINUTE))).toBe(0);
    expect(await runDueJobs(handlers, () => after(2 * MINUTE))).toBe(1);
    expect(count).toBe(1);
  });

  it('that ended the process on every attempt is given up', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await enqueue();
    await db().update(jobs).set({ attempts: 5 });
    let count = 0;
    await runDueJobs(
      handle(async () => void (count += 1)),
      () => NOON,
    );
    expect([count, (await getJob()).doneAt]).toEqual([0, NOON]);
  });

  it('is not marked as done by a run that no longer holds it', async () => {
    await enqueue();
    await runDueJobs(
      handle(async ({ id }) => void (await db().update(jobs).set({ attempts: 2 }).where(eq(jobs.id, id)))),
      () => NOON,
    );
    expect((await getJob()).doneAt).toBeNull();
  });
});

describe('a run that takes long', () => {
  let now = NOON;
  const clock = () => now;
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  afterEach(() => {
    now = NOON;
    vi.useRealTimers();
  });

  it('passes each job its own start time', async () => {
    const begun: Date[] = [];
    await enqueue();
    await enqueue({}, { runAt: after(MINUTE) });
    await runDueJobs(
      {
        notice: async (_job, at) => {
          begun.push(at);
          pass(10 * MINUTE);
        },
      },
      clock,
    );
    expect(begun).toEqual([NOON, after(10 * MINUTE)]);
    expect((await db().select().from(jobs)).map(({ doneAt }) => doneAt)).toEqual([
      after(10 * MINUTE),
      after(20 * MINUTE),
    ]);
  });

  it('retries a job one minute after its failure, not after the start of the run', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await enqueue();
    await runDueJobs(
      {
        notice: async () => {
          pass(10 * MINUTE);
          throw new Error('bad');
        },
      },
      clock,
    );
    expect(await getJob()).toMatchObject({ attempts: 1, doneAt: null, runAt: after(11 * MINUTE) });
  });

  it('renews the lease of the current job, so that no other process claims it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await enqueue({ n: 0 });
    await enqueue({ n: 1 }, { runAt: after(MINUTE) });
    const taken: number[] = [];
    const elsewhere = () =>
      runDueJobs(
        handle(async ({ payload }) => void taken.push((payload as { n: number }).n)),
        clock,
      );
    await runDueJobs(
      handle(async ({ payload }) => {
        if ((payload as { n: number }).n === 0) return pass(10 * MINUTE);
        for (let minutes = 0; minutes < 30; minutes++) {
          expect(await elsewhere()).toBe(0);
          pass(MINUTE);
          await vi.advanceTimersByTimeAsync(MINUTE);
          // A renewal is a separate commit, and the fake clock is faster than the disk: wait for it.
          while (
            !(await db().$count(
              jobs,
              and(isNull(jobs.doneAt), eq(jobs.runAt, new Date(now.getTime() + 2 * MINUTE))),
            ))
          )
            await new Promise(setImmediate);
        }
      }),
      clock,
    );
    expect(taken).toEqual([]);
    expect((await db().select().from(jobs)).map(({ attempts, doneAt }) => [attempts, doneAt])).toEqual([
      [1, after(10 * MINUTE)],
      [1, after(40 * MINUTE)],
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('many jobs', () => {
  it('are shared by concurrent processes, and each runs exactly once', async () => {
    await db().transaction(async (tx) => {
      for (let n = 0; n < 30; n++) await enqueueJob(tx, 'notice', { n }, NOON);
    });
    // Each process keeps its first job until all three have one. So a fast process cannot finish all jobs
    // before a slow one has started.
    const code = `
      import { ne } from 'drizzle-orm';
      import { setTimeout as sleep } from 'node:timers/promises';
      import { db } from '#db/engine/client.ts';
      import { runDueJobs } from '#db/jobs/jobs.ts';
      import { jobs } from '#db/tables/tables.ts';
      const done = [];
      const notice = async (job) => {
        done.push(job.payload.n);
        while ((await db().$count(jobs, ne(jobs.attempts, 0))) < 3) await sleep(5);
      };
      await runDueJobs({ notice }, () => new Date(${NOON.getTime()}));
      console.log(JSON.stringify(done));`;
    const answers = await Promise.all([1, 2, 3].map(() => runProcess(code, env.dataDir)));
    const done = answers.map((answer) => JSON.parse(answer) as number[]);
    for (const each of done) expect(each.length).toBeGreaterThan(0);
    expect(done.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  it('stop after the current one when the process shuts down', async () => {
    await enqueue();
    await enqueue();
    let stopping = false;
    const handlers = handle(async () => void (stopping = true));
    expect(
      await runDueJobs(
        handlers,
        () => NOON,
        () => stopping,
      ),
    ).toBe(1);
    stopping = false;
    expect(
      await runDueJobs(
        handlers,
        () => NOON,
        () => stopping,
      ),
    ).toBe(1);
  });

  it('are deleted 90 days after they were done, but never while they wait', async () => {
    await enqueue();
    await runDueJobs(
      handle(async () => undefined),
      () => NOON,
    );
    await enqueue({ waits: true }, { runAt: after(1000 * DAY) });
    await pruneJobs(after(89 * DAY));
    expect(await db().select().from(jobs)).toHaveLength(2);
    await pruneJobs(after(91 * DAY));
    expect((await getJob()).payload).toEqual({ waits: true });
  });
});
