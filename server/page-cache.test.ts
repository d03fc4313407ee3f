import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getArticle } from '#db/articles/articles.ts';
import { addComment, addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { publishNow, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { env } from '#lib/env.ts';
import { PageCache } from './page-cache.ts';

const answer = (body: string, status = 200) => ({ status, headers: {}, body: Buffer.from(body) });
let articleId = '';

/**
 * A cache whose pages contain the number of their render; `hold` delays renders until its result is called.
 */
function makeCache({
  render = (key: string, count: number) => answer(`${key} ${count}`),
  maxBytes,
}: { render?: (key: string, count: number) => ReturnType<typeof answer>; maxBytes?: number } = {}) {
  const rendered: string[] = [];
  let gate = Promise.resolve();
  const cache = new PageCache(async (key) => {
    rendered.push(key);
    const count = rendered.length;
    await gate;
    return render(key, count);
  }, maxBytes);
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return () => {
      gate = Promise.resolve();
      resolve();
    };
  };
  return { cache, rendered, hold };
}

/** Another process changes public content before this process's event loop turns again. */
function commitElsewhere() {
  const code = `import Sqlite from 'better-sqlite3'; new Sqlite(${JSON.stringify(env.databaseFile)}).exec('update sections set position = position');`;
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
  articleId = (await publish()).id;
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

  it('is rendered again after an hour, so that its form token stays fresh', async () => {
    const { cache, rendered } = makeCache();
    await cache.get('/ar');
    vi.setSystemTime(after(60 * MINUTE - 1));
    await cache.get('/ar');
    expect(rendered).toHaveLength(1);
    vi.setSystemTime(after(60 * MINUTE));
    await cache.get('/ar');
    expect(rendered).toHaveLength(2);
  });
});

describe('a change', () => {
  it('that readers can see drops every entry at once', async () => {
    const { cache, rendered } = makeCache();
    await Promise.all([cache.get('/ar'), cache.get('/en')]);
    await addComment(articleId);
    expect([cache.fresh('/ar'), cache.fresh('/en')]).toEqual([undefined, undefined]);
    await cache.get('/ar');
    await cache.get('/en');
    expect(rendered).toHaveLength(4);
  });

  it('that readers cannot see drops no entry', async () => {
    const { cache, rendered } = makeCache();
    const page = await cache.get('/ar');
    await addComment(articleId, { status: 'pending' });
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
    const { cache, rendered, hold } = makeCache();
    await cache.get('/en');
    const release = hold();
    const waiting = [cache.get('/ar'), cache.get('/ar')];
    await isRendered(rendered, 2);
    await nextTurn();
    await addComment(articleId);
    release();
    const [first, second] = await Promise.all(waiting);
    expect(first).toBe(second);
    expect(cache.fresh('/ar')).toBeUndefined();
    expect(await cache.get('/ar')).not.toBe(first);
    expect(rendered).toEqual(['/en', '/ar', '/ar']);
  });

  it('during a render: a request after the change gets a new render', async () => {
    const { cache, rendered, hold } = makeCache();
    const release = hold();
    const before = cache.get('/ar');
    await isRendered(rendered, 1);
    await addComment(articleId);
    const later = cache.get('/ar');
    await isRendered(rendered, 2);
    release();
    const [old, current] = await Promise.all([before, later]);
    expect(current).not.toBe(old);
    expect(cache.fresh('/ar')).toBe(current);
  });
});

describe('a due time', () => {
  it('drops every entry, because an article becomes public without a write', async () => {
    const { cache, rendered } = makeCache();
    await publish({ publishedAt: after(MINUTE).toISOString() });
    const page = await cache.get('/ar');
    vi.setSystemTime(after(MINUTE - 1));
    expect(await cache.get('/ar')).toBe(page);
    vi.setSystemTime(after(MINUTE));
    expect(cache.fresh('/ar')).toBeUndefined();
    const current = await cache.get('/ar');
    expect(current).not.toBe(page);
    expect(cache.fresh('/ar')).toBe(current);
    expect(rendered).toHaveLength(2);
  });

  it('applies scheduled revisions before any page is rendered, without the ticker', async () => {
    const editor = await addTestPerson('هدى', 'editor');
    const { id } = await write(editor, { headline: 'القديم' });
    const { article } = await publishNow(id, editor);
    await type(id, editor, { headline: 'الجديد' });
    await publishNow(id, editor, NOON, after(MINUTE));
    const shown: (string | undefined)[] = [];
    const cache = new PageCache(async () => {
      shown.push((await getArticle(article.number, new Date()))?.headline);
      return answer('');
    });
    await cache.get('/ar');
    vi.setSystemTime(after(MINUTE - 1));
    await cache.get('/ar');
    vi.setSystemTime(after(MINUTE));
    expect(cache.fresh('/ar')).toBeUndefined();
    await Promise.all([cache.get('/ar'), cache.get('/ar'), cache.get('/ar')]);
    expect(shown).toEqual(['القديم', 'الجديد']);
  });

  it('that passes during a render: the page is not cached, and later requests get a new one', async () => {
    const { cache, rendered, hold } = makeCache();
    vi.setSystemTime(after(2 * MINUTE));
    await publish({ breakingUntil: after(3 * MINUTE).toISOString() });
    const release = hold();
    const before = cache.get('/ar');
    await isRendered(rendered, 1);
    vi.setSystemTime(after(3 * MINUTE));
    const later = cache.get('/ar');
    await isRendered(rendered, 2);
    release();
    const [old, current] = await Promise.all([before, later]);
    expect(current).not.toBe(old);
    expect(rendered).toHaveLength(2);
    expect(cache.fresh('/ar')).toBe(current);
  });
});

describe('the memory of the cache', () => {
  const kilobyte = (key: string) => answer(key.padEnd(1000, '.'));

  it('holds the most recently used pages within its limit', async () => {
    // Three pages with their compressed variants.
    const { cache } = makeCache({ render: kilobyte, maxBytes: 6500 });
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    cache.fresh('/1');
    await cache.get('/4');
    expect(['/1', '/2', '/3', '/4'].map((key) => cache.fresh(key) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('does not hold a page that is larger than the limit, but returns it', async () => {
    const { cache } = makeCache({ render: kilobyte, maxBytes: 1000 });
    expect((await cache.get('/1')).bytes).toBeGreaterThan(1000);
    expect(cache.fresh('/1')).toBeUndefined();
  });

  it('is free again after a change', async () => {
    const { cache } = makeCache({ render: kilobyte, maxBytes: 6500 });
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    await addComment(articleId);
    for (const key of ['/4', '/5', '/6']) await cache.get(key);
    expect(['/4', '/5', '/6'].map((key) => cache.fresh(key) !== undefined)).toEqual([true, true, true]);
  });

  it('counts a page once when it is rendered again', async () => {
    const { cache } = makeCache({ render: kilobyte, maxBytes: 6500 });
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    vi.setSystemTime(after(60 * MINUTE));
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    expect(['/1', '/2', '/3'].map((key) => cache.fresh(key) !== undefined)).toEqual([true, true, true]);
  });
});
