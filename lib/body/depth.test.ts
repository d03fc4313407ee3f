import { describe, expect, it } from 'vitest';
import { liveEntrySchema } from '#lib/articles/live-entry.ts';
import { docSchema } from './doc.ts';
import { isTooDeep, MOST_LEVELS } from './depth.ts';

const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'سطر' }] };

function nest(levels: number) {
  let list: unknown = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] };
  for (let level = 1; level < levels; level++)
    list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph, list] }] };
  return { type: 'doc', v: 2, content: [list] };
}

describe('a list nested in lists', () => {
  it.each([1, 5, 20])('is valid %i levels deep', (levels) =>
    expect(docSchema.safeParse(nest(levels)).success).toBe(true),
  );

  it.each([30, 450, 500, 600, 5000, 100_000])(
    'is rejected %i levels deep with a reason and without an exception',
    (levels) => {
      const parsed = docSchema.safeParse(nest(levels));
      expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['tooDeep']);
      expect(liveEntrySchema.safeParse({ body: nest(levels) }).success).toBe(false);
    },
  );
});

it('isTooDeep counts arrays and objects', () => {
  const arrays = (levels: number): unknown =>
    Array.from({ length: levels }).reduce((inner) => [inner], 1 as unknown);
  expect(isTooDeep(arrays(MOST_LEVELS))).toBe(false);
  expect(isTooDeep(arrays(MOST_LEVELS + 1))).toBe(true);
  expect([null, 1, 'x', undefined, {}, []].map((value) => isTooDeep(value))).toEqual(Array(6).fill(false));
});
