import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addComment, addNewsroom, after, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { closeDatabase } from '#db/engine/client.ts';
import { getArticle } from '#db/articles/articles.ts';
import { getDraft } from '#db/articles/drafts.ts';
import { publishNow, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { env } from '#lib/env.ts';
import { requestTime } from '#lib/page-request.ts';
import { watchStatements } from '#db/testing/reader-reads.ts';
import { makeCache } from './test-cache.ts';

let articleId = '';

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
  it('ahead and back again: pages that were rendered in the future are dropped', async () => {
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

  it('back by less than a second, as a time correction does: no page is dropped', async () => {
    const { cache, rendered } = makeCache();
    await cache.get('/ar');
    vi.setSystemTime(after(-900));
    await cache.get('/ar');
    expect(rendered).toHaveLength(1);
  });
});

it('reads no due time after a commit that does not change one', async () => {
  const { cache } = makeCache();
  await cache.get('/ar');
  await addComment(articleId);
  const { seen, stop } = watchStatements();
  // A reopened database prepares every statement that is run.
  closeDatabase();
  await cache.get('/ar');
  stop();
  expect([...seen].filter((sql) => /content_version/.test(sql))).not.toEqual([]);
  expect([...seen].filter((sql) => /breaking_until|front_slots|scheduled_revisions/.test(sql))).toEqual([]);
});

/** Another process that locks the database file until it is told to release it. */
async function lockFile(): Promise<() => Promise<void>> {
  const code = `
    import Sqlite from 'better-sqlite3';
    const file = new Sqlite(${JSON.stringify(env.databaseFile)});
    file.exec('begin immediate');
    console.log('held');
    process.stdin.once('data', () => { file.exec('commit'); process.exit(0); });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.write('go\n');
    await once(child, 'close');
  };
}

it('renders pages while another process locks the database at a scheduled revision’s time, and applies the revision after the lock is released', async () => {
  const editor = await addTestPerson('هدى', 'editor');
  const { id } = await write(editor, { headline: 'العنوان القديم' });
  const { article } = await publishNow(id, editor);
  await type(id, editor, { headline: 'العنوان الجديد' });
  await publishNow(id, editor, NOON, after(MINUTE));
  const { cache, rendered } = makeCache({ read: () => getArticle(article.number, requestTime()) });
  await cache.get('/ar');
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const release = await lockFile();
  vi.setSystemTime(after(MINUTE));
  await Promise.all([cache.get('/ar'), cache.get('/ar'), cache.get('/en')]);
  const page = await cache.get('/ar');
  expect(cache.fresh('/ar')).toBe(page);
  await release();
  await expect
    .poll(async () => (await getDraft(id))!.article.headline, { timeout: 60_000 })
    .toBe('العنوان الجديد');
  expect(cache.fresh('/ar')).toBeUndefined();
  const before = rendered.length;
  await cache.get('/ar');
  expect(rendered).toHaveLength(before + 1);
  expect(said).not.toHaveBeenCalled();
});
