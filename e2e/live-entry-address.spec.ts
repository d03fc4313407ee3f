import { v7 } from 'uuid';
import { inDatabase } from './in-database.ts';
import { expect, test } from './journey.ts';
import { coverage } from './live-coverage.ts';

test('the address of an entry opens it however many newer ones there are; search engines get the newest twenty', async ({
  page,
}) => {
  const live = coverage();
  const body = JSON.stringify({
    type: 'doc',
    v: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'نص' }] }],
  });
  const oldest = inDatabase((database) => {
    const insert = database.prepare(
      'insert into live_entries (id, article_id, at, headline, body, is_key, is_pinned, created_at, updated_at) values (?, ?, ?, ?, ?, 0, 0, ?, ?)',
    );
    const now = Date.now();
    // A millisecond apart, so that an entry of an earlier test is older than all of them.
    for (let n = 0; n < 60; n++) insert.run(v7(), live.id, now - (60 - n), `سجل ${n}`, body, now, now);
    return (
      database
        .prepare('select id from live_entries where article_id = ? order by at limit 1')
        .get(live.id) as { id: string }
    ).id;
  });
  await page.goto(live.path);
  const shown = page.locator('#live-entries > .live-entry');
  await expect(shown).toHaveCount(25);
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').first().textContent())!,
  ) as {
    '@type': string;
    liveBlogUpdate: { headline: string; url: string }[];
    coverageStartTime: string;
    coverageEndTime?: string;
    image: string[];
  };
  expect(data['@type']).toBe('LiveBlogPosting');
  expect(data.liveBlogUpdate).toHaveLength(20);
  expect(data.liveBlogUpdate[0]).toMatchObject({ headline: 'سجل 59' });
  expect([Date.parse(data.coverageStartTime) < Date.now(), data.coverageEndTime]).toEqual([true, undefined]);
  expect(data.image.length).toBeGreaterThan(0);

  // In feeds the coverage is one item that changes: it has the newest ten entries, each with a link.
  const tag = (await page.locator('a[rel=tag]').first().getAttribute('href'))!;
  type Item = { id: string; content_html: string; date_modified: string };
  const { items } = (await (await page.request.get(`${tag}/feed.json`)).json()) as { items: Item[] };
  const [item, ...twice] = items.filter(({ id }) => id.endsWith(`/n/${live.number}`));
  expect(twice).toEqual([]);
  expect(item!.content_html.match(/سجل \d+/g)).toEqual(Array.from({ length: 10 }, (_, n) => `سجل ${59 - n}`));
  const [, toEntry] = /href="([^"]+\?live=[^"]+)"/.exec(item!.content_html)!;
  const led = await page.request.get(toEntry!, { maxRedirects: 0 });
  expect([led.status(), led.headers().location]).toEqual([308, expect.stringContaining('?live=')]);
  expect(await (await page.request.get(`${tag}/feed.xml`)).text()).toContain(
    `<guid isPermaLink="true">${item!.id}</guid>`,
  );

  const time = shown.nth(3).locator('a').first();
  const address = (await time.getAttribute('href'))!;
  await page.goto(address);
  await expect(page.locator('.live-entry:target')).toContainText('سجل 56');
  await expect(page.locator('.live-entry:target')).toBeInViewport();
  await page.goto(`${live.path}?live=${oldest}#entry-${oldest}`);
  await expect(shown).toHaveCount(1);
  await expect(page.locator('.live-entry:target')).toBeInViewport();
  await page.goto(live.path);
  const seen = new Set<string>();
  for (;;) {
    for (const id of await shown.evaluateAll((entries) => entries.map((entry) => entry.id))) seen.add(id);
    const older = page.getByRole('link', { name: 'تحديثات أقدم' });
    if ((await older.count()) === 0) break;
    await older.click();
    await expect(page).toHaveURL(/live=/);
    await page.waitForLoadState();
  }
  const count = inDatabase(
    (database) =>
      (
        database
          .prepare('select count(*) as n from live_entries where article_id = ? and removed_at is null')
          .get(live.id) as { n: number }
      ).n,
  );
  expect(seen.size).toBe(count);
  await page.getByRole('link', { name: 'تحديثات أحدث' }).click();
  await expect(shown).toHaveCount(25);
  await page.getByRole('navigation', { name: 'أبرز المحطات' }).getByRole('link').last().click();
  await expect(page.locator('.live-entry:target')).toBeInViewport();
  expect((await page.request.get(`${live.path}?live=${v7()}`)).status()).toBe(404);
  inDatabase((database) => database.prepare('delete from live_entries where headline like ?').run('سجل %'));
});
