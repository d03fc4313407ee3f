import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { inDatabase } from './in-database.ts';
import { expect, test } from './journey.ts';
import { atRest, change, coverage, editorOf, onDesk, openDesk, remove, write } from './live-coverage.ts';

/* A live coverage that is open in a browser receives corrections and removals without a reload. */
const entry = (page: Page, text: string) => page.locator('.live-entry').filter({ hasText: text });
const offers = (page: Page) => page.locator('live-updates button');
const SOON = { timeout: 10_000 };

/** The vertical position of an entry in the window. */
const topOf = async (page: Page, text: string) => Math.round((await entry(page, text).boundingBox())!.y);

test('a correction, a key moment, a pin and a removal reach an open page, and the visible entries do not move', async ({
  page,
  browser,
}) => {
  const live = coverage();
  const desk = await openDesk(browser, live);
  for (const headline of ['يبقى للقراءة', 'يُثبَّت', 'يزال', 'يُصحَّح'])
    await write(
      desk,
      headline,
      Array.from({ length: 12 }, (_, n) => `سطر ${n} من نص ${headline}.`).join('\n'),
    );
  await page.goto(live.path);
  await page.waitForFunction(() => customElements.get('live-updates'));
  const link = entry(page, 'يُصحَّح').locator('a').first();
  await link.focus();
  await entry(page, 'يبقى للقراءة').evaluate((each) =>
    each.scrollIntoView({ block: 'start', behavior: 'instant' }),
  );
  await page.evaluate(() => scrollBy({ top: -120, behavior: 'instant' }));
  await atRest(page);
  const before = await topOf(page, 'يبقى للقراءة');
  expect(before).toBeLessThan(400);
  await expect(entry(page, 'يُصحَّح')).not.toContainText('عُدّل');

  await change(desk, 'يُصحَّح', async () => {
    await editorOf(desk).fill('النص الصحيح.');
    await desk.getByLabel('محطة بارزة').check();
  });
  await expect(entry(page, 'يُصحَّح')).toContainText('النص الصحيح.', SOON);
  await expect(entry(page, 'يُصحَّح')).toContainText('عُدّل');
  await expect(entry(page, 'يُصحَّح')).toContainText('محطة بارزة');
  await expect(
    page.getByRole('navigation', { name: 'أبرز المحطات' }).getByRole('link', { name: 'يُصحَّح' }),
  ).toHaveAttribute('href', /^#entry-/);
  await expect(link).toBeFocused();
  expect(await topOf(page, 'يبقى للقراءة')).toBe(before);

  await onDesk(desk, 'يُثبَّت').getByRole('button', { name: 'ثبّت في الأعلى' }).click();
  await expect(page.getByRole('list', { name: 'تحديثات مثبَّتة' })).toContainText('يُثبَّت', SOON);
  await expect(entry(page, 'يُثبَّت')).toHaveCount(1);
  expect(await topOf(page, 'يبقى للقراءة')).toBe(before);
  await remove(desk, 'يزال');
  await expect(entry(page, 'يزال')).toHaveCount(0, SOON);
  expect(await topOf(page, 'يبقى للقراءة')).toBe(before);
  await onDesk(desk, 'يُثبَّت').getByRole('button', { name: 'ألغِ التثبيت' }).click();
  await expect(page.locator('#live-entries')).toContainText('يُثبَّت', SOON);
  await expect(page.getByRole('list', { name: 'تحديثات مثبَّتة' }).filter({ hasText: 'يُثبَّت' })).toHaveCount(0);
  expect(await topOf(page, 'يبقى للقراءة')).toBe(before);
  // None of these changes is announced: only new entries are.
  await expect(offers(page)).toHaveCount(0);
  // The order is the same as on a newly loaded page.
  const ids = () => page.locator('.live-entry').evaluateAll((all) => all.map(({ id }) => id).slice(0, 20));
  const shown = await ids();
  await page.reload();
  expect(shown).toEqual(await ids());
  await desk.context().close();
});

test('offered entries are changed and removed before they are inserted; without a stream the page polls', async ({
  page,
  browser,
}) => {
  const live = coverage();
  const desk = await openDesk(browser, live);
  await page.clock.install();
  await page.route('**/live/*/events', (route) => route.abort());
  await page.goto(live.path);
  await page.waitForFunction(() => customElements.get('live-updates'));
  await write(desk, 'سيصحح قبل أن يُقرأ');
  await write(desk, 'سيزال قبل أن يُقرأ');
  await page.clock.runFor(16_000);
  await expect(offers(page)).toHaveText('تحديثان جديدان');
  await change(desk, 'سيصحح قبل أن يُقرأ', () =>
    desk.getByLabel('العنوان', { exact: true }).fill('صُحّح قبل أن يُقرأ'),
  );
  await remove(desk, 'سيزال قبل أن يُقرأ');
  await page.clock.runFor(16_000);
  await expect(offers(page)).toHaveText('تحديث جديد');
  await offers(page).click();
  await expect(entry(page, 'صُحّح قبل أن يُقرأ')).toBeFocused();
  await expect(page.getByText('قبل أن يُقرأ')).toHaveCount(1);
  await remove(desk, 'صُحّح قبل أن يُقرأ');
  await page.clock.runFor(16_000);
  await expect(entry(page, 'صُحّح قبل أن يُقرأ')).toHaveCount(0);
  await desk.context().close();
});

test('a stream that breaks and reconnects misses no change', async ({ page, browser }) => {
  const live = coverage();
  const desk = await openDesk(browser, live);
  await write(desk, 'قبل الانقطاع');
  await page.clock.install();
  await page.route('**/live/*/events', (route) => route.abort());
  await page.goto(live.path);
  await page.waitForFunction(() => customElements.get('live-updates'));
  // Polling is paused: only the stream can deliver changes.
  await page.clock.pauseAt(Date.now() + 1000);
  await remove(desk, 'قبل الانقطاع');
  await write(desk, 'أثناء الانقطاع');
  await expect(entry(page, 'قبل الانقطاع')).toHaveCount(1);
  await page.unroute('**/live/*/events');
  await expect(offers(page)).toHaveText('تحديث جديد');
  await expect(entry(page, 'قبل الانقطاع')).toHaveCount(0);
  await desk.context().close();
});

test('a page that missed too many changes offers the current coverage, and loads it once on a click', async ({
  page,
  browser,
}) => {
  const live = coverage();
  const desk = await openDesk(browser, live);
  await write(desk, 'سيزال من صفحة قديمة');
  await page.clock.install();
  await page.route('**/live/*/events', (route) => route.abort());
  await page.goto(live.path);
  await page.waitForFunction(() => customElements.get('live-updates'));
  await remove(desk, 'سيزال من صفحة قديمة');
  const body = JSON.stringify({
    type: 'doc',
    v: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'نص' }] }],
  });
  inDatabase((database) => {
    const insert = database.prepare(
      'insert into live_entries (id, article_id, at, headline, body, is_key, is_pinned, created_at, updated_at) values (?, ?, ?, ?, ?, 0, 0, ?, ?)',
    );
    const now = Date.now();
    for (let n = 0; n < 60; n++) insert.run(v7(), live.id, now - 60 + n, `فات ${n}.`, body, now + n, now + n);
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.clock.runFor(16_000);
  await expect(offers(page)).toHaveText('تقدمت التغطية: اعرض آخرها');
  await expect(entry(page, 'سيزال من صفحة قديمة')).toHaveCount(0);
  await expect(entry(page, 'فات')).toHaveCount(0);
  await offers(page).click();
  await expect(entry(page, 'فات 59.')).toBeFocused();
  await expect(page.locator('#live-entries > .live-entry')).toHaveCount(25);
  await expect(offers(page)).toHaveCount(0);
  expect(asked.filter((path) => path === live.path)).toHaveLength(1);
  // After that, new entries are offered one by one again.
  await write(desk, 'بعد اللحاق');
  await page.clock.runFor(16_000);
  await expect(offers(page)).toHaveText('تحديث جديد');
  inDatabase((database) => database.prepare('delete from live_entries where headline like ?').run('فات %'));
  await desk.context().close();
});

