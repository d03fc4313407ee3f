import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inspect } from 'node:util';
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
const notes = async () => (await database.orm.all<[string]>(sql`select words from notes`)).map(([words]) => words);

/** Another process that holds the file until it is told to let go. */
async function lock(of = file, how = 'begin immediate') {
  const code = `
    import Sqlite from 'better-sqlite3';
    const file = new Sqlite(${JSON.stringify(of)});
    file.exec('${how}');
    console.log('held');
    process.stdin.once('data', () => { file.exec('commit'); file.close(); process.exit(0); });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: join(import.meta.dirname, '..'), stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.write('go\n');
    await once(child, 'close');
  };
}

/** Whether a promise has an outcome yet, once the event loop has turned some times. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true), () => (settled = true));
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  return settled;
}

describe.each(['begin immediate', 'begin exclusive'])('while another process holds the file (%s)', (how) => {
  it('writes wait, and hold nobody up; each is done when it lets go', async () => {
    const release = await lock(file, how);
    const writes = [write('one'), write('two'), database.orm.transaction((tx) => tx.run(sql`insert into notes values ('three')`))];
    for (let turn = 0; turn < 50; turn++) {
      expect(await notes()).not.toContain('one');
      expect(database.dataVersion()).toBeGreaterThan(0);
    }
    expect(await isSettled(Promise.race(writes))).toBe(false);
    await release();
    await Promise.all(writes);
    expect(await notes()).toEqual(expect.arrayContaining(['one', 'two', 'three']));
    await write('after');
    await database.orm.run(sql`delete from notes`);
  });
});

it('a lock that never ends is an error in the end, and says so; the next write is taken', async () => {
  const impatient = openSqlite(file, { patience: 30 });
  const release = await lock();
  const error = await impatient.orm.run(sql`insert into notes values (${'secret words'})`).catch((thrown: unknown) => thrown);
  expect(causeOf(error)).toBe('database is locked (SQLITE_BUSY)');
  expect(inspect(error)).not.toContain('secret words');
  await release();
  await impatient.orm.run(sql`insert into notes values ('next')`);
  expect(await notes()).toContain('next');
  impatient.close();
});

it('a migration at the start waits for it', async () => {
  const other = join(env.dataDir, 'starting.sqlite');
  openSqlite(other).close();
  const release = await lock(other);
  const code = `import { migrateSqlite } from './db/migrate.ts'; console.log('began'); console.log(migrateSqlite(${JSON.stringify(other)}));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'pipe', 'inherit'] });
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
  it('is what the error says, not the rollback that found nothing to take back; and leaves no trace when there is room again', async () => {
    const full = openSqlite(join(env.dataDir, 'full.sqlite'));
    await full.orm.run(sql`create table notes (words text)`);
    const pages = (count: number) => full.orm.transaction((tx) => tx.run(sql.raw(`pragma max_page_count = ${count}`)));
    await pages(3);
    const long = 'x'.repeat(50_000);
    const alone = full.orm.run(sql`insert into notes values (${long})`);
    const inside = full.orm.transaction((tx) => tx.transaction((inner) => inner.run(sql`insert into notes values (${long})`)));
    const causes = (await Promise.allSettled([alone, inside])).map((result) => (result.status === 'rejected' ? causeOf(result.reason) : 'done'));
    expect(causes).toEqual(Array(2).fill('database or disk is full (SQLITE_FULL)'));
    await pages(1000);
    await full.orm.run(sql`insert into notes values ('room')`);
    expect(await full.orm.all(sql`select words from notes`)).toEqual([['room']]);
    full.close();
  });
});
