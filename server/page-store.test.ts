import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { countApproved } from '#db/comments/threads.ts';
import { addComment, addNewsroom, after, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { keepUntil } from '#lib/page-request.ts';
import { PageFile } from '#db/engine/page-file.ts';
import { openRaw } from '#db/testing/raw-file.ts';
import { answer, makeCache } from './test-cache.ts';
import { ask } from './test-request.ts';

const MEGABYTE = 1024 * 1024;
let article: { id: string };
let path = '';

beforeAll(async () => {
  await addNewsroom();
  article = await publish();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  path = join(mkdtempSync(join(tmpdir(), 'midad-pages-')), 'pages.sqlite');
});
afterEach(() => {
  vi.useRealTimers();
});

const read = () => countApproved(article.id);
const render = (key: string, count: number) => answer(`<p>خبر ${key} ${count}</p>`);
function inRaw<T>(work: (file: ReturnType<typeof openRaw>) => T): T {
  const file = openRaw(path);
  try {
    return work(file);
  } finally {
    file.close();
  }
}
/** Zeros, as after a power failure. */
const overwrite = (at: number) => {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0, at, at + 4096));
};
const isStored = (key: string) => {
  const file = openRaw(path);
  const found = file.prepare('select 1 from pages where key = ?').get(key) !== undefined;
  file.close();
  return found;
};

/** One process with a cache and a store; `end` is its shutdown, after all pages are written. */
async function open(maxBytes = MEGABYTE) {
  const store = new PageFile(path, maxBytes);
  const { cache, rendered } = makeCache({ read, render, store });
  const write = async (key: string) => {
    await store.flush();
    return expect.poll(async () => (await store.flush(), isStored(key)), { timeout: 60_000 }).toBe(true);
  };
  return { cache, rendered, store, write };
}

describe('a page in the store', () => {
  it('is served after a restart without a render, with the same bytes and ETag', async () => {
    const before = await open();
    const page = await before.cache.get('/ar');
    await before.write('/ar');
    before.store.close();
    const { cache, rendered } = await open();
    const found = await cache.get('/ar');
    expect(rendered).toEqual([]);
    expect(cache.fresh('/ar')).toBe(found);
    for (const encoding of ['br', 'gzip', 'identity']) {
      const [then, now] = await Promise.all(
        [page, found].map((each) =>
          ask((request, response) => each.send(request, response), {
            headers: { 'accept-encoding': encoding },
          }),
        ),
      );
      expect(now!.body.equals(then!.body)).toBe(true);
      expect({ ...now!.headers, date: '' }).toEqual({ ...then!.headers, date: '' });
    }
  });

  it('is rendered again after a restart if its rows have changed meanwhile', async () => {
    const before = await open();
    await before.cache.get('/ar');
    await before.write('/ar');
    before.store.close();
    await addComment(article.id);
    const { cache, rendered } = await open();
    await cache.get('/ar');
    expect(rendered).toEqual(['/ar']);
  });

  it('is shared by workers, also if one of them has never run its statements', async () => {
    const [one, two] = [await open(), await open()];
    await one.cache.get('/ar');
    await one.write('/ar');
    await two.cache.get('/ar');
    expect(two.rendered).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['on the next day', () => vi.setSystemTime(after(DAY))],
    ['after the clock went back', () => vi.setSystemTime(after(-MINUTE))],
  ])('is not served %s', async (_name, pass) => {
    const before = await open();
    await before.cache.get('/ar');
    await before.write('/ar');
    pass();
    const { cache, rendered } = await open();
    await cache.get('/ar');
    expect(rendered).toEqual(['/ar']);
  });

  it('is not served from the time that its render has named', async () => {
    const store = new PageFile(path, MEGABYTE);
    const withEnd = async () => {
      keepUntil(after(MINUTE));
      await read();
    };
    const before = makeCache({ read: withEnd, store });
    await before.cache.get('/ar');
    await expect.poll(async () => (await store.flush(), isStored('/ar')), { timeout: 60_000 }).toBe(true);
    vi.setSystemTime(after(MINUTE));
    const { cache, rendered } = await open();
    await cache.get('/ar');
    expect(rendered).toEqual(['/ar']);
  });

  // A power failure can leave zeros for a part of a row, and SQLite does not notice it.
  it.each(['brotli', 'reads', 'type'])(
    'is rendered again if its %s was damaged in the file',
    async (column) => {
      const before = await open();
      await before.cache.get('/ar');
      await before.write('/ar');
      before.store.close();
      const file = openRaw(path);
      const row = file.prepare(`select ${column} from pages`).pluck().get() as Buffer | string;
      const damaged = Buffer.from(row as Buffer);
      damaged.fill(0, damaged.length - 8);
      file
        .prepare(`update pages set ${column} = ?`)
        .run(typeof row === 'string' ? damaged.toString('latin1') : damaged);
      file.close();
      const { cache, rendered, store, write } = await open();
      const body = await ask(
        (request, response) => cache.get('/ar').then((page) => page.send(request, response)),
        {
          headers: { 'accept-encoding': 'identity' },
        },
      );
      expect([body.status, rendered]).toEqual([200, ['/ar']]);
      await write('/ar');
      store.close();
      const next = await open();
      await next.cache.get('/ar');
      expect(next.rendered).toEqual([]);
    },
  );

  it('replaces the text of its statement if that was damaged in the file', async () => {
    const before = await open();
    await before.cache.get('/ar');
    await before.write('/ar');
    before.store.close();
    const file = openRaw(path);
    file.exec("update statements set sql = 'x'");
    file.close();
    const after = new PageFile(path, MEGABYTE);
    const again = makeCache({ read, store: after });
    await again.cache.get('/en');
    await expect.poll(async () => (await after.flush(), isStored('/en')), { timeout: 60_000 }).toBe(true);
    const raw = openRaw(path);
    expect(raw.prepare("select count(*) from statements where sql = 'x'").pluck().get()).toBe(0);
    raw.close();
  });

  it('is deleted when its rows have changed and it is no page any more', async () => {
    const { cache, write, store } = await open();
    await cache.get('/ar');
    await write('/ar');
    await addComment(article.id);
    const gone = makeCache({ read, render: (key) => answer(key, 404), store });
    await gone.cache.get('/ar');
    await store.flush();
    expect(isStored('/ar')).toBe(false);
  });
});

