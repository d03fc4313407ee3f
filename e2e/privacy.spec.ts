import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, readServerLog } from './house.ts';
import { canary, CANARY, expect, findArticle, test, writeComment } from './journey.ts';

test('no address of a commenter stands in anything a reader can get, in the log or in the database file', async ({ page, request }) => {
  const article = await findArticle(page, 'المياه تصل');
  await page.goto(article);
  await writeComment(page, { body: 'خبر سار لأهل الحي العالي', name: 'نادر', email: canary('nadir.hidden') });
  await expect(page.getByRole('article', { name: 'تعليقك' })).toBeVisible();

  const sitemap = await (await request.get('/sitemap.xml')).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url!).pathname);
  const more = ['/feed.xml', '/en/feed.xml', '/local/feed.xml', '/sitemap.xml', '/manifest.webmanifest', '/search?q=reader', '/search?q=canary', '/corrections', '/archive', '/nowhere', page.url()];
  for (const path of [...paths, ...more]) {
    const answer = await request.get(path);
    expect(`${path} ${CANARY.exec((await answer.text()) + JSON.stringify(answer.headers()))?.[0] ?? ''}`).toBe(`${path} `);
  }
  expect(CANARY.exec(readServerLog())?.[0]).toBeUndefined();
  for (const file of readdirSync(dataDir).filter((name) => name.startsWith('midad.sqlite'))) {
    expect(`${file} ${CANARY.exec(readFileSync(join(dataDir, file), 'latin1'))?.[0] ?? ''}`).toBe(`${file} `);
  }
});

test('a fault of ours is a designed page without a word of what went wrong', async ({ request }) => {
  // The longest address that Node lets in, in every place a page reads one.
  const long = 'ط'.repeat(2000);
  for (const path of [`/${long}`, `/tag/${long}`, `/search?q=${long}`, `/local?page=${'9'.repeat(400)}`]) {
    const answer = await request.get(encodeURI(path), { maxRedirects: 0 });
    expect([200, 404, 414, 431]).toContain(answer.status());
    expect(await answer.text()).not.toMatch(/at \w+ \(|node_modules|SQLITE|Error:/);
  }
});
