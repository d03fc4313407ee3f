import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { openRaw } from '#db/testing/raw-file.ts';
import { runProcess } from '#lib/testing/process.ts';
import { openSqlite } from './sqlite.ts';

const file = join(env.dataDir, 'together.sqlite');
// No time limit: on a busy machine 64 transactions take longer than JOIN_MS and would not share one commit.
const database = openSqlite(file, { joinMs: Infinity });
const { orm } = database;
await orm.run(sql`create table visits (name text primary key, total integer not null)`);
await orm.run(sql`create table pages (id integer primary key)`);
// This foreign key is checked only at commit.
await orm.run(sql`create table links (page integer references pages deferrable initially deferred)`);
await orm.run(
  sql`create trigger refuse before insert on pages when new.id < 0 begin select raise(rollback, 'disk full'); end`,
);

type Runner = Pick<typeof orm, 'run' | 'values'>;
const countPages = async (runner: Runner = orm) =>
  (await runner.values<[number]>(sql`select count(*) from pages`))[0]![0];
const addPage = (id: number) =>
  orm.transaction((tx) => tx.run(sql`insert into pages values (${id})`).then(() => id));

beforeEach(async () => {
  await orm.run(sql`delete from links`);
  await orm.run(sql`delete from pages`);
});
afterAll(() => database.close());

const statusesOf = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map(({ status }) => status);

describe('transactions in a group commit', () => {
  it('keep all their writes when one of them throws and is rolled back', async () => {
    await orm.run(sql`insert into visits values ('front page', 0)`);
    const addOne = (_: unknown, n: number) =>
      orm.transaction(async (tx) => {
        const [row] = await tx.values<[number]>(sql`select total from visits`);
        await new Promise(setImmediate);
        await tx.run(sql`update visits set total = ${row![0] + 1}`);
        if (n === 20) throw new RangeError('changed our mind');
        return row![0];
      });
    const results = await Promise.allSettled(Array.from({ length: 50 }, addOne));
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([
      { status: 'rejected', reason: new RangeError('changed our mind') },
    ]);
    expect(results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))).toEqual(
      Array.from({ length: 49 }, (_, n) => n),
    );
    expect(await orm.values(sql`select total from visits`)).toEqual([[49]]);
  });

  it('become visible and resolve only after the commit, at most 64 at a time', async () => {
    // Read at once: reads of the database itself wait for the next turn when many come together.
    const raw = openRaw(file);
    const count = raw.prepare('select count(*) from pages').pluck();
    const seen = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        await addPage(n);
        return count.get();
      }),
    );
    raw.close();
    expect(seen[0]).toBe(64);
    expect(seen[63]).toBe(64);
    expect(seen[64]).toBe(100);
  });

  it('do not wait for transactions that arrive after the join time of a slow one', async () => {
    const hasty = openSqlite(file, { joinMs: 0 });
    let isFirstDone = false;
    const slow = hasty.orm
      .transaction(async (tx) => {
        await tx.run(sql`insert into pages values (1)`);
        await new Promise(setImmediate);
      })
      .then(() => (isFirstDone = true));
    const later = hasty.orm.transaction(async (tx) => {
      await tx.run(sql`insert into pages values (2)`);
      return { isFirstDone, seen: await countPages() };
    });
    // The first transaction was committed and resolved before the second began.
    expect(await Promise.all([slow, later])).toEqual([true, { isFirstDone: true, seen: 1 }]);
    hasty.close();
  });

  it('include single writes in the order of the calls', async () => {
    const write = (id: number) => orm.run(sql`insert into pages values (${id})`).then(() => id);
    const work = [addPage(1), write(1), write(2), addPage(2), write(3)];
    expect(await statusesOf(work)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await orm.values(sql`select id from pages`)).toEqual([[1], [2], [3]]);
  });

  it('each run in the async context of their caller', async () => {
    const reader = new AsyncLocalStorage<string>();
    const ask = (name: string) => reader.run(name, () => orm.transaction(async () => reader.getStore()));
    expect(
      await Promise.all([ask('layla'), ask('omar'), orm.transaction(async () => reader.getStore())]),
    ).toEqual(['layla', 'omar', undefined]);
  });
});

describe('a group commit that fails', () => {
  it('rejects every member and writes nothing', async () => {
    const orphan = () => orm.transaction((tx) => tx.run(sql`insert into links values (99)`));
    const results = await Promise.allSettled([addPage(1), orphan(), addPage(2)]);
    expect(
      results.map((result) => result.status === 'rejected' && String(result.reason.cause ?? result.reason)),
    ).toEqual(Array(3).fill(expect.stringContaining('FOREIGN KEY constraint failed')));
    expect(await countPages()).toBe(0);
    expect(await addPage(3)).toBe(3);
  });

  it('because a member made SQLite roll back rejects the members up to that one', async () => {
    expect(await statusesOf([addPage(1), addPage(-1), addPage(2)])).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await orm.values(sql`select id from pages`)).toEqual([[2]]);
  });

  it('rejects the other members even if the member that caused it catches the error', async () => {
    const careless = () =>
      orm.transaction((tx) => tx.run(sql`insert into pages values (-1)`).catch(() => undefined));
    expect(await statusesOf([addPage(1), careless(), addPage(2)])).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await orm.values(sql`select id from pages`)).toEqual([[2]]);
  });
});

it('keeps the rows of every resolved transaction after kill -9', async () => {
  const code = `
    import { sql } from 'drizzle-orm';
    import { openSqlite } from '#db/engine/sqlite.ts';
    const { orm } = openSqlite(${JSON.stringify(file)});
    const add = (n) => orm.transaction((tx) => tx.run(sql\`insert into pages values (\${n})\`));
    const die = () => process.stdout.write('answered', () => process.kill(process.pid, 'SIGKILL'));
    await Promise.all(Array.from({ length: 200 }, (_, n) => add(n).then(() => n === 100 && die())));`;
  await expect(runProcess(code, env.dataDir)).rejects.toThrow();
  expect(await countPages()).toBeGreaterThan(100);
});
