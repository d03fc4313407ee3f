import type { APIRequestContext } from '@playwright/test';
import { inDatabase } from './in-database.ts';
import { canary, expect, findArticle, formToken, test, writeComment } from './journey.ts';
import { addArticle } from './desk-articles.ts';

let forms = 0;
/** The fields of a form sent without a browser, each time with another e-mail address. */
const formOf = (fields: Record<string, string>) => ({
  body: 'تعليق عادي',
  name: 'ليلى',
  email: canary(`form${(forms += 1)}`),
  ...fields,
});
const send = (request: APIRequestContext, path: string, fields: Record<string, string>) =>
  request.post(`${path}/comments`, { form: formOf(fields), maxRedirects: 0 });
const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';

let path = '';
test.beforeEach(async () => {
  path = findArticle('مكتبة عامة');
});

test("the token of a cached page leads to a preview, and the preview's own token sends the comment once", async ({
  request,
}) => {
  const kept = tokenIn(await (await request.get(path)).text());
  expect(kept).not.toBe('');
  const body = 'سطر أول\n\nسطر ثان **غامق**';
  const preview = await send(request, path, { token: kept, body });
  expect(preview.status()).toBe(200);
  expect(preview.headers()['cache-control']).toBe('private, no-store');
  const html = await preview.text();
  expect(html).toContain('هكذا سيظهر تعليقك');
  expect(html).toContain('<strong class="font-bold">غامق</strong>');
  expect(html).toMatch(/<textarea[^>]*>سطر أول\n\nسطر ثان \*\*غامق\*\*</);
  expect(await (await request.get(path)).text()).not.toContain('سطر ثان');

  const own = tokenIn(html);
  expect(own).not.toBe(kept);
  expect((await send(request, path, { token: own, body })).status()).toBe(303);
  const next = await send(request, path, { token: formToken(path), body: 'كلام آخر تمامًا' });
  expect(next.status()).toBe(429); // the same browser, seconds later
  expect(await next.text()).toMatch(/<textarea[^>]*>كلام آخر تمامًا</);
});

test("the script's token is created for one reader, at an address that is not cached", async ({
  request,
}) => {
  const [, number] = /\/(\d+)\//.exec(path)!;
  const answers = [
    await request.get(`/comments/token?article=${number}`),
    await request.get(`/comments/token?article=${number}`),
  ];
  const tokens = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(tokens).size).toBe(2);
  for (const answer of answers) expect(answer.headers()['cache-control']).toBe('private, no-store');
  expect((await send(request, path, { token: tokens[1]! })).status()).toBe(303);
  expect((await request.get('/comments/token?article=x')).status()).toBe(404);
});

test('a token is used once: the second form gets 409, keeps the text and has a new token', async ({
  playwright,
  baseURL,
}) => {
  const token = formToken(path);
  const first = await playwright.request.newContext({ baseURL: baseURL! });
  const second = await playwright.request.newContext({
    baseURL: baseURL!,
    extraHTTPHeaders: { 'x-forwarded-for': '10.99.2.2' },
  });
  expect((await send(first, path, { token, body: 'الأول يصل', email: canary('first') })).status()).toBe(303);
  const replay = await send(second, path, { token, body: 'الثاني يُحفظ', email: canary('second') });
  expect(replay.status()).toBe(409);
  const html = await replay.text();
  expect(html).toContain('أُرسل هذا النموذج من قبل');
  expect(html).toMatch(/<textarea[^>]*>الثاني يُحفظ</);
  expect(
    (
      await send(second, path, { token: tokenIn(html), body: 'الثاني يُحفظ', email: canary('second') })
    ).status(),
  ).toBe(303);
});

test('an expired token, or one of another article, gets 422, and the form that comes back can be sent', async ({
  request,
}) => {
  const elsewhere = findArticle('المياه تصل');
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
  const stale = [
    formToken(path, { at: hours(12.01) }),
    formToken(path, { kind: 'shared', at: hours(14) }),
    formToken(path, { at: hours(-1) }),
    formToken(elsewhere),
  ];
  for (const token of stale) {
    const answer = await send(request, path, { token, body: 'كلام طويل العمر' });
    expect(answer.status()).toBe(422);
    const html = await answer.text();
    expect(html).toContain('مضى وقت طويل');
    expect(html).toMatch(/<textarea[^>]*>كلام طويل العمر</);
    expect(tokenIn(html)).not.toBe(token);
  }
  const last = tokenIn(
    await (await send(request, path, { token: stale[0]!, body: 'كلام طويل العمر' })).text(),
  );
  expect((await send(request, path, { token: last, body: 'كلام طويل العمر' })).status()).toBe(303);
});

test("an address that a reader puts into X-Forwarded-For is ignored, and the proxy's own counts", async ({
  playwright,
  baseURL,
}) => {
  const statuses: number[] = [];
  for (let n = 0; n < 8; n++) {
    // Each time another browser, another e-mail address, and another invented network in front.
    const context = await playwright.request.newContext({
      baseURL: baseURL!,
      extraHTTPHeaders: { 'x-forwarded-for': `172.16.${n}.1, 10.98.7.6` },
    });
    const token = formToken(path);
    const answer = await send(context, path, {
      token,
      body: `من الشبكة نفسها، المرة ${n}`,
      email: canary(`spoof${n}`),
    });
    statuses.push(answer.status());
    if (answer.status() !== 429) continue;
    const html = await answer.text();
    expect(html).toMatch(/وصلتنا منك تعليقات متتابعة\. انتظر [^.]+ ثم أرسل مرة أخرى/);
    expect(html).toMatch(new RegExp(`<textarea[^>]*>من الشبكة نفسها، المرة ${n}<`));
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429, 429]);
});

