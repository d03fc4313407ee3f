import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, inArray, max } from 'drizzle-orm';
import { db, readCounts } from '#db/engine/client.ts';
import type { ReadCount, ReadPeriod } from '#db/engine/read-counts.ts';
import { articles } from '#db/tables/tables.ts';
import { isReadable } from './cards.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Hours are kept this long, then their sums as days. */
const HOURS_KEPT = 48;
const DAYS_KEPT = 30;

/** Rows per commit, and rows per read: each takes about two milliseconds of the thread. */
export const WRITTEN_AT_ONCE = 250;
const READ_AT_ONCE = 2500;

/** Numbers of articles that had a page when they were last looked up. */
const known = new Set<number>();
const MOST_KNOWN = 200_000;

/** Adds the numbers that have a page to the known ones: any client can send any number. */
async function lookUp(numbers: number[], now: Date): Promise<void> {
  if (numbers.length === 0) return;
  if (known.size > MOST_KNOWN) known.clear();
  const rows = await db()
    .select({ number: articles.number })
    .from(articles)
    .where(and(inArray(articles.number, numbers), isReadable(now)));
  for (const { number } of rows) known.add(number);
}

/** The highest number that an article has, in any state; 0 without articles. */
export async function highestNumber(): Promise<number> {
  const [row] = await db()
    .select({ number: max(articles.number) })
    .from(articles);
  return row?.number ?? 0;
}

/** Adds reads of articles, at most `WRITTEN_AT_ONCE`. Those of other numbers are left out. */
export async function addReads(counts: readonly ReadCount[], now: Date): Promise<void> {
  const numbers = counts.map(({ number }) => number);
  await lookUp(
    numbers.filter((number) => !known.has(number)),
    now,
  );
  const read = counts.filter(({ number }) => known.has(number));
  if (read.length > 0) await readCounts().add(Math.floor(now.getTime() / HOUR), read);
}

/** Adds up the reads of each article in the hours or days from one on. */
async function sum(period: ReadPeriod, from: number, sums: Map<number, number>): Promise<void> {
  let mark = { at: from, number: 0 };
  for (;;) {
    const rows = await readCounts().list(period, mark, READ_AT_ONCE);
    for (const { number, reads } of rows) sums.set(number, (sums.get(number) ?? 0) + reads);
    const last = rows.at(-1);
    if (!last || rows.length < READ_AT_ONCE) return;
    mark = last;
    await nextTurn();
  }
}

/** The articles with the most reads since a time, most first. */
export async function listMostRead(since: Date, limit: number): Promise<ReadCount[]> {
  const sums = new Map<number, number>();
  await sum('hour', Math.floor(since.getTime() / HOUR), sums);
  await sum('day', Math.floor(since.getTime() / DAY), sums);
  // Sorts only the magnitudes that are needed: most articles of an archive were read once or twice.
  const sizes = Array<number>(33).fill(0);
  for (const reads of sums.values()) sizes[Math.clz32(reads)]! += 1;
  let [least, found] = [0, sizes[0]!];
  while (found < limit && least < 32) found += sizes[++least]!;
  return [...sums]
    .filter(([, reads]) => Math.clz32(reads) <= least)
    .map(([number, reads]) => ({ number, reads }))
    .sort((a, b) => b.reads - a.reads || b.number - a.number)
    .slice(0, limit);
}

/** Adds up old hours to days, and deletes old days. Works in small commits. */
export async function tidyReads(now: Date): Promise<void> {
  const [hour, day] = [Math.floor(now.getTime() / HOUR), Math.floor(now.getTime() / DAY)];
  const all = async (work: () => Promise<number>) => {
    while ((await work()) === WRITTEN_AT_ONCE) await nextTurn();
  };
  await all(() => readCounts().moveToDays(hour - HOURS_KEPT, WRITTEN_AT_ONCE));
  await all(() => readCounts().dropDays(day - DAYS_KEPT, WRITTEN_AT_ONCE));
}
