import type { Page } from '@playwright/test';
import { base } from './instance.ts';
import { expect, findArticle, test } from './journey.ts';

type Fetched = { path: string; type: string; bytes: number };

/** Everything a browser fetches for a page with an empty cache, in bytes on the wire (bodies, compressed). */
async function fetchCold(page: Page, path: string): Promise<Fetched[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const started = new Map<string, { url: string; type: string; headers: number }>();
  const fetched: Fetched[] = [];
  client.on('Network.responseReceived', ({ requestId, response, type }) =>
    started.set(requestId, { url: response.url, type, headers: response.encodedDataLength }),
  );
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = started.get(requestId);
    if (found)
      fetched.push({
        path: found.url,
        type: found.type,
        bytes: Math.max(0, encodedDataLength - found.headers),
      });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return fetched;
}

const sum = (fetched: Fetched[], ...types: string[]) =>
  fetched.filter(({ type }) => types.includes(type)).reduce((total, { bytes }) => total + bytes, 0);

test('an article stays within its byte budgets and loads nothing from other hosts', async ({ page }) => {
  const fetched = await fetchCold(page, findArticle('المياه تصل'));
  const figures = {
    html: sum(fetched, 'Document'),
    css: sum(fetched, 'Stylesheet'),
    script: sum(fetched, 'Script'),
    fonts: sum(fetched, 'Font'),
    pictures: sum(fetched, 'Image'),
  };
  console.log('Article, cold, bytes on the wire:', JSON.stringify(figures));
  expect(figures.html).toBeGreaterThan(3000);
  expect(figures.html + figures.css + figures.script).toBeLessThanOrEqual(30_000);
  expect(figures.script).toBeLessThanOrEqual(6000);
  expect(figures.fonts).toBeGreaterThan(10_000);
  expect(figures.fonts).toBeLessThanOrEqual(55_000);
  expect(fetched.filter(({ path }) => !path.startsWith(base) && !path.startsWith('data:'))).toEqual([]);
  expect(fetched.filter(({ path }) => /\/_next\/static\/chunks\/.*\.js/.test(path))).toEqual([]);
});

test('no reader page has a script of Next or an inline script', async ({ request }) => {
  const article = findArticle('المياه تصل');
  for (const path of ['/', '/local', article, '/search?q=مدينة', '/archive', '/p/about', '/nowhere', '/en']) {
    const answer = await request.get(path);
    const html = await answer.text();
    expect(html).not.toContain('/_next/static/chunks/main');
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes!);
    expect(
      scripts.filter((attributes) => !/src="\/assets\/|type="application\/ld\+json"/.test(attributes)),
      path,
    ).toEqual([]);
    expect(answer.headers()['content-security-policy']).toContain("script-src 'self';");
  }
});

for (const width of [390, 1280]) {
  test(`a page loads without layout shift (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const article = findArticle('المياه تصل');
    for (const path of ['/', '/local', article]) {
      await page.addInitScript(() => {
        const shifts = ((globalThis as { shifts?: number[] }).shifts = [] as number[]);
        new PerformanceObserver((list) =>
          shifts.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value)),
        ).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.mouse.wheel(0, 3000);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('.laid-out-late')).toHaveCount(0);
      expect([
        path,
        await page.evaluate(() => (globalThis as { shifts?: number[] }).shifts!.reduce((a, b) => a + b, 0)),
      ]).toEqual([path, 0]);
    }
  });
}

test('the reader script lays out the skipped parts of a page soon after load, for programs that read the whole page', async ({
  page,
}) => {
  const unseen = () => page.getByRole('contentinfo').innerText();
  const article = findArticle('المياه تصل');
  await page.route('**/assets/reader-*', (route) => route.abort());
  await page.goto(article);
  expect(await unseen()).not.toContain('سياسة التعليقات');
  await page.unroute('**/assets/reader-*');
  await page.goto(article);
  await expect.poll(unseen).toContain('سياسة التعليقات');
  expect(await page.locator('#comments').innerText()).toContain('إرسال التعليق');
});

test('pages fit the screen from 320 px upwards', async ({ page }) => {
  const article = findArticle('المياه تصل');
  const english = findArticle('turtle', 'en');
  for (const width of [320, 360, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      '/',
      '/local',
      article,
      english,
      '/search?q=المدينة',
      '/archive',
      '/p/contact',
      '/nowhere',
    ]) {
      await page.goto(path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, width, over]).toEqual([path, width, 0]);
    }
  }
});
