/**
 * Levels of objects and arrays; a list within a list takes four. Nobody writes so deep, and what recurses
 * over a body would end in the middle.
 */
export const MOST_LEVELS = 100;

/** Whether something that was read from outside is nested deeper than that; looked at without recursion. */
export function isTooDeep(value: unknown, most = MOST_LEVELS): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
