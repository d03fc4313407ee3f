import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inspect } from 'node:util';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { causeOf } from '#lib/log.ts';
import { env } from '#lib/env.ts';
import { migrateSqlite } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

const file = join(env.dataDir, 'locked.sqlite');
const database = openSqlite(file);
await database.orm.run(sql`create table notes (words text)`);
afterAll(() => database.close());

const write = (words: string) => database.orm.run(sql`insert into notes values (${words})`);
const notes = async () =>
  (await database.orm.all<[string]>(sql`select words from notes`)).map(([words]) => words);

/** Starts another process that locks the file. Returns a function that makes it release the lock. */
async function lock(of = file, how = 'begin immediate') {
  const code = `
    import Sqlite from 'better-sqlite3';
    const file = new Sqlite(${JSON.stringify(of)});
    file.exec('${how}');
    console.log('held');
    process.stdin.once('data', () => { file.exec('commit'); file.close(); process.exit(0); });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.write('go\n');
    await once(child, 'close');
  };
}

/** Whether a promise is settled after 20 turns of the event loop. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(
    () => (settled = true),
    () => (settled = true),
  );
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  return settled;
}

describe.each(['begin immediate', 'begin exclusive'])('while another process locks the file (%s)', (how) => {
  it('writes wait until the lock is released, without blocking reads and the commit counter', async () => {
    const release = await lock(file, how);
    const writes = [
      write('one'),
      write('two'),
      database.orm.transaction((tx) => tx.run(sql`insert into notes values ('three')`)),
    ];
    for (let turn = 0; turn < 50; turn++) {
      expect(await notes()).not.toContain('one');
      expect(database.commitCounter()).toBeGreaterThan(0);
    }
    expect(await isSettled(Promise.race(writes))).toBe(false);
    await release();
    await Promise.all(writes);
    expect(await notes()).toEqual(expect.arrayContaining(['one', 'two', 'three']));
    await write('after');
    await database.orm.run(sql`delete from notes`);
  });
});

/** Starts another process that runs `code` on the file and prints when it begins and the result. */
function begin(code: string, of = file) {
  const whole = `
    import Sqlite from 'better-sqlite3';
    const file = new Sqlite(${JSON.stringify(of)});
    file.pragma('busy_timeout = 60000');
    console.log('begun');
    ${code}
    file.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', whole], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close').then(() => said.trim().split('\n'));
  return { child, ended, said: () => said };
}
const HOLD_A_READ =
  "file.exec('begin'); file.prepare('select count(*) from notes').get(); console.log('reads'); await new Promise((go) => process.stdin.once('data', go)); file.exec('commit'); process.stdin.destroy();";
const CHECKPOINT = "console.log(JSON.stringify(file.pragma('wal_checkpoint(TRUNCATE)')));";

