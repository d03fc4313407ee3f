type Counted = { id: string; count: number };

/**
 * How much more an article needs to overtake another. A small lead comes and goes, and each change of a list
 * makes the pages that show it render again.
 */
const CLEAR_LEAD = 1.1;

/**
 * The ids of a list, most first. An article of the standing list keeps its place until another one leads it
 * clearly; an article without a count leaves.
 */
export function rank(counts: readonly Counted[], standing: readonly string[], limit: number): string[] {
  const known = new Map(counts.map((each) => [each.id, each]));
  const before = standing.flatMap((id) => known.get(id) ?? []);
  const others = counts
    .filter(({ id }) => !standing.includes(id))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, limit);
  const order: Counted[] = [];
  for (const each of [...before, ...others]) {
    const overtaken = order.findIndex(({ count }) => each.count > count * CLEAR_LEAD);
    order.splice(overtaken < 0 ? order.length : overtaken, 0, each);
  }
  return order.slice(0, limit).map(({ id }) => id);
}
