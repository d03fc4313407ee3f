/**
 * The maximum depth of objects and arrays; a list within a list takes four levels. Real texts are less deep,
 * and recursion over a deeper body could overflow the stack.
 */
export const MOST_LEVELS = 100;

/** Whether untrusted input is nested deeper than `most`. Works without recursion. */
export function isTooDeep(value: unknown, most = MOST_LEVELS): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