describe('the file', () => {
  it('loses pages of past days when it is opened, although nothing is written', async () => {
    const { cache, write, store } = await open();
    await cache.get('/ar');
    await write('/ar');
    store.close();
    vi.setSystemTime(after(2 * DAY));
    new PageFile(path, MEGABYTE).close();
    expect(isStored('/ar')).toBe(false);
  });

  it('loses them while it is open, every minute', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval'], now: NOON });
    const { cache, write, store } = await open();
    await cache.get('/ar');
    await write('/ar');
    vi.setSystemTime(after(2 * DAY));
    vi.advanceTimersByTime(MINUTE);
    expect(isStored('/ar')).toBe(false);
    store.close();
  });

  it('that another process is writing: pages are rendered and written later', async () => {
    const { cache, store, write, rendered } = await open();
    const other = openRaw(path);
    other.exec('begin immediate');
    expect((await cache.get('/ar')).status).toBe(200);
    await store.flush();
    expect(rendered).toEqual(['/ar']);
    other.exec('rollback');
    await write('/ar');
  });

  it.each<[string, () => void]>([
    ['lost its tables', () => inRaw((file) => file.exec('drop table pages'))],
    ['lost the root of its tables', () => overwrite(4096)],
  ])('that %s is logged once, and a new one is used within a minute', async (_name, damage) => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval'], now: NOON });
    const before = await open();
    await before.cache.get('/ar');
    await before.write('/ar');
    before.store.close();
    const { cache, rendered, store, write } = await open();
    const other = await open();
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    damage();
    await cache.get('/ar');
    await cache.get('/en');
    expect(rendered).toEqual(['/ar', '/en']);
    expect(said).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(MINUTE);
    await cache.get('/ar/local');
    await write('/ar/local');
    // Another worker leaves the deleted file.
    await other.cache.get('/ar/local');
    expect(other.rendered).toEqual([]);
    said.mockRestore();
    for (const each of [store, other.store]) each.close();
  });

  it('that was damaged before the start is replaced at once', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const end of ['', '-wal']) writeFileSync(path + end, Buffer.alloc(20_000, 'x'));
    const { cache, write, store } = await open();
    await cache.get('/ar');
    await write('/ar');
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
    store.close();
  });
});
