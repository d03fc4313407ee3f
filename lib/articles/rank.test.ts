import { describe, expect, it } from 'vitest';
import { rank } from './rank.ts';

const counts = (all: Record<string, number>) => Object.entries(all).map(([id, count]) => ({ id, count }));

describe('a list of what is read most', () => {
  it('without a standing list is ordered by count', () => {
    expect(rank(counts({ a: 1, b: 30, c: 29, d: 2 }), [], 3)).toEqual(['b', 'c', 'd']);
  });

  it.each([
    ['the lead is small', { a: 100, b: 109, c: 50 }, ['a', 'b', 'c']],
    ['the lead is clear', { a: 100, b: 111, c: 50 }, ['b', 'a', 'c']],
    ['one is clearly ahead of all', { a: 100, b: 105, c: 200 }, ['c', 'a', 'b']],
  ])('keeps its order until another article is clearly ahead: %s', (_name, now, expected) => {
    expect(rank(counts(now), ['a', 'b', 'c'], 3)).toEqual(expected);
  });

  it('takes a new article only when it is clearly ahead of the last one', () => {
    expect(rank(counts({ a: 100, b: 50, new: 55 }), ['a', 'b'], 2)).toEqual(['a', 'b']);
    expect(rank(counts({ a: 100, b: 50, new: 56 }), ['a', 'b'], 2)).toEqual(['a', 'new']);
  });

  it('drops an article that is no longer counted, and fills its place', () => {
    expect(rank(counts({ b: 50, c: 3 }), ['a', 'b'], 2)).toEqual(['b', 'c']);
  });

  it('never keeps an article above one that is clearly ahead of it, whatever the standing order', () => {
    const all = counts({ a: 95, b: 104, c: 114, d: 125, e: 137 });
    const places = rank(all, ['a', 'b', 'c', 'd', 'e'], 5).map((id) => all.find((each) => each.id === id)!);
    for (const [at, { count }] of places.entries())
      for (const later of places.slice(at)) expect(later.count).toBeLessThanOrEqual(count * 1.1);
  });
});
