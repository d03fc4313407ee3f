import { beforeAll, describe, expect, it } from 'vitest';
import { addReads, WRITTEN_AT_ONCE } from '#db/articles/reads.ts';
import { readCounts } from '#db/engine/client.ts';
import type { ReadCount } from '#db/engine/read-counts.ts';
import { addNewsroom, publish } from '#db/testing/articles.ts';
import { ReadCounter } from './read-counter.ts';

const own = (name: string) => (name === 'sec-fetch-site' ? 'same-origin' : undefined);
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
      for (let n = 0; n < 3; n++) counter.count(number, addressOf(n), own);
    await counter.flush();
    expect(disk.written.map((each) => each.length)).toEqual([WRITTEN_AT_ONCE, 1]);
    expect(new Set(disk.written.flat().map(({ reads }) => reads))).toEqual(new Set([3]));
    await counter.flush();
    expect(disk.written).toHaveLength(2);
  });

  it('stay counted when they cannot be written, with those that come meanwhile', async () => {
    const { disk, counter } = collect();
    disk.isFull = true;
    counter.count(1, addressOf(1), own);
    const failing = counter.flush();
    counter.count(1, addressOf(2), own);
    await expect(failing).rejects.toThrow('full');
    disk.isFull = false;
    await counter.flush();
    expect(disk.written).toEqual([[{ number: 1, reads: 2 }]]);
  });

  it('are written once by two writes at the same time, each of which ends when all is written', async () => {
    const { disk, counter } = collect();
    counter.count(1, addressOf(1), own);
    void counter.flush();
    counter.count(2, addressOf(1), own);
    await counter.flush();
    expect(disk.written.flat()).toEqual([
      { number: 1, reads: 1 },
      { number: 2, reads: 1 },
    ]);
  });

  describe('of invented numbers', () => {
    let [seen, number] = [0, 0];
    let counter: ReadCounter;
    const readBy = async (work: () => void) => {
      const total = async () => {
        const rows = await readCounts().list('hour', { at: 0, number: 0 }, 1000);
        return rows.reduce((sum, { reads }) => sum + reads, 0);
      };
      const before = await total();
      work();
      await counter.flush();
      return (await total()) - before;
    };

    beforeAll(async () => {
      await addNewsroom();
      seen = (await publish()).number;
      number = (await publish()).number;
    });

    it.each<[string, (n: number) => string]>([
      ['one client', () => addressOf(0)],
      ['many clients', (n) => `198.${51 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`],
    ])('from %s do not stop the counts of other readers', async (_name, address) => {
      counter = new ReadCounter(addReads);
      counter.count(seen, addressOf(1), own);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const reads = await readBy(() => {
        for (let n = 0; n < 110_000; n++) counter.count(500_000 + n, address(n), own);
        for (let n = 2; n < 302; n++) counter.count(number, addressOf(n), own);
      });
      expect(reads).toBe(301);
    });

    it('do not hide an article that is published meanwhile', async () => {
      counter = new ReadCounter(addReads);
      counter.count(number, addressOf(1), own);
      await counter.flush();
      const first = await publish();
      expect(await readBy(() => counter.count(first.number, addressOf(1), own))).toBe(1);
      counter.count(number, addressOf(2), own);
      const second = await publish();
      expect(await readBy(() => counter.count(second.number, addressOf(1), own))).toBe(2);
    });

    it('do not fill the memory while the highest number is unknown', async () => {
      const { disk, counter: filled } = collect();
      filled.count(1, addressOf(1), own);
      for (let n = 2; n < 101_000; n++)
        filled.count(n, `198.${51 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`, own);
      filled.count(1, addressOf(2), own);
      await filled.flush();
      expect(disk.written.flat()).toHaveLength(100_000);
      expect(disk.written[0]![0]).toEqual({ number: 1, reads: 2 });
    });
  });
});
