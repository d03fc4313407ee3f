import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { countApproved } from '#db/comments/threads.ts';
import { db, openDatabase } from '#db/engine/client.ts';
import { listSections } from '#db/paper/sections.ts';
import { sections } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { env } from '#lib/env.ts';
import { keepUntil } from '#lib/page-request.ts';
import { answer, makeCache } from './test-cache.ts';

let article: { id: string; number: number };
let other: typeof article;

/** Another process changes public content before this process's event loop turns again. */
function commitElsewhere(by = 1) {
  const code = `import Sqlite from 'better-sqlite3'; new Sqlite(${JSON.stringify(env.databaseFile)}).exec('update sections set position = position + ${by}');`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: join(import.meta.dirname, '..'),
  });
}

/** Resolves after the next turn of the event loop. */
const nextTurn = () => new Promise(setImmediate);
const isRendered = (rendered: string[], times: number) =>
  expect.poll(() => rendered.length, { timeout: 60_000 }).toBe(times);

beforeAll(async () => {
  await addNewsroom();
  [article, other] = [await publish(), await publish()];
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a page', () => {
  it('is rendered once for concurrent and later requests', async () => {
    const { cache, rendered } = makeCache();
    const pages = await Promise.all(Array.from({ length: 10 }, () => cache.get('/ar')));
    pages.push(await cache.get('/ar'), cache.fresh('/ar')!);
    expect(new Set(pages).size).toBe(1);
    expect(rendered).toEqual(['/ar']);
  });

  it('for sockets reads the commit counter once a turn of the event loop; `fresh` reads it every time', async () => {
    const { cache } = makeCache();
    const page = await cache.get('/ar');
    await nextTurn();
    expect(cache.freshForSocket('/ar')).toBe(page);
    commitElsewhere();
    expect(cache.freshForSocket('/ar')).toBe(page);
    expect(cache.fresh('/ar')).toBeUndefined();
    await new Promise(setImmediate);
    expect(cache.freshForSocket('/ar')).toBeUndefined();
  });

  it('for sockets reads the commit counter again after 16 requests in one turn', async () => {
    const { cache } = makeCache();
    await cache.get('/ar');
    await nextTurn();
    cache.freshForSocket('/ar');
    commitElsewhere();
    expect(Array.from({ length: 16 }, () => cache.freshForSocket('/ar')).at(-1)).toBeUndefined();
  });

  it('differs for another key', async () => {
    const { cache, rendered } = makeCache();
    const [one, two] = await Promise.all([cache.get('/ar'), cache.get('/en')]);
    expect(one).not.toBe(two);
    expect(rendered.sort()).toEqual(['/ar', '/en']);
  });

  it.each([404, 308, 500])('with status %i is returned but not cached', async (status) => {
    const { cache, rendered } = makeCache({ render: (key) => answer(key, status) });
    expect((await cache.get('/ar/x')).status).toBe(status);
    expect(cache.fresh('/ar/x')).toBeUndefined();
    await cache.get('/ar/x');
    expect(rendered).toHaveLength(2);
  });

  it('that cannot be rendered fails for all waiting requests; the next request tries again', async () => {
    const { cache, rendered, hold } = makeCache({
      render: (key, count) => {
        if (count === 2) throw new Error('broken');
        return answer(key);
      },
    });
    // The versions have been read already, so all three wait before the render can fail.
    await cache.get('/en');
    const release = hold();
    const waiting = Promise.allSettled([cache.get('/ar'), cache.get('/ar'), cache.get('/ar')]);
    await nextTurn();
    release();
    expect(
      (await waiting).map((result) =>
        result.status === 'rejected' ? (result.reason as Error).message : 'page',
      ),
    ).toEqual(['broken', 'broken', 'broken']);
    expect((await cache.get('/ar')).status).toBe(200);
    expect(rendered).toEqual(['/en', '/ar', '/ar']);
  });

  it('that reads nothing is not cached: its reads may have been missed', async () => {
    const { cache, rendered } = makeCache({ read: () => Promise.resolve() });
    await cache.get('/ar');
    expect(cache.fresh('/ar')).toBeUndefined();
    await cache.get('/ar');
    expect(rendered).toHaveLength(2);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['writes', () => addComment(article.id, { status: 'pending' })],
    ['reads in a transaction', () => db().transaction((tx) => tx.select().from(sections))],
  ])('that %s is not cached', async (_name, act) => {
    const { cache } = makeCache({
      read: async () => {
        await listSections();
        await act();
      },
    });
    await cache.get('/ar');
    expect(cache.fresh('/ar')).toBeUndefined();
  });

  it('is rendered again from the time that it has named, and on the next day', async () => {
    const { cache, rendered } = makeCache({
      read: async (key) => {
        await listSections();
        if (key === '/ar/form') keepUntil(after(60 * MINUTE));
      },
    });
    const get = async () => [await cache.get('/ar'), await cache.get('/ar/form')];
    await get();
    vi.setSystemTime(after(60 * MINUTE - 1));
    await get();
    expect(rendered).toEqual(['/ar', '/ar/form']);
    vi.setSystemTime(after(60 * MINUTE));
    await get();
    expect(rendered).toEqual(['/ar', '/ar/form', '/ar/form']);
    vi.setSystemTime(after(DAY));
    await cache.get('/ar');
    expect(rendered).toHaveLength(4);
  });
});

