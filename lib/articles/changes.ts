import { isDeepStrictEqual } from 'node:util';

/** The fields of `after` whose values differ from `before`. */
export const changedFields = <T extends object>(before: T, after: Partial<T>): (keyof T)[] =>
  (Object.keys(after) as (keyof T)[]).filter((key) => !isDeepStrictEqual(before[key], after[key]));

/**
 * The fields that differ between two states of an object, with the old and new values; null if none differs.
 */
export function changesBetween<T extends object>(
  before: T,
  after: Partial<T>,
): { before: Partial<T>; after: Partial<T> } | null {
  const keys = changedFields(before, after);
  if (keys.length === 0) return null;
  const pick = (from: Partial<T>) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}
