import { get } from 'node:http';
import { expectNoViolations } from './axe.ts';
import { preview } from './desk-articles.ts';
import { port } from './instance.ts';
import { expect, signIn, test } from './journey.ts';
import { atRest, coverage, deskOf, editorOf, openDesk, openEditor, write } from './live-coverage.ts';

/* A live coverage: written at the desk, read on the article's page without reloading. */
test('the stream offers a new entry without moving the page, and a click inserts it', async ({
  page,
  browser,
}) => {
  const live = coverage();
  const desk = await openEditor(browser, live);
  await page.goto(live.path);
  const read = page.locator('.live-entry').nth(4);
  await read.scrollIntoViewIfNeeded();
  await atRest(page);
  const before = await read.boundingBox();
  const polls: string[] = [];
  page.on('request', (request) => /\/live\/\d+\?/.test(request.url()) && polls.push(request.url()));
  // Sent by keyboard alone.
  await editorOf(desk).fill('أعلنت الإدارة موعدًا جديدًا.');
  await desk.getByLabel('العنوان', { exact: true }).fill('موعد جديد للعبّارة');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('نُشر التحديث.')).toBeVisible();
  await expect(editorOf(desk)).toHaveText('');
  const offer = page.getByRole('button', { name: 'تحديث جديد' });
  await expect(offer).toBeVisible();
  expect(await read.boundingBox()).toEqual(before);
  await write(desk, 'الموج يهدأ');
  await expect(page.getByRole('button', { name: 'تحديثان جديدان' })).toBeVisible();
  expect(polls).toHaveLength(2);
  await page.getByRole('button', { name: 'تحديثان جديدان' }).click();
  const first = page.locator('#live-entries > .live-entry').first();
  await expect(first).toContainText('الموج يهدأ');
  await expect(first).toBeFocused();
  await expect(page.locator('#live-entries > .live-entry').nth(1)).toContainText('موعد جديد للعبّارة');
  await expect(page.locator('live-updates button')).toHaveCount(0);
  await desk.context().close();
});

test('a page whose stream is blocked polls', async ({ page, browser }) => {
  const live = coverage();
  const desk = await openDesk(browser, live);
  await page.clock.install();
  await page.route('**/live/*/events', (route) => route.abort());
  await page.goto(live.path);
  await page.waitForFunction(() => customElements.get('live-updates'));
  await write(desk, 'خبر يصل بالسؤال');
  await page.clock.runFor(16_000);
  await expect(page.getByRole('button', { name: 'تحديث جديد' })).toBeVisible();
  const answer = await page.request.get(`/live/${live.number}?after=0`);
  expect(answer.status()).toBe(200);
  const again = await page.request.get(answer.url(), {
    headers: { 'if-none-match': answer.headers().etag! },
  });
  expect(again.status()).toBe(304);
  await desk.context().close();
});

test('a preview of a coverage shows its entries as readers will see them, without live updates', async ({
  page,
}) => {
  const path = await preview(coverage().id);
  await page.goto(path);
  const first = page.locator('#live-entries > .live-entry').first();
  await expect(first).toBeVisible();
  await expect(page.locator('.live-badge')).toBeVisible();
  await expect(page.locator('live-updates')).toHaveCount(0);
  const id = await first.getAttribute('id');
  await first.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/preview/.+\\?live=.+#${id}$`));
  await expect(page.locator(`#${id}`)).toBeVisible();
  await expectNoViolations(page, 'preview of a coverage');
});

