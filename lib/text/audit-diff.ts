export type Change = { field: string; before: unknown; after: unknown };

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The fields that an act changed, with old and new value. */
export function listChanges(before: object | null, after: object | null): Change[] {
  const [was, is] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter((change) => !same(change.before, change.after));
}

/** Groups neighbouring rows of one act. A row without an act is a group of its own. */
export function groupByAct<T extends { actId: string | null }>(rows: T[]): T[][] {
  const groups: T[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (row.actId !== null && last?.[0]?.actId === row.actId) last.push(row);
    else groups.push([row]);
  }
  return groups;
}
