import { isNearCopy } from './similarity.ts';

type Comparable = { bodyKey: string; signature: string };
export type AlikeGroup<T> = { first: T; alike: T[] };

const areAlike = (a: Comparable, b: Comparable) => a.bodyKey === b.bodyKey || isNearCopy(a.signature, b.signature);

/**
 * Gathers near-copies under the first of them, in the order given, until another group would be one too many; `taken` says how
 * many rows that used up, so that the next page begins right behind them.
 */
export function groupAlike<T extends Comparable>(rows: readonly T[], most: number): { groups: AlikeGroup<T>[]; taken: number } {
  const groups: AlikeGroup<T>[] = [];
  for (const [taken, row] of rows.entries()) {
    const group = groups.find(({ first }) => areAlike(first, row));
    if (group) group.alike.push(row);
    else if (groups.length < most) groups.push({ first: row, alike: [] });
    else return { groups, taken };
  }
  return { groups, taken: rows.length };
}
