import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { openSqlite } from './sqlite.ts';

const file = join(env.dataDir, 'together.sqlite');
// A busy machine takes longer over sixty-four of them than they may take: here time alone parts nobody.
const database = openSqlite(file, { joinMs: Infinity });
const { orm } = database;
await orm.run(sql`create table visits (name text primary key, total integer not null)`);
await orm.run(sql`create table pages (id integer primary key)`);
// found wrong only when the transaction is committed
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

describe('transactions that wait together', () => {
  it('lose nothing, and one that fails goes back alone', async () => {
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

  it('are seen by others, and answered, only once committed; no more than sixty-four at a time', async () => {
    const seen = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        await addPage(n);
        return countPages();
      }),
    );
    expect(seen[0]).toBe(64);
    expect(seen[63]).toBe(64);
    expect(seen[64]).toBe(100);
  });

  it('do not wait for those who come after a slow one', async () => {
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
    // The first was committed, and answered, before the second began.
    expect(await Promise.all([slow, later])).toEqual([true, { isFirstDone: true, seen: 1 }]);
    hasty.close();
  });

  it('take single writes along, in their order', async () => {
    const write = (id: number) => orm.run(sql`insert into pages values (${id})`).then(() => id);
    const work = [addPage(1), write(1), write(2), addPage(2), write(3)];
    expect(await statusesOf(work)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await orm.values(sql`select id from pages`)).toEqual([[1], [2], [3]]);
  });

  it('each run where they were asked for', async () => {
    const reader = new AsyncLocalStorage<string>();
    const ask = (name: string) => reader.run(name, () => orm.transaction(async () => reader.getStore()));
    expect(
      await Promise.all([ask('layla'), ask('omar'), orm.transaction(async () => reader.getStore())]),
    ).toEqual(['layla', 'omar', undefined]);
  });
});

describe('a commit that fails', () => {
  it('is told to everybody in it, and nothing of it stays', async () => {
    const orphan = () => orm.transaction((tx) => tx.run(sql`insert into links values (99)`));
    const results = await Promise.allSettled([addPage(1), orphan(), addPage(2)]);
    expect(
      results.map((result) => result.status === 'rejected' && String(result.reason.cause ?? result.reason)),
    ).toEqual(Array(3).fill(expect.stringContaining('FOREIGN KEY constraint failed')));
    expect(await countPages()).toBe(0);
    expect(await addPage(3)).toBe(3);
  });

  it('because SQLite took everything back in the middle is one too', async () => {
    expect(await statusesOf([addPage(1), addPage(-1), addPage(2)])).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await orm.values(sql`select id from pages`)).toEqual([[2]]);
  });

  it('is not hidden from the others by a member that catches it', async () => {
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

it('who was answered finds everything again after kill -9', async () => {
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
