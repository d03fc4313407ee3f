import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { addComment, addNewsroom, after, DAY, MINUTE, NOON, publish } from '#db/test-articles.ts';
import { watchStatements } from '#db/test-reader-reads.ts';
import { PageCache } from './page-cache.ts';

let articleId = '';

/** A cache whose pages say which render they came from. */
function makeCache() {
  const rendered: string[] = [];
  const cache = new PageCache(async (key) => ({ status: 200, headers: {}, body: Buffer.from(`${key} ${rendered.push(key)}`) }));
  return { cache, rendered };
}

beforeAll(async () => {
  await addNewsroom();
  articleId = (await publish()).id;
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a clock that jumps', () => {
  it('ahead for a minute and back again: what was made of the future ends', async () => {
    const { cache, rendered } = makeCache();
    await cache.get('/ar');
    vi.setSystemTime(after(400 * DAY));
    const future = await cache.get('/ar');
    vi.setSystemTime(after(MINUTE));
    expect(cache.fresh('/ar')).toBeUndefined();
    expect(cache.freshForSocket('/ar')).toBeUndefined();
    const present = await cache.get('/ar');
    expect(present).not.toBe(future);
    expect(cache.fresh('/ar')).toBe(present);
    expect(rendered).toHaveLength(3);
  });

  it('back by the little by which clocks are set right ends nothing', async () => {
    const { cache, rendered } = makeCache();
    await cache.get('/ar');
    vi.setSystemTime(after(-900));
    await cache.get('/ar');
    expect(rendered).toHaveLength(1);
  });
});

it('after a commit that moves no due time, none is asked for', async () => {
  const { cache } = makeCache();
  await cache.get('/ar');
  await addComment(articleId);
  const { seen, stop } = watchStatements();
  // A database opened anew prepares every statement that it is asked.
  closeDatabase();
  await cache.get('/ar');
  stop();
  expect([...seen].filter((sql) => /content_version/.test(sql))).not.toEqual([]);
  expect([...seen].filter((sql) => /breaking_until|front_slots|scheduled_revisions/.test(sql))).toEqual([]);
});
