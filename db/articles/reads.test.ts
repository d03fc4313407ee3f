import { beforeAll, describe, expect, it } from 'vitest';
import { readCounts } from '#db/engine/client.ts';
import { commitCounter } from '#db/paper/content-version.ts';
import { addNewsroom, after, changeArticle, DAY, NOON, publish } from '#db/testing/articles.ts';
import { listRankings, refreshRankings } from './rankings.ts';
import { addReads, listMostRead, tidyReads } from './reads.ts';

const HOUR = 3_600_000;
const all = async (period: 'hour' | 'day') =>
  (await readCounts().list(period, { at: 0, number: 0 }, 1000)).map(({ number, reads }) => [number, reads]);

let numbers: number[] = [];
let ids: string[] = [];

beforeAll(async () => {
  await addNewsroom();
  for (let n = 0; n < 8; n++) {
    const { id, number } = await publish({ publishedAt: after(-60 * DAY).toISOString() });
    ids.push(id);
    numbers.push(number);
  }
});

describe('reads', () => {
  it('are counted for articles with a page only', async () => {
    const [draft, retracted, later] = [await publish(), await publish(), await publish()];
    await changeArticle(draft.id, { status: 'draft' });
    await changeArticle(retracted.id, { status: 'retracted' });
    await changeArticle(later.id, { publishedAt: after(DAY) });
    const counter = commitCounter();
    await addReads(
      [draft.number, retracted.number, later.number, 987_654_321, numbers[0]!].map((number) => ({
        number,
        reads: 2,
      })),
      NOON,
    );
    expect(await all('hour')).toEqual(
      [
        [numbers[0], 2],
        [retracted.number, 2],
      ].sort(([a], [b]) => a! - b!),
    );
    expect(commitCounter()).toBe(counter);
  });

  it('are added up over hours and days, and the most come first', async () => {
    const [a, b, c] = numbers as [number, number, number];
    const far = after(20 * DAY);
    const at = (hours: number) => new Date(far.getTime() - hours * HOUR);
    await addReads([{ number: a, reads: 5 }], at(1));
    await addReads([{ number: b, reads: 4 }], at(20));
    await addReads([{ number: b, reads: 4 }], at(2));
    await addReads([{ number: c, reads: 90 }], at(80));
    expect(await listMostRead(at(24), 9)).toEqual([
      { number: b, reads: 8 },
      { number: a, reads: 5 },
    ]);
    const week = [
      { number: c, reads: 90 },
      { number: b, reads: 8 },
    ];
    expect(await listMostRead(at(24 * 7), 2)).toEqual(week);
    await tidyReads(far);
    expect(await listMostRead(at(24 * 7), 2)).toEqual(week);
  });

  it('of hours become days after two days, and are deleted after thirty', async () => {
    const now = after(100 * DAY);
    for (let n = 0; n < 3; n++)
      await addReads([{ number: numbers[0]!, reads: 1 }], new Date(now.getTime() - n * DAY));
    await addReads([{ number: numbers[0]!, reads: 1 }], new Date(now.getTime() - 3 * DAY));
    await tidyReads(now);
    expect((await all('hour')).length).toBe(3);
    expect(await all('day')).toEqual([[numbers[0], 1]]);
    await tidyReads(new Date(now.getTime() + 40 * DAY));
    expect([await all('hour'), await all('day')]).toEqual([[], []]);
  });
});

describe('the most read articles', () => {
  const shown = async () =>
    (await listRankings('ar', { now: NOON, limit: 5 })).read.map(({ number }) => number);

  it('are those of a day if there are enough, and else of a week', async () => {
    const give = (reads: number[], at: Date) =>
      addReads(
        reads.flatMap((count, n) => (count > 0 ? { number: numbers[n]!, reads: count } : [])),
        at,
      );
    await refreshRankings(NOON);
    expect(await shown()).toEqual([]);
    await give([0, 0, 0, 0, 0, 0, 900, 800], after(-3 * DAY));
    await give([5, 50, 500], after(-HOUR));
    await refreshRankings(NOON);
    expect(await shown()).toEqual([6, 7, 2, 1, 0].map((n) => numbers[n]));
    await give([0, 0, 0, 10, 20, 30], after(-HOUR));
    await refreshRankings(NOON);
    // Of equal counts none overtakes another; the counts are 500, 50, 30, 20, 10 and 5.
    expect(await shown()).toEqual([2, 1, 5, 4, 3].map((n) => numbers[n]));
  });

  it('leave out an article at once when it is retracted', async () => {
    await changeArticle(ids[2]!, { status: 'retracted' });
    expect(await shown()).toEqual([1, 5, 4, 3, 0].map((n) => numbers[n]));
  });
});
