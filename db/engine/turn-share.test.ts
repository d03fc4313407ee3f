import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { openSqlite } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'midad-turns-'));
const { orm, close } = openSqlite(join(folder, 'midad.sqlite'));
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

/** The CPU time of this thread in milliseconds: other processes do not count. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Uses the CPU as rendering does between two reads. */
function work(ms: number) {
  for (const until = processorTime() + ms; processorTime() < until;);
}

/** The longest CPU time between two turns of the event loop while `task` ran. */
async function longestTurn(task: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let last = processorTime();
  const look = () => {
    longest = Math.max(longest, processorTime() - last);
    last = processorTime();
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await task();
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  isOver = true;
  return longest;
}

async function readAndWork(times: number, ms: number) {
  for (let n = 0; n < times; n++) {
    await orm.all(sql`select 1`);
    work(ms);
  }
}

it('yields to the event loop between the sequential reads of a page', async () => {
  expect(await longestTurn(() => readAndWork(40, 3))).toBeLessThan(60);
});

it('yields to the event loop between the reads of pages that render concurrently', async () => {
  const pages = () => Promise.all(Array.from({ length: 4 }, () => readAndWork(10, 3)));
  expect(await longestTurn(pages)).toBeLessThan(60);
});

it('completes every read, with the rows written before it', async () => {
  await orm.run(sql`create table notes (n integer)`);
  const counts = Array.from({ length: 60 }, async (_, n) => {
    await orm.run(sql`insert into notes values (${n})`);
    work(1);
    const [row] = await orm.all<[number]>(sql`select count(*) from notes where n = ${n}`);
    return row?.[0];
  });
  expect(await Promise.all(counts)).toEqual(Array.from({ length: 60 }, () => 1));
});
