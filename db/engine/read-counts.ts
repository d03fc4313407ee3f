export type ReadCount = { number: number; reads: number };

/** Counts are kept by hour, later by day. Both are counted from 1970, in UTC. */
export type ReadPeriod = 'hour' | 'day';
/** Where a walk over the counts of a period continues: after this article of this hour or day. */
export type ReadMark = { at: number; number: number };

/**
 * How often articles were read. The counts are outside the database of the site, where each commit makes all
 * processes look at their cached pages. They hold numbers of articles, and nothing about readers.
 */
export type ReadCounts = {
  /** Adds to the counts of an hour, all of them or none. */
  add: (hour: number, counts: readonly ReadCount[]) => Promise<void>;
  /** The next rows after a mark, in order of time and number. */
  list: (period: ReadPeriod, after: ReadMark, limit: number) => Promise<(ReadMark & ReadCount)[]>;
  /** Moves rows of hours before this one to their days. Returns how many it moved. */
  moveToDays: (before: number, limit: number) => Promise<number>;
  /** Deletes rows of days before this one. Returns how many it deleted. */
  dropDays: (before: number, limit: number) => Promise<number>;
  close: () => void;
};
