/** Random numbers from a fixed seed, so that each run writes the same archive. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  /** From 0 to 1, without 1 (mulberry32). */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    between: (least: number, most: number) => least + below(most - least + 1),
    chance: (share: number) => next() < share,
    pick: <T>(from: readonly T[]): T => from[below(from.length)]!,
    /** A positive number with this mean: many small ones and a few large ones. */
    exponential: (mean: number) => -Math.log(1 - next()) * mean,
  };
}

export type Random = ReturnType<typeof createRandom>;

/** Draws ranks from 0: rank n is drawn 1 / (n + 1) times as often as rank 0. */
export function createZipf(count: number, random: Pick<Random, 'next'>): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 1);
  return () => {
    const wanted = random.next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
