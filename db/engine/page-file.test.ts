import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRaw } from '#db/testing/raw-file.ts';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { PageFile } from './page-file.ts';

const MEGABYTE = 1024 * 1024;
const BYTES = 20_000;
const DAY = 86_400_000;

let path = '';
let store: PageFile;
beforeEach(() => {
  path = join(mkdtempSync(join(env.dataDir, 'pages-')), 'pages.sqlite');
  store = new PageFile(path, MEGABYTE);
});
afterEach(() => {
  store.close();
});

const now = Date.now();
const makePage = (given: { brotli?: Buffer; renderedAt?: number } = {}) => ({
  brotli: Buffer.alloc(BYTES, 1),
  hash: 'h',
  type: 'text/html',
  reads: '[]',
  day: '2026-11-23',
  renderedAt: now,
  expires: Infinity,
  ...given,
});
function inFile<T>(work: (file: Sqlite.Database) => T): T {
  const file = openRaw(path);
  try {
    return work(file);
  } finally {
    file.close();
  }
}
const keys = () => inFile((file) => file.prepare('select key from pages order by key').pluck().all());

/** Limits the file of a store to so many pages: SQLite then fails as on a full disk. */
const limit = (most: number) =>
  (Reflect.get(Reflect.get(store, 'rows') as object, 'file') as Sqlite.Database).pragma(
    `max_page_count = ${most}`,
  );

describe('the file of cached pages', () => {
  it('is bounded: the oldest pages make room', async () => {
    for (let n = 0; n < 1000; n++) store.save(`/ar/${n}`, makePage({ renderedAt: now + n }));
    await store.flush();
    const { pages, oldest } = inFile((file) =>
      file.prepare('select count(*) as pages, min(rendered_at) as oldest from pages').get(),
    ) as { pages: number; oldest: number };
    expect(pages * BYTES).toBeLessThan(MEGABYTE + 25 * BYTES);
    expect(oldest).toBeGreaterThan(now);
    expect(store.load('/ar/999')).toBeDefined();
  });

  it('is used again when a full disk has room, and the fault is logged once', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    store.save('/ar/old', makePage());
    await store.flush();
    limit(inFile((file) => file.pragma('page_count', { simple: true }) as number));
    store.save('/ar/large', makePage({ brotli: Buffer.alloc(5 * BYTES, 7) }));
    await store.flush();
    await store.flush();
    expect([keys(), said.mock.calls.length]).toEqual([['/ar/old'], 1]);
    limit(1000);
    await store.flush();
    expect(keys()).toEqual(['/ar/large', '/ar/old']);
    said.mockRestore();
  });

  describe('while many pages are deleted', () => {
    /** The most pages that were deleted in one turn of the event loop. */
    async function mostOfTurn(isDone: () => boolean): Promise<number> {
      const counts = [keys().length];
      while (!isDone()) {
        await new Promise(setImmediate);
        counts.push(keys().length);
      }
      return Math.max(...counts.slice(1).map((count, n) => counts[n]! - count));
    }

    it('leaves turns of the event loop between portions of those that expired', async () => {
      for (let n = 0; n < 400; n++)
        store.save(`/ar/${n}`, makePage({ brotli: Buffer.alloc(10, 1), renderedAt: now - 2 * DAY }));
      store.save('/ar/new', makePage());
      await store.flush();
      store.close();
      store = new PageFile(path, MEGABYTE);
      expect(keys().length).toBeGreaterThan(300);
      expect(await mostOfTurn(() => keys().length === 1)).toBeLessThanOrEqual(50);
      expect(keys()).toEqual(['/ar/new']);
    });

    it('leaves turns of the event loop between portions of those that make room', async () => {
      store.close();
      store = new PageFile(path, 100 * MEGABYTE);
      for (let n = 0; n < 400; n++) store.save(`/ar/${n}`, makePage({ brotli: Buffer.alloc(6000, 1) }));
      await store.flush();
      store.close();
      store = new PageFile(path, MEGABYTE / 16);
      store.save('/ar/new', makePage({ renderedAt: now + 1 }));
      let isDone = false;
      void store.flush().then(() => (isDone = true));
      expect(keys().length).toBeGreaterThan(300);
      expect(await mostOfTurn(() => isDone)).toBeLessThanOrEqual(50);
      expect(keys().length).toBeLessThan(10);
    });
  });

  describe('with words that were taken back', () => {
    const words = randomBytes(300);
    const brotli = Buffer.concat([words, Buffer.alloc(BYTES, 1)]);
    const holdWords = () =>
      [path, `${path}-wal`].some((name) => existsSync(name) && readFileSync(name).includes(words));

    it.each<[string, () => void]>([
      ['was deleted', () => store.remove('/ar')],
      ['was rendered again', () => store.save('/ar', makePage())],
    ])('does not hold them after their page %s', async (_name, change) => {
      for (let n = 0; n < 20; n++) store.save(`/ar/${n}`, makePage());
      store.save('/ar', makePage({ brotli }));
      await store.flush();
      expect(holdWords()).toBe(true);
      change();
      await store.flush();
      expect(holdWords()).toBe(false);
    });

    it('does not hold them after their page expired', async () => {
      store.save('/ar', makePage({ brotli, renderedAt: now - 2 * DAY }));
      await store.flush();
      store.close();
      store = new PageFile(path, MEGABYTE);
      await expect.poll(holdWords).toBe(false);
    });

    it('does not hold them for long if another process reads at the deletion', async () => {
      store.save('/ar', makePage({ brotli }));
      await store.flush();
      const other = openRaw(path);
      other.exec('begin; select * from pages');
      store.remove('/ar');
      await store.flush();
      expect(holdWords()).toBe(true);
      other.exec('commit');
      await expect.poll(holdWords, { timeout: 60_000 }).toBe(false);
      other.close();
    });
  });

  it('is used by all of several workers that start at once', async () => {
    const dataDir = mkdtempSync(join(env.dataDir, 'starts-'));
    for (let round = 0; round < 3; round++) {
      path = join(dataDir, `pages-${round}.sqlite`);
      const start = () =>
        runProcess(
          `import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
           import { PageFile } from '#db/engine/page-file.ts';
           const [ready, path] = ${JSON.stringify([join(dataDir, `ready-${round}`), path])};
           mkdirSync(ready, { recursive: true });
           writeFileSync(ready + '/' + process.pid, '');
           while (readdirSync(ready).length < 3);
           const store = new PageFile(path, ${MEGABYTE});
           console.log(store.rows !== undefined);
           store.close();`,
          dataDir,
        );
      expect(await Promise.all([start(), start(), start()])).toEqual(['true', 'true', 'true']);
    }
  });
});
