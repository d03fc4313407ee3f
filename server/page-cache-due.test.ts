import { beforeAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { getArticle } from '#db/articles/articles.ts';
import { listArticles } from '#db/articles/cards.ts';
import { listBreaking } from '#db/front/breaking.ts';
import { addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { publishNow, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { requestTime } from '#lib/page-request.ts';
import { makeCache } from './test-cache.ts';

let article: { id: string; number: number };
const isRendered = (rendered: string[], times: number) =>
  expect.poll(() => rendered.length, { timeout: 60_000 }).toBe(times);

beforeAll(async () => {
  await addNewsroom();
  article = await publish();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a due time', () => {
  const newest = () => listArticles({}, { locale: 'ar', now: requestTime(), limit: 5 });

  it('at which an article becomes public without a write: pages that list it are rendered again', async () => {
    const { cache, rendered } = makeCache({
      read: (key) => (key === '/ar' ? newest() : getArticle(article.number, requestTime())),
    });
    await publish({ publishedAt: after(MINUTE).toISOString() });
    const [page, its] = [await cache.get('/ar'), await cache.get('/ar/local/1001/x')];
    vi.setSystemTime(after(MINUTE - 1));
    expect(await cache.get('/ar')).toBe(page);
    vi.setSystemTime(after(MINUTE));
    expect(cache.fresh('/ar')).toBeUndefined();
    const current = await cache.get('/ar');
    expect(current).not.toBe(page);
    expect(cache.fresh('/ar')).toBe(current);
    expect(await cache.get('/ar/local/1001/x')).toBe(its);
    expect(rendered).toEqual(['/ar', '/ar/local/1001/x', '/ar']);
  });

  it('applies scheduled revisions before any page is rendered, without the ticker', async () => {
    const editor = await addTestPerson('هدى', 'editor');
    const { id } = await write(editor, { headline: 'القديم' });
    const { article } = await publishNow(id, editor);
    await type(id, editor, { headline: 'الجديد' });
    await publishNow(id, editor, NOON, after(MINUTE));
    const shown: (string | undefined)[] = [];
    const { cache } = makeCache({
      read: async () => shown.push((await getArticle(article.number, requestTime()))?.headline),
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
    const { cache, rendered, hold } = makeCache({ read: () => listBreaking('ar', requestTime()) });
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
