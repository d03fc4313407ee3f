import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { countApproved } from '#db/comments/threads.ts';
import { addComment, addNewsroom, publish } from '#db/testing/articles.ts';
import type { PageCache } from './page-cache.ts';
import { answer, makeCache } from './test-cache.ts';
import { ask } from './test-request.ts';

let article: { id: string };
beforeAll(async () => {
  await addNewsroom();
  article = await publish();
});

describe('the memory of the cache', () => {
  const SIZE = 100_000;
  /** Bytes that no compression makes smaller. */
  const render = () => ({ ...answer(''), body: randomBytes(SIZE) });
  const kept = (cache: PageCache, keys: string[]) => keys.map((key) => cache.fresh(key) !== undefined);

  it('holds the most recently used pages within its limit', async () => {
    const { cache } = makeCache({ render, maxBytes: 3.5 * SIZE });
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    cache.fresh('/1');
    await cache.get('/4');
    expect(kept(cache, ['/1', '/2', '/3', '/4'])).toEqual([true, false, true, true]);
  });

  it('does not hold a page that is larger than the limit, but returns it', async () => {
    const { cache } = makeCache({ render, maxBytes: SIZE });
    expect((await cache.get('/1')).bytes).toBeGreaterThan(SIZE);
    expect(cache.fresh('/1')).toBeUndefined();
  });

  it('counts a page once when it is rendered again', async () => {
    const { cache } = makeCache({ render, maxBytes: 3.5 * SIZE, read: () => countApproved(article.id) });
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    await addComment(article.id);
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    expect(kept(cache, ['/1', '/2', '/3'])).toEqual([true, true, true]);
  });

  it('holds only the compressed bytes of a page', async () => {
    const { cache } = makeCache({ render: () => answer('<p>خبر</p>'.repeat(20_000)) });
    const page = await cache.get('/1');
    await expect.poll(() => page.bytes, { timeout: 60_000 }).toBeLessThan(10_000);
  });

  it('counts a second encoding when a client asks for it', async () => {
    const { cache } = makeCache({ render, maxBytes: 2.5 * SIZE });
    const [first, second] = [await cache.get('/1'), await cache.get('/2')];
    await ask((request, response) => second.send(request, response), {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(kept(cache, ['/1', '/2'])).toEqual([false, true]);
    expect(first.bytes).toBeLessThan(second.bytes);
  });

  it('is what the process takes for the bytes', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const measure = () => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    const { cache } = makeCache({ render: () => ({ ...answer(''), body: randomBytes(12_000) }) });
    const keys = Array.from({ length: 200 }, (_, n) => `/${n}`);
    const before = measure();
    for (const key of keys) {
      const page = await cache.get(key);
      await page.pack();
      await ask((request, response) => page.send(request, response), {
        headers: { 'accept-encoding': 'gzip' },
      });
    }
    const counted = keys.reduce((sum, key) => sum + cache.fresh(key)!.bytes, 0);
    expect(measure() - before).toBeLessThan(1.1 * counted);
  });
});
