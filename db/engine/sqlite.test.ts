import { join } from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
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

/** A promise with its key: keeps a transaction open until the test says. */
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
  it('that throws leaves nothing behind, and the error is the one thrown', async () => {
    const work = orm.transaction(async (tx) => {
      await add(tx, 'lost');
      throw new RangeError('changed our mind');
    });
    await expect(work).rejects.toThrow(new RangeError('changed our mind'));
    expect(await names()).toEqual([]);
  });

  it('that SQLite refuses leaves nothing behind either', async () => {
    await add(orm, 'taken');
    const work = orm.transaction(async (tx) => {
      await add(tx, 'lost');
      await add(tx, 'taken');
    });
    expect(await work.catch(isUniqueViolation)).toBe(true);
    expect(await names()).toEqual(['taken']);
  });

  it('does not stand in the way after it has failed', async () => {
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

  it('runs alone: fifty that read, wait and write lose nothing', async () => {
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

  it('gives back what its work returns, and its own writes are seen inside it', async () => {
    const seen = await orm.transaction(async (tx) => {
      await add(tx, 'mine');
      return tx.select().from(counters);
    });
    expect(seen).toEqual([{ name: 'mine', value: 0 }]);
  });

  it('begun with the database inside another is refused at once: it would wait for ever', async () => {
    const nested = orm.transaction(async (tx) => {
      await add(tx, 'outer');
      await orm.transaction((inner) => add(inner, 'inner'));
    });
    await expect(nested).rejects.toThrow('Inside a transaction use its `tx`');
    await add(orm, 'afterwards');
    expect(await names()).toEqual(['afterwards']);
  });

  it('does not take along what goes on after its end', async () => {
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

it('an error repeats no value of the query that failed: they would stand in the log', async () => {
  await add(orm, 'twice');
  const error = await orm
    .insert(counters)
    .values({ name: 'twice', value: 48_151_623 })
    .catch((thrown: unknown) => thrown);
  expect(isUniqueViolation(error)).toBe(true);
  expect(inspect(error)).toContain('insert into "counters"');
  expect(inspect(error)).not.toMatch(/twice|48151623/);
});

describe('a transaction in a transaction', () => {
  it('goes back alone', async () => {
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

  it('goes back with the outer one', async () => {
    const work = orm.transaction(async (tx) => {
      await tx.transaction((savepoint) => add(savepoint, 'inner'));
      throw new Error('back');
    });
    await expect(work).rejects.toThrow('back');
    expect(await names()).toEqual([]);
  });
});

describe('a read while a transaction is open', () => {
  it('is answered at once, and does not see what may still go back', async () => {
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

  it('and a write outside of it waits its turn', async () => {
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

it('tells of every commit of its own, and of nothing that went back', async () => {
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

it('keeps a write through a crash and checks references', async () => {
  const pragma = async (name: string) =>
    orm.transaction((tx) => tx.values<[unknown]>(sql.raw(`pragma ${name}`)));
  expect(await pragma('journal_mode')).toEqual([['wal']]);
  expect(await pragma('synchronous')).toEqual([[2]]);
  expect(await pragma('foreign_keys')).toEqual([[1]]);
});
