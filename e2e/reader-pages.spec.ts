import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { addArticle } from './desk-articles.ts';
import { base } from './instance.ts';
import { expect, findArticle, test } from './journey.ts';

test.describe('the article page', () => {
  test('has every part of the original page, in its order, also without scripts', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(findArticle('المياه تصل'));
    const main = page.getByRole('main');
    const parts = [
      main.getByRole('link', { name: 'محلي', exact: true }).first(),
      main.getByRole('heading', { level: 1 }),
      main.getByText('مداد – رأس المنارة'),
      main.locator('.article-body p').first(),
      main.getByRole('heading', { name: 'الوسوم' }),
      main.getByRole('heading', { name: 'مقالات ذات صلة' }),
      main.getByRole('heading', { name: 'اترك تعليقاً' }),
      main.getByText('لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *'),
    ];
    const tops: number[] = [];
    for (const part of parts) tops.push((await part.boundingBox())!.y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    // A text browser can name each link: it has text or a picture with a description.
    const mute = await page
      .locator('a:not([aria-hidden])')
      .evaluateAll((links) =>
        links
          .filter(
            (link) => !link.textContent?.trim() && ![...link.querySelectorAll('img')].some(({ alt }) => alt),
          )
          .map(({ outerHTML }) => outerHTML),
      );
    expect(mute).toEqual([]);
    // This link is last in the document, and hidden until one screen is scrolled by.
    await expect(page.locator('main ~ footer a[href="#top"]')).toContainText('زر الذهاب إلى الأعلى');
    // The menu and its «إغلاق» button work without scripts.
    await page.getByRole('button', { name: 'القائمة' }).click();
    const menu = page.getByRole('dialog', { name: 'القائمة' });
    await expect(menu.getByRole('link', { name: 'رياضة' })).toBeVisible();
    await menu.getByRole('button', { name: 'إغلاق' }).click();
    await expect(menu).toBeHidden();
    await context.close();
  });

  test('shows the date in both calendars, the reading time and the author; links to related articles and shares', async ({
    page,
  }) => {
    await page.goto(findArticle('214 عشًا'));
    const head = page.getByRole('main').locator('article > header').first();
    await expect(head.locator('time').first()).toHaveText(
      /^(?:السبت|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة)\u00A0\d+\u00A0\S+\u00A0\d{4}\u00A0· \d+\u00A0.+\u00A014\d\d\u00A0هـ\u00A0· \d\d:\d\d$/,
    );
    await expect(head).toContainText('حُدّث');
    await expect(head).toContainText(/قراءة في (?:دقيقة|دقيقتين|\d+ دقائق)/);
    await expect(head.getByRole('link', { name: 'مريم الطالب' })).toHaveAttribute('rel', 'author');
    await expect(page.locator('figure img')).toHaveAttribute('alt', /سلحفاة/);
    expect(
      await page.getByRole('region', { name: 'مقالات ذات صلة' }).getByRole('article').count(),
    ).toBeGreaterThanOrEqual(3);
    await expect(page.getByRole('navigation', { name: 'في القسم نفسه' }).getByRole('link')).not.toHaveCount(
      0,
    );
    const shares = page.getByRole('region', { name: 'شارك المقال' });
    for (const name of ['واتساب', 'تلغرام', 'إكس', 'فيسبوك', 'بالبريد'])
      await expect(shares.getByRole('link', { name })).toHaveAttribute('href', /n%2F\d+|n\/\d+/);
  });

  test('copies its short address, and the link to the top moves the focus too', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(findArticle('214 عشًا'));
    await page.getByRole('button', { name: 'انسخ الرابط' }).click();
    await expect(page.getByText('نُسخ الرابط')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/\/n\/\d+$/);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.getByRole('link', { name: 'زر الذهاب إلى الأعلى' }).click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 9999),
    ).toBeLessThan(300);
  });
});

test('search ignores hamza and tashkeel, marks and sorts results, and shows the latest articles if there are none', async ({
  page,
}) => {
  await page.goto('/search?q=الاعشاش');
  await expect(page.getByRole('main').getByRole('link', { name: /214 عشًا/ })).toBeVisible();
  await expect(page.locator('mark').first()).toContainText('عش');
  await page.goto('/search?q=السَّلاحِف');
  await expect(page.getByRole('main').getByRole('link', { name: /214 عشًا/ })).toBeVisible();
  await page.getByRole('link', { name: 'الأحدث', exact: true }).click();
  await expect(page).toHaveURL(/order=newest/);
  await page.goto(`/search?q=${encodeURIComponent('زقنطرمب <b>x</b>')}`);
  await expect(page.getByText('لم نجد ما يطابق')).toContainText('<b>x</b>');
  expect(await page.getByRole('region', { name: 'أحدث ما نُشر' }).getByRole('article').count()).toBe(4);
  for (const hostile of ['"', 'NEAR(', '* OR', "'; drop table articles --", 'title:x', '%00', '   ']) {
    const answer = await page.goto(`/search?q=${encodeURIComponent(hostile)}`);
    expect([hostile, answer!.status()]).toEqual([hostile, 200]);
  }
});

