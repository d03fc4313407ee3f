import { join } from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import type { OnStatement } from './engine.ts';
import { isUniqueViolation } from './errors.ts';
import { openSqlite } from './sqlite.ts';

const database = openSqlite(join(env.dataDir, 'alone.sqlite'));
const { orm } = database;
const counters = sqliteTable('counters', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});
await orm.run(sql`create table counters (name text primary key, value integer not null)`);

const names = async () => (await orm.select().from(counters)).map((row) => row.name);
const add = (runner: Pick<typeof orm, 'insert'>, name: string) =>
  runner.insert(counters).values({ name, value: 0 });

/** A promise and the function that resolves it: keeps a transaction open until the test calls `open`. */
function makeGate() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
}

beforeEach(() => orm.delete(counters).then(() => undefined));
afterAll(() => database.close());

describe('a transaction', () => {
  it('that throws is rolled back and rejects with the thrown error', async () => {
    const work = orm.transaction(async (tx) => {
      await add(tx, 'lost');
      throw new RangeError('changed our mind');
    });
    await expect(work).rejects.toThrow(new RangeError('changed our mind'));
    expect(await names()).toEqual([]);
  });

  it('that violates a unique key is rolled back', async () => {
    await add(orm, 'taken');
    const work = orm.transaction(async (tx) => {
      await add(tx, 'lost');
      await add(tx, 'taken');
    });
    expect(await work.catch(isUniqueViolation)).toBe(true);
    expect(await names()).toEqual(['taken']);
  });

  it('that fails does not block the writes after it', async () => {
    const results = await Promise.allSettled([
      orm.transaction(async () => {
        throw new Error('first');
      }),
      orm.transaction((tx) => add(tx, 'second')),
      add(orm, 'third'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await names()).toEqual(['second', 'third']);
  });

  it('runs alone: 50 transactions that read, wait and write lose no update', async () => {
    await add(orm, 'visits');
    const addOne = () =>
      orm.transaction(async (tx) => {
        const [row] = await tx.select().from(counters);
        await new Promise(setImmediate);
        await tx.update(counters).set({ value: row!.value + 1 });
      });
    await Promise.all(Array.from({ length: 50 }, addOne));
    expect(await orm.select().from(counters)).toEqual([{ name: 'visits', value: 50 }]);
  });

  it('returns the result of its callback and sees its own writes', async () => {
    const seen = await orm.transaction(async (tx) => {
      await add(tx, 'mine');
      return tx.select().from(counters);
    });
    expect(seen).toEqual([{ name: 'mine', value: 0 }]);
  });

  it('that is started with `orm` inside another one is rejected, because it would wait forever', async () => {
    const nested = orm.transaction(async (tx) => {
      await add(tx, 'outer');
      await orm.transaction((inner) => add(inner, 'inner'));
    });
    await expect(nested).rejects.toThrow('Inside a transaction use its `tx`');
    await add(orm, 'afterwards');
    expect(await names()).toEqual(['afterwards']);
  });

  it('does not include writes of its context that run after its end', async () => {
    const { gate, open } = makeGate();
    let late: Promise<unknown> = Promise.resolve();
    await orm.transaction(async (tx) => {
      await add(tx, 'kept');
      late = gate.then(() => add(orm, 'late'));
    });
    const other = makeGate();
    const failing = orm.transaction(async (tx) => {
      await add(tx, 'lost');
      open();
      await other.gate;
      throw new Error('back');
    });
    setTimeout(other.open, 20);
    await expect(failing).rejects.toThrow('back');
    await late;
    expect(await names()).toEqual(['kept', 'late']);
  });
});

it('throws errors without the values of the failed query, so that they do not get into the log', async () => {
  await add(orm, 'twice');
  const error = await orm
    .insert(counters)
    .values({ name: 'twice', value: 48_151_623 })
    .catch((thrown: unknown) => thrown);
  expect(isUniqueViolation(error)).toBe(true);
  expect(inspect(error)).toContain('insert into "counters"');
  expect(inspect(error)).not.toMatch(/twice|48151623/);
});

describe('a nested transaction', () => {
  it('that throws is rolled back alone', async () => {
    await orm.transaction(async (tx) => {
      await add(tx, 'outer');
      const inner = tx.transaction(async (savepoint) => {
        await add(savepoint, 'inner');
        throw new Error('back');
      });
      await expect(inner).rejects.toThrow('back');
      await tx.transaction((savepoint) => add(savepoint, 'second try'));
    });
    expect(await names()).toEqual(['outer', 'second try']);
  });

  it('is rolled back with the outer one', async () => {
    const work = orm.transaction(async (tx) => {
      await tx.transaction((savepoint) => add(savepoint, 'inner'));
      throw new Error('back');
    });
    await expect(work).rejects.toThrow('back');
    expect(await names()).toEqual([]);
  });
});

describe('while a transaction is open', () => {
  it('a read returns at once and does not see uncommitted rows', async () => {
    const { gate, open } = makeGate();
    const work = orm.transaction(async (tx) => {
      await add(tx, 'not yet');
      await gate;
    });
    await new Promise(setImmediate);
    expect(await names()).toEqual([]);
    expect(await orm.all(sql`select 1 as one`)).toEqual([[1]]);
    open();
    await work;
    expect(await names()).toEqual(['not yet']);
  });

  it('a write outside of it waits for its end', async () => {
    const { gate, open } = makeGate();
    const order: string[] = [];
    const work = orm.transaction(async (tx) => {
      await gate;
      await add(tx, 'first');
      order.push('transaction');
    });
    const write = add(orm, 'second').then(() => order.push('write'));
    setTimeout(open, 20);
    await Promise.all([work, write]);
    expect(order).toEqual(['transaction', 'write']);
  });
});

it('changes the commit counter after its own commit, but not after a rollback', async () => {
  const before = database.commitCounter();
  await orm
    .transaction(async (tx) => {
      await add(tx, 'x');
      throw new Error('back');
    })
    .catch(() => undefined);
  expect(database.commitCounter()).toBe(before);
  await add(orm, 'x');
  expect(database.commitCounter()).not.toBe(before);
});

it('calls the watchers of a context, the inner and the outer one, for each of its statements', async () => {
  const [outer, inner]: [string[], string[]] = [[], []];
  const read = async (n: number) => void (await orm.all(sql.raw(`select ${n}`)));
  const noteInner: OnStatement = (statement) => void inner.push(statement.sql);
  await database.watch(
    (statement) => void outer.push(statement.sql),
    () => Promise.all([read(1), database.watch(noteInner, () => read(2))]),
  );
  await read(3);
  expect(outer).toEqual(['select 1', 'select 2']);
  expect(inner).toEqual(['select 2']);
});

it('gives watchers the rows of a read, and none for a write or in a transaction', async () => {
  const told: [statement: string, answer: unknown][] = [];
  await database.watch(
    (statement, answer) => void told.push([statement.sql, answer]),
    async () => {
      await orm.all(sql`select ${7}`);
      await orm.get(sql`select 1 where false`);
      await add(orm, 'x');
      await orm.transaction(async (tx) => tx.all(sql`select 8`));
    },
  );
  const [read, missing, ...others] = told;
  expect(read).toEqual(['select ?', { rows: [[7]] }]);
  expect(missing).toEqual(['select 1 where false', { rows: undefined }]);
  expect(others.map(([statement]) => statement.slice(0, 8))).toEqual(
    expect.arrayContaining(['insert i', 'select 8']),
  );
  expect(others.filter(([, answer]) => answer !== undefined)).toEqual([]);
});

it('uses WAL with synchronous=FULL and checks foreign keys', async () => {
  const pragma = async (name: string) =>
    orm.transaction((tx) => tx.values<[unknown]>(sql.raw(`pragma ${name}`)));
  expect(await pragma('journal_mode')).toEqual([['wal']]);
  expect(await pragma('synchronous')).toEqual([[2]]);
  expect(await pragma('foreign_keys')).toEqual([[1]]);
});
