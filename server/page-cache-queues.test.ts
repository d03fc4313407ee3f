import { beforeAll, describe, expect, it } from 'vitest';
import { addNewsroom } from '#db/testing/articles.ts';
import { Busy, RenderGate } from './render-gate.ts';
import { answer, makeCache } from './test-cache.ts';

beforeAll(addNewsroom);

describe('a page that several networks request', () => {
  const of = (network: string) => ({ network, isGone: () => false });

  it('does not wait behind the other requests of the first network', async () => {
    const held = Promise.withResolvers<void>();
    const { cache, rendered } = makeCache({
      render: async (key) => {
        if (key !== '/ar') await held.promise;
        return answer(key);
      },
      gate: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 400, mostWaitingOfNetwork: 100 }),
    });
    // The versions are read once: from then on a request is queued at once, in order.
    await cache.refresh();
    const flood = Array.from({ length: 50 }, (_, n) => cache.get(`/ar/x${n}`, of('a')));
    const theirs = cache.get('/ar', of('a'));
    await expect.poll(() => rendered.length, { timeout: 60_000 }).toBe(1);
    const page = await cache.get('/ar', of('b'));
    expect(rendered).toEqual(['/ar/x0', '/ar']);
    expect(await theirs).toBe(page);
    held.resolve();
    await Promise.all(flood);
    expect(rendered.filter((key) => key === '/ar')).toHaveLength(1);
  });

  it('is refused to the network whose queue is full, and rendered for the others', async () => {
    const held = Promise.withResolvers<void>();
    const { cache } = makeCache({
      render: async (key) => {
        if (key !== '/ar') await held.promise;
        return answer(key);
      },
      gate: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 400, mostWaitingOfNetwork: 1 }),
    });
    await cache.refresh();
    const flood = [cache.get('/ar/x0', of('a')), cache.get('/ar/x1', of('a'))];
    await new Promise(setImmediate);
    await expect(cache.get('/ar', of('a'))).rejects.toBeInstanceOf(Busy);
    expect((await cache.get('/ar', of('b'))).status).toBe(200);
    held.resolve();
    await Promise.all(flood);
  });
});