describe('a change', () => {
  const count = (of: typeof article) => ({ read: () => countApproved(of.id) });

  it('of rows that a page has read: the page is rendered again', async () => {
    const { cache, rendered } = makeCache(count(article));
    const page = await cache.get('/ar');
    await addComment(article.id);
    expect(cache.fresh('/ar')).toBeUndefined();
    expect(await cache.get('/ar')).not.toBe(page);
    expect(rendered).toHaveLength(2);
  });

  it('of other rows: the page stays after its reads gave the same rows', async () => {
    const { cache, rendered } = makeCache(count(article));
    const page = await cache.get('/ar');
    await addComment(other.id);
    expect(cache.fresh('/ar')).toBeUndefined();
    expect(await cache.get('/ar')).toBe(page);
    expect(cache.fresh('/ar')).toBe(page);
    expect(rendered).toHaveLength(1);
  });

  it('that is taken back: the page of before is right again', async () => {
    const { cache, rendered } = makeCache();
    const page = await cache.get('/ar');
    commitElsewhere(1);
    commitElsewhere(-1);
    expect(await cache.get('/ar')).toBe(page);
    expect(rendered).toHaveLength(1);
  });

  it('asks each read once, however many pages share it', async () => {
    const { cache } = makeCache();
    const keys = Array.from({ length: 20 }, (_, n) => `/ar/${n}`);
    for (const key of keys) await cache.get(key);
    await addComment(other.id);
    const asked = vi.spyOn(openDatabase(), 'askAgain');
    for (const key of keys) await cache.get(key);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('is seen by concurrent requests in one check', async () => {
    const { cache } = makeCache();
    const page = await cache.get('/ar');
    await addComment(other.id);
    const asked = vi.spyOn(openDatabase(), 'askAgain');
    const pages = await Promise.all(Array.from({ length: 10 }, () => cache.get('/ar')));
    expect(new Set([page, ...pages]).size).toBe(1);
    expect(asked).toHaveBeenCalledTimes(1);
  });
  it('that readers cannot see drops no entry', async () => {
    const { cache, rendered } = makeCache();
    const page = await cache.get('/ar');
    await addComment(article.id, { status: 'pending' });
    expect(await cache.get('/ar')).toBe(page);
    expect(cache.fresh('/ar')).toBe(page);
    expect(rendered).toHaveLength(1);
  });

  it('by another process drops the entries at the next request', async () => {
    const { cache, rendered } = makeCache();
    await cache.get('/ar');
    commitElsewhere();
    expect(cache.fresh('/ar')).toBeUndefined();
    await cache.get('/ar');
    expect(rendered).toHaveLength(2);
  });

  it('during a render: waiting requests get the page, later ones do not', async () => {
    const { cache, rendered, hold } = makeCache(count(article));
    await cache.get('/en');
    const release = hold();
    const waiting = [cache.get('/ar'), cache.get('/ar')];
    await isRendered(rendered, 2);
    await nextTurn();
    await addComment(article.id);
    release();
    const [first, second] = await Promise.all(waiting);
    expect(first).toBe(second);
    expect(cache.fresh('/ar')).toBeUndefined();
    expect(await cache.get('/ar')).not.toBe(first);
    expect(rendered).toEqual(['/en', '/ar', '/ar']);
  });

  it('during a render, of other rows: the page is cached', async () => {
    const { cache, rendered, hold } = makeCache(count(article));
    await cache.get('/en');
    const release = hold();
    const waiting = cache.get('/ar');
    await isRendered(rendered, 2);
    await nextTurn();
    await addComment(other.id);
    release();
    const page = await waiting;
    expect(cache.fresh('/ar')).toBe(page);
  });

  it('during a render: a request after the change gets a new render', async () => {
    const { cache, rendered, hold } = makeCache(count(article));
    const release = hold();
    const before = cache.get('/ar');
    await isRendered(rendered, 1);
    await addComment(article.id);
    const later = cache.get('/ar');
    await isRendered(rendered, 2);
    release();
    const [old, current] = await Promise.all([before, later]);
    expect(current).not.toBe(old);
    expect(cache.fresh('/ar')).toBe(current);
  });
});