test("the first accepted comment sets a writer cookie that scripts can't read", async ({ request }) => {
  const token = formToken(path);
  const answer = await send(request, path, { token });
  expect(answer.headers()['set-cookie']).toMatch(
    /^writer=writer:[\w-]+\.[\w-]+; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax/,
  );
  const page = await request.get(path);
  expect(page.headers()['set-cookie']).toBeUndefined();
});

test('with scripts the comment is sent without leaving the page, and the message gets the focus', async ({
  page,
}) => {
  await page.goto(path);
  await page.evaluate(() => document.documentElement.setAttribute('data-same', ''));
  await writeComment(page, { body: '', name: 'هدى', email: canary('stay') });
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByLabel('التعليق *').fill('بقيت في الصفحة نفسها');
  await page.getByRole('button', { name: 'معاينة' }).click();
  await expect(page.getByRole('heading', { name: 'هكذا سيظهر تعليقك' })).toBeFocused();
  await page.getByRole('button', { name: 'أرسله كما هو' }).click();
  await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('بقيت في الصفحة نفسها');
  await expect(page.locator('html')).toHaveAttribute('data-same', '');
  await expect(page.locator('#comments p[role=status]').first()).toBeFocused();
  await page.reload();
  await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('بقيت في الصفحة نفسها');
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('بقيت في الصفحة نفسها');
});

test('name and address are stored only in this browser, and only if the reader chooses it', async ({
  page,
}) => {
  await page.goto(path);
  const box = page.getByLabel('احفظ اسمي وبريدي في هذا المتصفح');
  await expect(box).not.toBeChecked();
  await box.check();
  await writeComment(page, { body: 'يُحفظ اسمي هنا', name: 'رنا', email: canary('rana') });
  await expect(page.getByRole('article', { name: 'تعليقك' })).toBeVisible();
  await page.goto(path);
  await expect(page.getByLabel('الاسم *')).toHaveValue('رنا');
  await expect(page.getByLabel('البريد الإلكتروني *')).toHaveValue(canary('rana'));
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['writer']);
  await box.uncheck();
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('midad.commenter'))).toBeNull();
});

test('comments close by age, and the page says when; a late form gets 403 and keeps the text', async ({
  page,
  request,
}) => {
  const old = await addArticle({
    headline: 'خبر مضى عليه شهر وأيام',
    publishedAt: new Date(Date.now() - 31 * 86_400_000).toISOString(),
  });
  await page.goto(old);
  await expect(page.getByText(/أُغلق باب التعليق على هذا المقال في .*\d{4}، بعد مدة من نشره/)).toBeVisible();
  await expect(page.getByLabel('التعليق *')).toHaveCount(0);
  const token = formToken(old);
  const late = await send(request, old, { token, body: 'جئت متأخرًا' });
  expect(late.status()).toBe(403);
  expect(await late.text()).toMatch(/فلم نتمكن من قبول تعليقك[\s\S]*<textarea[^>]*>جئت متأخرًا</);
});

test('a cached page with open comments closes them at their time', async ({ page, request }) => {
  const soon = await addArticle({
    headline: 'خبر يُغلق بعد ثوان',
    publishedAt: new Date(Date.now() - 29 * 86_400_000).toISOString(),
  });
  const number = Number(/\/(\d+)\//.exec(soon)![1]);
  inDatabase((database) =>
    database
      .prepare('update articles set published_at = ? where number = ?')
      .run(Date.now() - 30 * 86_400_000 + 6000, number),
  );
  // The page that is cached from now on has open comments; no later write changes it.
  expect(await (await request.get(soon)).text()).toContain('إرسال التعليق');
  await expect(async () => {
    await page.goto(soon);
    await expect(page.getByText('أُغلق باب التعليق')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a comment is previewed, can be changed, and is then sent', async ({ page }) => {
    await page.goto(path);
    await expect(page.getByLabel('احفظ اسمي وبريدي في هذا المتصفح')).toBeHidden();
    await page.getByLabel('التعليق *').fill('قبل التعديل');
    await page.getByLabel('الاسم *').fill('نوال');
    await page.getByLabel('البريد الإلكتروني *').fill(canary('nawal'));
    await page.getByLabel('أخبرني بالبريد').check();
    await page.getByRole('button', { name: 'إرسال التعليق' }).click();
    const preview = page.getByRole('region', { name: 'هكذا سيظهر تعليقك' });
    await expect(preview).toContainText('قبل التعديل');
    await expect(preview).toContainText('لم يُرسل بعد');
    await expect(page.getByLabel('أخبرني بالبريد')).toBeChecked();
    await preview.getByRole('link', { name: 'عدّله' }).click();
    await expect(page.getByLabel('التعليق *')).toBeFocused();
    await page.getByLabel('التعليق *').fill('بعد التعديل');
    await page.getByRole('button', { name: 'معاينة' }).click();
    await expect(preview).toContainText('بعد التعديل');
    await preview.getByRole('button', { name: 'أرسله كما هو' }).click();
    await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('بعد التعديل');
  });
});