test('an older page of the coverage receives corrections too, and links to the newest entries', async ({
  page,
  browser,
}) => {
  const live = coverage();
  const desk = await openDesk(browser, live);
  for (const headline of ['صفحة أقدم: يُصحَّح', 'صفحة أقدم: يُثبَّت', 'صفحة أقدم: أولها'])
    await write(desk, headline);
  await page.goto(live.path);
  await page.goto((await entry(page, 'صفحة أقدم: أولها').locator('a').first().getAttribute('href'))!);
  await page.waitForFunction(() => customElements.get('live-updates'));
  await write(desk, 'صفحة أقدم: جديد');
  await expect(offers(page)).toHaveText('تحديث جديد', SOON);
  await onDesk(desk, 'صفحة أقدم: يُثبَّت').getByRole('button', { name: 'ثبّت في الأعلى' }).click();
  await expect(desk.getByText('ثُبّت التحديث في الأعلى.')).toBeVisible();
  await change(desk, 'صفحة أقدم: يُصحَّح', () => editorOf(desk).fill('صُحّح هنا أيضًا.'));
  await expect(entry(page, 'صفحة أقدم: يُصحَّح')).toContainText('صُحّح هنا أيضًا.', SOON);
  await expect(page.locator('#live-entries').filter({ has: entry(page, 'صفحة أقدم: يُثبَّت') })).toHaveCount(1);
  await offers(page).click();
  await expect(page).toHaveURL(`${live.path}#live`);
  await expect(entry(page, 'صفحة أقدم: جديد')).toHaveCount(1);
  await remove(desk, 'صفحة أقدم: يُثبَّت');
  await desk.context().close();
});
