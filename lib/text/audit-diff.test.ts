import { describe, expect, it } from 'vitest';
import { groupByAct, listChanges } from './audit-diff.ts';

describe('listChanges', () => {
  it('returns the fields that differ, also added and removed ones', () => {
    expect(
      listChanges({ role: 'author', name: 'س', old: 1 }, { role: 'editor', name: 'س', fresh: true }),
    ).toEqual([
      { field: 'role', before: 'author', after: 'editor' },
      { field: 'old', before: 1, after: undefined },
      { field: 'fresh', before: undefined, after: true },
    ]);
    expect(listChanges(null, null)).toEqual([]);
    expect(listChanges({ a: null }, {})).toEqual([]);
    expect(listChanges({ list: [1, 2] }, { list: [1, 2] })).toEqual([]);
  });
});

it('groupByAct groups neighbouring rows of one act', () => {
  const rows = [
    { n: 1, actId: 'a' },
    { n: 2, actId: 'a' },
    { n: 3, actId: null },
    { n: 4, actId: null },
    { n: 5, actId: 'b' },
    { n: 6, actId: 'a' },
  ];
  expect(groupByAct(rows).map((group) => group.map(({ n }) => n))).toEqual([[1, 2], [3], [4], [5], [6]]);
});