test('without scripts, entries are written, previewed, changed, pinned and removed by forms, and read by reloading', async ({
  browser,
}) => {
  const live = coverage();
  const desk = await openDesk(browser, live, false);
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await desk.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(desk.getByText('اكتب نصًا أو عنوانًا.')).toBeVisible();
  await desk.getByLabel('النص', { exact: true }).fill('بلا نصوص برمجية، **مهم**.');
  await desk.getByLabel('الوقت').fill('2099-01-01T10:00');
  await desk.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(desk.getByText('هذا الوقت لم يأتِ بعد')).toBeVisible();
  await expect(desk.getByLabel('النص', { exact: true })).toHaveValue('بلا نصوص برمجية، **مهم**.');
  await desk.getByLabel('الوقت').fill('');
  await desk.getByLabel('محطة بارزة').check();
  await desk.getByRole('button', { name: 'معاينة' }).click();
  await expect(desk.getByRole('region', { name: 'هكذا سيظهر' }).locator('strong')).toHaveText('مهم');
  await expect(desk.getByLabel('محطة بارزة')).toBeChecked();
  await desk.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(desk.getByText('نُشر التحديث.')).toBeVisible();
  await reader.goto(live.path);
  await expect(reader.locator('#live-entries > .live-entry').first()).toContainText('بلا نصوص برمجية');
  await expect(reader.getByRole('navigation', { name: 'أبرز المحطات' })).toContainText('بلا نصوص برمجية');

  const own = desk.locator('ol > li').filter({ hasText: 'بلا نصوص برمجية' });
  await own.getByRole('link', { name: 'عدّل' }).click();
  await expect(desk.getByLabel('النص', { exact: true })).toHaveValue('بلا نصوص برمجية، **مهم**.');
  await desk.getByLabel('العنوان', { exact: true }).fill('عنوان مصحح');
  await desk.getByRole('button', { name: 'احفظ التعديل' }).click();
  await expect(desk.getByText('حُفظ التعديل.')).toBeVisible();
  await own.getByRole('button', { name: 'ثبّت في الأعلى' }).click();
  await expect(desk.getByText('ثُبّت التحديث في الأعلى.')).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole('list', { name: 'تحديثات مثبَّتة' })).toContainText('عنوان مصحح');
  await own.getByRole('link', { name: 'أزِل' }).click();
  await own.getByRole('button', { name: 'أزِله' }).click();
  await expect(own).toContainText('أزيل');
  await reader.reload();
  await expect(reader.getByText('عنوان مصحح')).toHaveCount(0);
  for (const page of [desk, reader]) await page.context().close();
});

/** The stream of one reader, from this network address. */
function watch(number: number, address: string): Promise<{ heard: () => string; close: () => void }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const request = get(
      {
        host: '127.0.0.1',
        port,
        path: `/live/${number}/events`,
        headers: { 'x-forwarded-for': address },
        agent: false,
      },
      (answer) => {
        answer
          .setEncoding('utf8')
          .on('data', (chunk: string) => (text += chunk))
          .on('error', () => undefined);
        if (answer.statusCode === 200) resolve({ heard: () => text, close: () => request.destroy() });
        else reject(new Error(`${address}: ${answer.statusCode}`));
      },
    );
    request.on('error', reject);
  });
}

test('two hundred open streams do not slow down cached pages', async ({ request, browser }) => {
  const live = coverage();
  const watchers = await Promise.all(
    Array.from({ length: 200 }, (_, n) => watch(live.number, `10.77.${n % 20}.${Math.floor(n / 20)}`)),
  );
  const entries = (text: string) => text.split('event: change').length - 1;
  const desk = await openDesk(browser, live);
  const heardBefore = watchers.map(({ heard }) => entries(heard()));
  await write(desk, 'خبر لمئتي قارئ');
  await expect
    .poll(() => watchers.filter(({ heard }, n) => entries(heard()) > heardBefore[n]!).length)
    .toBe(200);
  await request.get('/');
  const times: number[] = [];
  for (let n = 0; n < 200; n++) {
    const started = performance.now();
    await request.get('/');
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  console.log(
    `Cached page beside 200 streams: median ${times[100]!.toFixed(1)} ms, p95 ${times[190]!.toFixed(1)} ms`,
  );
  expect(times[100]).toBeLessThan(50);
  for (const { close } of watchers) close();
  await desk.context().close();
});

test('the end of a coverage is announced on open pages, and the article shows it from then on', async ({
  page,
  browser,
  request,
}) => {
  const live = coverage();
  const desk = await openDesk(browser, live);
  const stream = page.waitForResponse(/\/live\/\d+\/events/);
  await page.goto(live.path);
  await expect(page.getByText('مستمرة، والأحدث في الأعلى')).toBeVisible();
  await stream;
  await desk.getByRole('button', { name: 'أنهِ التغطية' }).click();
  await expect(desk.getByText('انتهت التغطية.')).toBeVisible();
  await expect(page.getByText('انتهت التغطية المباشرة.')).toBeVisible();
  expect((await request.get(`/live/${live.number}/events`)).status()).toBe(204);
  await page.reload();
  await expect(page.locator('live-updates')).toHaveCount(0);
  await expect(page.locator('article').getByText('انتهت', { exact: false }).first()).toBeVisible();
  const data = await page.locator('script[type="application/ld+json"]').first().textContent();
  expect(data).toContain('coverageEndTime');
  await desk.getByRole('button', { name: 'استأنف التغطية' }).click();
  await expect(desk.getByText('استؤنفت التغطية.')).toBeVisible();
  await desk.context().close();
});

test('no violations on the coverage and its desk', async ({ page }) => {
  const live = coverage();
  await signIn(page);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [live.path, `/live/${live.number}?after=0`, deskOf(live)]) {
      await page.goto(path);
      await expectNoViolations(page, path);
      expect([
        path,
        width,
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ]).toEqual([path, width, 0]);
    }
  }
});
