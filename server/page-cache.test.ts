import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getArticle } from '#db/articles/articles.ts';
import { addComment, addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { letOut, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { env } from '#lib/env.ts';
import { PageCache } from './page-cache.ts';

const answer = (body: string, status = 200) => ({ status, headers: {}, body: Buffer.from(body) });
let articleId = '';

/** A cache whose pages say which render they came from; `hold` keeps renders waiting until it is called. */
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

/** Another process changes what readers see, before this one's loop turns again. */
function commitElsewhere() {
  const code = `import Sqlite from 'better-sqlite3'; new Sqlite(${JSON.stringify(env.databaseFile)}).exec('update sections set position = position');`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: join(import.meta.dirname, '..'),
  });
}

/** The loop looks at its sockets anew. */
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
  it('is rendered once, however many ask, together or later', async () => {
    const { cache, rendered } = makeCache();
    const pages = await Promise.all(Array.from({ length: 10 }, () => cache.get('/ar')));
    pages.push(await cache.get('/ar'), cache.fresh('/ar')!);
    expect(new Set(pages).size).toBe(1);
    expect(rendered).toEqual(['/ar']);
  });

  it('read off sockets in one turn of the loop shares a look at the database; the next turn, and whoever else asks, looks anew', async () => {
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

  it('read off sockets asks again within a turn before a crowd is answered', async () => {
    const { cache } = makeCache();
    await cache.get('/ar');
    await nextTurn();
    cache.freshForSocket('/ar');
    commitElsewhere();
    expect(Array.from({ length: 16 }, () => cache.freshForSocket('/ar')).at(-1)).toBeUndefined();
  });

  it('is another for another key', async () => {
    const { cache, rendered } = makeCache();
    const [one, two] = await Promise.all([cache.get('/ar'), cache.get('/en')]);
    expect(one).not.toBe(two);
    expect(rendered.sort()).toEqual(['/ar', '/en']);
  });

  it.each([404, 308, 500])('with status %i is given, not kept', async (status) => {
    const { cache, rendered } = makeCache({ render: (key) => answer(key, status) });
    expect((await cache.get('/ar/x')).status).toBe(status);
    expect(cache.fresh('/ar/x')).toBeUndefined();
    await cache.get('/ar/x');
    expect(rendered).toHaveLength(2);
  });

  it('that cannot be rendered fails for all who wait, and is tried again by the next', async () => {
    const { cache, rendered, hold } = makeCache({
      render: (key, count) => {
        if (count === 2) throw new Error('broken');
        return answer(key);
      },
    });
    // Nothing is read from the database any more: all three wait before the render can fail.
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

  it('is rendered again after an hour: its form token must stay fresh', async () => {
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
  it('that readers can see ends every entry at once', async () => {
    const { cache, rendered } = makeCache();
    await Promise.all([cache.get('/ar'), cache.get('/en')]);
    await addComment(articleId);
    expect([cache.fresh('/ar'), cache.fresh('/en')]).toEqual([undefined, undefined]);
    await cache.get('/ar');
    await cache.get('/en');
    expect(rendered).toHaveLength(4);
  });

  it('that they cannot see ends none', async () => {
    const { cache, rendered } = makeCache();
    const page = await cache.get('/ar');
    await addComment(articleId, { status: 'pending' });
    expect(await cache.get('/ar')).toBe(page);
    expect(cache.fresh('/ar')).toBe(page);
    expect(rendered).toHaveLength(1);
  });

  it('by another process ends them at the next asking', async () => {
    const { cache, rendered } = makeCache();
    await cache.get('/ar');
    commitElsewhere();
    expect(cache.fresh('/ar')).toBeUndefined();
    await cache.get('/ar');
    expect(rendered).toHaveLength(2);
  });

  it('while a page is rendered: who waited gets it, nobody after them', async () => {
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

  it('while a page is rendered: who asks after it does not get the old render', async () => {
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
  it('ends every entry: an article goes out without anybody writing', async () => {
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

  it('puts a text in place that waited for it, before any page is made: no ticker runs here', async () => {
    const editor = await addTestPerson('هدى', 'editor');
    const { id } = await write(editor, { headline: 'القديم' });
    const { article } = await letOut(id, editor);
    await type(id, editor, { headline: 'الجديد' });
    await letOut(id, editor, NOON, after(MINUTE));
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

  it('that passes while a page is rendered: it is not kept, and who asks after it gets another', async () => {
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

describe('memory', () => {
  const kilobyte = (key: string) => answer(key.padEnd(1000, '.'));

  it('holds what was asked for last, within its bytes', async () => {
    // Three pages with their compressed forms.
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

  it('gives a page that is larger than itself, and keeps nothing of it', async () => {
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

  it('counts a page that is rendered again once', async () => {
    const { cache } = makeCache({ render: kilobyte, maxBytes: 6500 });
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    vi.setSystemTime(after(60 * MINUTE));
    for (const key of ['/1', '/2', '/3']) await cache.get(key);
    expect(['/1', '/2', '/3'].map((key) => cache.fresh(key) !== undefined)).toEqual([true, true, true]);
  });
});
