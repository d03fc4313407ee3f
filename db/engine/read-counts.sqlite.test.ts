import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import type { ReadCounts } from './read-counts.ts';
import { openReadCounts } from './read-counts.sqlite.ts';

let file = '';
let counts: ReadCounts;

beforeEach(() => {
  file = join(env.dataDir, `${crypto.randomUUID()}.sqlite`);
  counts = openReadCounts(file);
});
afterEach(() => counts.close());

const START = { at: 0, number: 0 };
const list = async (period: 'hour' | 'day') =>
  (await counts.list(period, START, 100)).map(({ at, number, reads }) => [at, number, reads]);

describe('counts of reads', () => {
  it('are added up by hour and article', async () => {
    await counts.add(48, [
      { number: 7, reads: 2 },
      { number: 9, reads: 1 },
    ]);
    await counts.add(48, [{ number: 7, reads: 3 }]);
    await counts.add(49, [{ number: 7, reads: 1 }]);
    expect(await list('hour')).toEqual([
      [48, 7, 5],
      [48, 9, 1],
      [49, 7, 1],
    ]);
    expect(await counts.list('hour', { at: 48, number: 7 }, 1)).toEqual([{ at: 48, number: 9, reads: 1 }]);
  });

  it('of old hours are moved to their days, in portions', async () => {
    for (const hour of [47, 48, 49, 72]) await counts.add(hour, [{ number: 7, reads: hour }]);
    expect(await counts.moveToDays(72, 2)).toBe(2);
    expect(await counts.moveToDays(72, 2)).toBe(1);
    expect(await counts.moveToDays(72, 2)).toBe(0);
    expect(await list('hour')).toEqual([[72, 7, 72]]);
    expect(await list('day')).toEqual([
      [1, 7, 47],
      [2, 7, 97],
    ]);
    expect(await counts.dropDays(2, 10)).toBe(1);
    expect(await list('day')).toEqual([[2, 7, 97]]);
  });

  it('of several processes are added up', async () => {
    const add = () =>
      runProcess(
        `import { openReadCounts } from '#db/engine/read-counts.sqlite.ts';
         const counts = openReadCounts(${JSON.stringify(file)});
         for (let n = 0; n < 100; n++) await counts.add(1, [{ number: 1, reads: 1 }, { number: 2 + n, reads: 1 }]);
         counts.close();`,
        env.dataDir,
      );
    await Promise.all([add(), add(), add()]);
    expect((await counts.list('hour', START, 1))[0]!.reads).toBe(300);
    expect((await counts.list('hour', START, 1000)).map(({ reads }) => reads)).toEqual([
      300,
      ...Array<number>(100).fill(3),
    ]);
  });

  it('wait for the lock of another process without blocking this one', async () => {
    await counts.add(1, [{ number: 1, reads: 1 }]);
    const other = new Sqlite(file);
    other.exec('begin immediate');
    const adding = counts.add(1, [{ number: 1, reads: 1 }]);
    let turns = 0;
    for (; turns < 3; turns++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await list('hour')).toEqual([[1, 1, 1]]);
    other.exec('commit');
    other.close();
    await adding;
    expect(await list('hour')).toEqual([[1, 1, 2]]);
  });
});