test('sections, archive, corrections, authors, static pages and search exist in both editions', async ({
  page,
}) => {
  for (const edition of ['', '/en']) {
    for (const path of [
      '/local',
      '/archive',
      '/corrections',
      '/author/salma-haddad',
      '/p/about',
      '/p/contact',
      '/p/privacy',
      '/p/comments',
      '/search',
    ]) {
      const answer = await page.goto(edition + path);
      expect([path, answer!.status()]).toEqual([path, 200]);
      await expect(page.locator('html')).toHaveAttribute('dir', edition ? 'ltr' : 'rtl');
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
  }
});

test('the list of corrections has several pages', async ({ page }) => {
  const corrections = Array.from({ length: 21 }, (_, n) => ({
    kind: 'correction',
    text: `خطأ قديم ${n}`,
    publishedAt: `2020-01-${n + 2 < 10 ? '0' : ''}${n + 2}T12:00:00Z`,
  }));
  await addArticle({ headline: 'خبر كثرت تصحيحاته', publishedAt: '2020-01-01T12:00:00Z', corrections });
  await page.goto('/corrections');
  await expect(page.locator('main ol > li')).toHaveCount(20);
  await page.getByRole('link', { name: 'الأقدم' }).click();
  await expect(page).toHaveURL(/\/corrections\?page=2$/);
  await expect(page.getByText('خطأ قديم').first()).toBeVisible();
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/corrections\?page=2$/);
});

/** Whether an element is visible, and whether the page is scrolled far down, after the page was rendered. */
const placeOf = (page: Page, id: string) =>
  page.evaluate(async (of) => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const { top, bottom } = document.getElementById(of)!.getBoundingClientRect();
    return { isSeen: bottom > 0 && top < innerHeight, isFarDown: scrollY > 2000 };
  }, id);

test('the address of a comment, or the short one in mails, opens the page at the comment, far down as it is', async ({
  page,
}) => {
  const path = findArticle('المياه تصل');
  await page.goto(path);
  const id = (await page.locator('.comment').last().getAttribute('id'))!;
  const [, , number] = path.split('/');
  for (const address of [`${path}#${id}`, `/n/${number}?at=${id.slice('comment-'.length)}#${id}`]) {
    await page.goto('about:blank');
    await page.goto(address);
    expect([address, await placeOf(page, id)]).toEqual([address, { isSeen: true, isFarDown: true }]);
  }
});

test('a script that arrives before the end of the page starts at its end', async ({ page }) => {
  const path = findArticle('المياه تصل');
  const scriptIsThere = Promise.withResolvers<void>();
  // A slow connection: the head arrives, then the script, and only then the rest.
  const line = createServer(async (request, response) => {
    const answer = await fetch(base + request.url!, { headers: { 'accept-encoding': 'identity' } });
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      'content-length': body.length,
    });
    if (!request.url!.startsWith('/local/')) return response.end(body);
    const head = body.indexOf('<main');
    response.write(body.subarray(0, head));
    await scriptIsThere.promise;
    response.end(body.subarray(head));
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  page.on(
    'requestfinished',
    (request) => /reader-.*js/.test(request.url()) && setTimeout(scriptIsThere.resolve, 300),
  );
  await page.goto(`http://127.0.0.1:${(line.address() as AddressInfo).port}${path}`);
  await expect(page.locator('.character-count')).toHaveText('0 / 2000');
  await expect(page.getByRole('button', { name: 'انسخ الرابط' })).toBeVisible();
  line.close();
});

test('the skip link covers nothing, and disappears without moving what is under the pointer', async ({
  page,
}) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/local');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'تخطَّ إلى المحتوى' });
    await expect(skip).toBeFocused();
    const { bottom } = await skip.evaluate((link) => link.getBoundingClientRect());
    expect(bottom).toBe(44);
    for (const name of ['القائمة', 'بحث']) {
      const button = page.getByRole('banner').getByRole('button', { name });
      expect((await button.boundingBox())!.y).toBeGreaterThanOrEqual(bottom);
      await button.click({ timeout: 5000 });
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await skip.focus();
    }
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a printed article shows its short address', async ({ page }) => {
  await page.goto(findArticle('المياه تصل'));
  const address = page.getByText(/^الرابط القصير: http\S+\/n\/1044$/);
  await expect(address).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(address).toBeVisible();
  await expect(page.locator('.skip-link')).toBeHidden();
});

test('the theme is remembered without scripts, and the URL stays the same', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/local');
  const root = page.locator('html');
  const light = await root.evaluate((element) => getComputedStyle(element).backgroundColor);
  await page.getByRole('contentinfo').getByRole('button', { name: 'داكن' }).click();
  // The URL is the same before and after the choice.
  await expect(root).not.toHaveCSS('background-color', light);
  await expect(page).toHaveURL(/\/local$/);
  await page.goto('/');
  await expect(root).not.toHaveCSS('background-color', light);
  await context.close();
});
