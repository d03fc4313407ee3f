import { beforeAll, describe, expect, it } from 'vitest';
import { WRITTEN_AT_ONCE } from '#db/articles/reads.ts';
import type { ReadCount } from '#db/engine/read-counts.ts';
import { ReadCounter } from './read-counter.ts';

const none = () => undefined;
const addressOf = (n: number) => `203.0.${n >> 8}.${n & 255}`;

/** A counter whose writes are collected; while `isFull` is set they fail, as on a full disk. */
function collect() {
  const disk = { isFull: false, written: [] as ReadCount[][] };
  const counter = new ReadCounter(async (counts) => {
    await new Promise(setImmediate);
    if (disk.isFull) throw new Error('database or disk is full');
    disk.written.push([...counts]);
  });
  return { disk, counter };
}

describe('readings in memory', () => {
  it('are written as sums, in small portions', async () => {
    const { disk, counter } = collect();
    for (let number = 1; number <= WRITTEN_AT_ONCE + 1; number++)
      for (let n = 0; n < 3; n++) counter.count(number, addressOf(n), none);
    await counter.flush();
    expect(disk.written.map((each) => each.length)).toEqual([WRITTEN_AT_ONCE, 1]);
    expect(new Set(disk.written.flat().map(({ reads }) => reads))).toEqual(new Set([3]));
    await counter.flush();
    expect(disk.written).toHaveLength(2);
  });

  it('stay counted when they cannot be written, with those that come meanwhile', async () => {
    const { disk, counter } = collect();
    disk.isFull = true;
    counter.count(1, addressOf(1), none);
    const failing = counter.flush();
    counter.count(1, addressOf(2), none);
    await expect(failing).rejects.toThrow('full');
    disk.isFull = false;
    await counter.flush();
    expect(disk.written).toEqual([[{ number: 1, reads: 2 }]]);
  });

  it('are written once by two writes at the same time, each of which ends when all is written', async () => {
    const { disk, counter } = collect();
    counter.count(1, addressOf(1), none);
    void counter.flush();
    counter.count(2, addressOf(1), none);
    await counter.flush();
    expect(disk.written.flat()).toEqual([
      { number: 1, reads: 1 },
      { number: 2, reads: 1 },
    ]);
  });

  describe('of invented numbers', () => {
    const { disk, counter } = collect();
    beforeAll(async () => {
      counter.count(1, addressOf(1), none);
      for (let number = 2; number < 120_000; number++) counter.count(number, addressOf(1), none);
      counter.count(1, addressOf(2), none);
      await counter.flush();
    });

    it('do not fill the memory', () => expect(disk.written.flat()).toHaveLength(100_000));
    it('leave room for articles that are counted already', () =>
      expect(disk.written[0]![0]).toEqual({ number: 1, reads: 2 }));
  });
});