describe('while another process runs a WAL checkpoint', () => {
  /** A separate connection that never waits for a lock. */
  const look = new Sqlite(file, { timeout: 0 });
  afterAll(() => look.close());
  const isHeld = (statement: string) => {
    try {
      look.exec(statement);
      look.exec('rollback');
      return false;
    } catch (error) {
      return (error as { code?: string }).code === 'SQLITE_BUSY';
    }
  };

  it('that waits for an old reader, writes wait for its end and reads continue', async () => {
    await write('before');
    const reader = begin(HOLD_A_READ);
    await expect.poll(reader.said, { timeout: 60_000 }).toContain('reads');
    await write('behind the reader');
    const checkpoint = begin(CHECKPOINT);
    await expect.poll(checkpoint.said, { timeout: 60_000 }).toContain('begun');
    // The checkpoint takes the write lock and keeps it until the reader ends.
    while (!isHeld('begin immediate')) await new Promise(setImmediate);
    const waiting = [
      write('one'),
      database.orm.transaction((tx) => tx.run(sql`insert into notes values ('two')`)),
    ];
    expect(await isSettled(Promise.race(waiting))).toBe(false);
    expect(await notes()).toContain('behind the reader');
    expect(database.commitCounter()).toBeGreaterThan(0);
    reader.child.stdin.write('go\n');
    await reader.ended;
    expect(JSON.parse((await checkpoint.ended)[1]!)).toMatchObject([{ busy: 0 }]);
    await Promise.all(waiting);
    expect(await notes()).toEqual(expect.arrayContaining(['before', 'behind the reader', 'one', 'two']));
    await database.orm.run(sql`delete from notes`);
  });

  it('that waits for an old reader, a transaction that began before it still commits', async () => {
    const reader = begin(HOLD_A_READ);
    await expect.poll(reader.said, { timeout: 60_000 }).toContain('reads');
    const inside = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const written = database.orm.transaction(async (tx) => {
      await tx.run(sql`insert into notes values ('inside')`);
      inside.resolve();
      await goOn.promise;
    });
    await inside.promise;
    const checkpoint = begin(CHECKPOINT);
    await expect.poll(checkpoint.said, { timeout: 60_000 }).toContain('begun');
    // Wait until the checkpoint holds its lock: a second checkpoint then reports busy.
    while ((look.pragma('wal_checkpoint(PASSIVE)') as { busy: number }[])[0]!.busy === 0)
      await new Promise(setImmediate);
    goOn.resolve();
    await written;
    expect(await notes()).toContain('inside');
    reader.child.stdin.write('go\n');
    await Promise.all([reader.ended, checkpoint.ended]);
    await write('after');
    expect(await notes()).toEqual(['inside', 'after']);
    await database.orm.run(sql`delete from notes`);
  });
});

it('rejects a write with the lock as cause after the timeout, and accepts the next write', async () => {
  const impatient = openSqlite(file, { patience: 30 });
  const release = await lock();
  const error = await impatient.orm
    .run(sql`insert into notes values (${'secret words'})`)
    .catch((thrown: unknown) => thrown);
  expect(causeOf(error)).toBe('database is locked (SQLITE_BUSY)');
  expect(inspect(error)).not.toContain('secret words');
  await release();
  await impatient.orm.run(sql`insert into notes values ('next')`);
  expect(await notes()).toContain('next');
  impatient.close();
});

it('lets a migration wait for the lock of another process', async () => {
  const other = join(env.dataDir, 'starting.sqlite');
  openSqlite(other).close();
  const release = await lock(other);
  const code = `import { migrateSqlite } from './db/engine/migrate.ts'; console.log('began'); console.log(migrateSqlite(${JSON.stringify(other)}));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, 'close');
  await expect.poll(() => said, { timeout: 15_000 }).toContain('began');
  await release();
  await closed;
  expect(Number(said.split('\n')[1])).toBeGreaterThan(5);
  expect(migrateSqlite(other)).toBe(0);
});

describe('a full disk', () => {
  it('is the cause of the error, not the failed rollback, and later writes succeed when there is room', async () => {
    const full = openSqlite(join(env.dataDir, 'full.sqlite'));
    await full.orm.run(sql`create table notes (words text)`);
    const pages = (count: number) =>
      full.orm.transaction((tx) => tx.run(sql.raw(`pragma max_page_count = ${count}`)));
    await pages(3);
    const long = 'x'.repeat(50_000);
    const alone = full.orm.run(sql`insert into notes values (${long})`);
    const inside = full.orm.transaction((tx) =>
      tx.transaction((inner) => inner.run(sql`insert into notes values (${long})`)),
    );
    const causes = (await Promise.allSettled([alone, inside])).map((result) =>
      result.status === 'rejected' ? causeOf(result.reason) : 'done',
    );
    expect(causes).toEqual(Array(2).fill('database or disk is full (SQLITE_FULL)'));
    await pages(1000);
    await full.orm.run(sql`insert into notes values ('room')`);
    expect(await full.orm.all(sql`select words from notes`)).toEqual([['room']]);
    full.close();
  });
});
