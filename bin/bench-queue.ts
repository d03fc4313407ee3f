import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * node bin/bench-queue.ts: measures the moderation queue with 200,000 waiting comments, on a database of its
 * own.
 */
const WAITING = 200_000;
const ROUNDS = 20;
const folder = mkdtempSync(join(tmpdir(), 'midad-bench-queue-'));
process.env.DATA_DIR = folder;

const { engine } = await import('#db/engine/engine.ts');
const { closeDatabase } = await import('#db/engine/client.ts');
const { fillQueue } = await import('#db/seed/fill-queue.ts');
const { countQueues, listQueue } = await import('#db/moderation/queue.ts');
const { getQueueContext } = await import('#db/moderation/queue-context.ts');
const { approveComment } = await import('#db/moderation/moderate.ts');
const { groupAlike } = await import('#lib/comments/group-alike.ts');

async function measure(label: string, work: () => Promise<unknown>) {
  const times: number[] = [];
  let cpu = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const before = process.cpuUsage();
    await work();
    times.push(performance.now() - start);
    const used = process.cpuUsage(before);
    cpu += (used.user + used.system) / 1000;
  }
  times.sort((a, b) => a - b);
  console.log(
    `${label.padEnd(36)} median ${times[ROUNDS / 2]!.toFixed(1)} ms, worst ${times.at(-1)!.toFixed(1)} ms, ${(cpu / ROUNDS).toFixed(1)} ms of one core`,
  );
}

try {
  engine.migrate();
  const person = await fillQueue(WAITING);
  const middle = new Date(Date.now() - (WAITING / 2) * 1000);
  const open = async (
    order: 'oldest' | 'newest' | 'riskiest',
    after?: { score: number; createdAt: Date; id: string },
  ) => {
    const { rows } = await listQueue({ queue: 'pending' }, { order, after, limit: 100 });
    const { groups } = groupAlike(rows, 25);
    return Promise.all([countQueues(), getQueueContext(groups.map(({ first }) => first))]);
  };
  for (const order of ['oldest', 'newest', 'riskiest'] as const)
    await measure(`opens, ${order} first`, () => open(order));
  await measure('opens in the middle', () => open('oldest', { score: 0, createdAt: middle, id: '' }));
  await measure('opens in the middle, riskiest first', () =>
    open('riskiest', { score: 50, createdAt: middle, id: '' }),
  );
  await measure('search that finds a page', () =>
    listQueue({ queue: 'pending', text: 'المقالة 7' }, { order: 'oldest', limit: 100 }),
  );
  await measure('search that finds nothing', () =>
    listQueue({ queue: 'pending', text: 'زقنطرمب' }, { order: 'oldest', limit: 100 }),
  );
  const { rows } = await listQueue({ queue: 'pending' }, { order: 'oldest', limit: ROUNDS });
  let n = 0;
  await measure('a decision', () => approveComment({ commentId: rows[n++]!.id, status: 'pending' }, person));
} finally {
  closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
