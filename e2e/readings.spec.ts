import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { dataDir } from './instance.ts';
import { inDatabase } from './in-database.ts';
import { expect, findArticle, signIn, test } from './journey.ts';

/* Readings that are counted, and the lists that are made of them. */

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const numberOf = (path: string) => Number(path.split('/')[2]);

/** How often the article was read, as the file of counts says. */
function readsOf(path: string): number {
  const file = new Sqlite(join(dataDir, 'reads.sqlite'), { readonly: true, timeout: 10_000 });
  try {
    return (
      (file.prepare('select sum(reads) from hours where number = ?').pluck().get(numberOf(path)) as number) ??
      0
    );
  } finally {
    file.close();
  }
}

test('a reading is counted once: without a cookie, and not again after a reload or a return', async ({
  page,
  context,
}) => {
  const path = findArticle('214 عشًا');
  const reports: string[] = [];
  page.on('request', (sent) => {
    if (sent.url().includes('/r/')) reports.push(sent.url());
  });
  const before = readsOf(path);

  await page.goto('/local');
  await context.addCookies([{ name: 'theme', value: 'dark', url: page.url() }]);
  const reporting = page.waitForRequest('**/r/*');
  await page.goto(path);
  const report = await reporting;
  const answer = (await report.response())!;
  expect([new URL(report.url()).pathname, answer.status()]).toEqual([`/r/${numberOf(path)}`, 204]);
  expect(await report.headerValue('cookie')).toBeNull();
  expect(answer.headers()['set-cookie']).toBeUndefined();
  expect(answer.headers()['cache-control']).toBe('no-store');

  await page.reload({ waitUntil: 'networkidle' });
  await page.goto('/local');
  await page.goBack({ waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'الأقدم', exact: true }).click();
  await page.waitForLoadState('networkidle');
  expect(reports).toHaveLength(1);
  await expect.poll(() => readsOf(path), { timeout: 30_000 }).toBe(before + 1);
});

test('a page of the newsroom and a list are not readings', async ({ page }) => {
  const reports: string[] = [];
  page.on('request', (sent) => {
    if (sent.url().includes('/r/')) reports.push(sent.url());
  });
  await signIn(page);
  for (const path of ['/', '/local', '/newsroom/articles'])
    await page.goto(path, { waitUntil: 'networkidle' });
  expect(reports).toEqual([]);
});

test('without scripts, an article shows what is read most, without itself and without what was retracted', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  type Row = { id: string; number: number; headline: string };
  const rows = inDatabase((database) => {
    const found = database
      .prepare(
        "select id, number, headline from articles where locale = 'ar' and status = 'published' order by number limit 7",
      )
      .all() as Row[];
    database.exec("delete from rankings where kind = 'read'");
    const insert = database.prepare("insert into rankings values ('read', 'ar', ?, ?)");
    found.forEach(({ id }, position) => insert.run(position, id));
    return found;
  });
  const own = rows[1]!;
  const setStatus = (status: string) =>
    inDatabase((database) =>
      database.prepare('update articles set status = ? where id = ?').run(status, rows[2]!.id),
    );
  const list = page.getByRole('region', { name: 'الأكثر قراءة' });
  const expected = (places: number[]) => places.map((n) => new RegExp(`${escape(rows[n]!.headline)}$`));

  await page.goto(`/n/${own.number}`);
  await expect(list.getByRole('listitem')).toHaveText(expected([0, 2, 3, 4, 5]));
  await expect(list.getByRole('listitem').first()).toHaveText(/^1/);
  setStatus('retracted');
  try {
    await page.reload();
    await expect(list.getByRole('listitem')).toHaveText(expected([0, 3, 4, 5, 6]));
  } finally {
    setStatus('published');
  }
  await page.goto('/');
  await expect(list.getByRole('listitem')).toHaveText(expected([0, 1, 2, 3, 4]));
  await list.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(rows[0]!.headline);
});
