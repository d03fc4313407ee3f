import { readFileSync } from 'node:fs';
import { inDatabase } from './in-database.ts';
import { expect, findArticle, openQueue, signInByForm, test } from './journey.ts';
import { addComment } from './discussion.ts';

test('every page redirects to sign-in without a session, and a wrong password gets 401', async ({
  page,
  request,
}) => {
  for (const path of ['/newsroom', '/newsroom/comments', '/newsroom/comments/history', '/newsroom/account']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/newsroom\/sign-in\?next=/);
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.headers()['cache-control']).toContain('no-store');
    expect(answer.headers()['x-robots-tag']).toContain('noindex');
  }
  const wrong = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByLabel('البريد الإلكتروني').fill('nobody@midad.example');
  await page.getByLabel('كلمة المرور').fill('not the password');
  await page.getByRole('button', { name: 'دخول' }).click();
  expect((await wrong).status()).toBe(401);
  await expect(page.getByText('البريد أو كلمة المرور غير صحيحين')).toBeVisible();
  await expect(page.getByLabel('البريد الإلكتروني')).toHaveValue('nobody@midad.example');
});

test('the queue works by keyboard: move, decide and undo without a page load', async ({ page }) => {
  await signInByForm(page);
  await openQueue(page, '/newsroom/comments');
  const cards = page.locator('[data-queue-card]');
  expect(await cards.count()).toBeGreaterThan(5);
  let loads = 0;
  page.on('request', (request) => (loads += Number(request.isNavigationRequest())));
  await page.keyboard.press('j');
  await expect(cards.first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(cards.nth(1)).toBeFocused();
  await page.keyboard.press('d');
  await expect(cards.nth(1)).toContainText('رُفض تعليق');
  await expect(cards.nth(2)).toBeFocused();
  await page.keyboard.press('z');
  await expect(cards.nth(1)).toContainText('عاد تعليق');
  await expect(cards.nth(1)).toHaveAttribute('data-queue-card', 'open');
  expect(loads).toBe(0);
});

test('of two moderators who decide at once, the first wins and the other gets a message', async ({
  page,
  browser,
}) => {
  const { id } = addComment({
    articlePath: findArticle('حافلات الليل'),
    body: 'اختلف عليه مشرفان',
    status: 'pending',
  });
  const found = `/newsroom/comments?q=${encodeURIComponent('اختلف عليه مشرفان')}`;
  await signInByForm(page);
  await page.goto(found);
  const context = await browser.newContext();
  const colleague = await context.newPage();
  await signInByForm(colleague);
  await colleague.goto(found);
  const mine = page.locator(`[aria-labelledby="comment-${id}"]`);
  const theirs = colleague.locator(`[aria-labelledby="comment-${id}"]`);
  await theirs.getByRole('button', { name: 'مزعج' }).click();
  await expect(theirs).toContainText('في المزعج');
  await mine.getByRole('button', { name: 'اعتماد' }).click();
  await expect(mine).toContainText('لم يتغير شيء: عُدّ هذا التعليق مزعجًا قبلك بقرار من');
  await theirs.getByRole('button', { name: 'تراجع' }).click();
  await expect(theirs).toContainText('عاد تعليق');
  await context.close();
});

test('without scripts, the queue decides, shows the result and undoes it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInByForm(page);
  await page.goto('/newsroom/comments');
  const card = page.getByRole('article').first();
  const heading = (await card.getAttribute('aria-labelledby'))!;
  await card.getByRole('button', { name: 'رفض' }).click();
  await expect(page.getByText('رُفض تعليق').first()).toBeVisible();
  await expect(page.locator(`[aria-labelledby="${heading}"]`)).toHaveCount(0);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect(page.locator(`[aria-labelledby="${heading}"]`)).toHaveCount(1);
  await context.close();
});

test('an approval is on the page at the next request, and so is its undo', async ({ page, request }) => {
  const path = findArticle('حافلات الليل');
  const text = 'يُعتمد في الحال ثم يُسحب';
  const { id } = addComment({ articlePath: path, body: text, status: 'pending' });
  await signInByForm(page);
  await page.goto(`/newsroom/comments?q=${encodeURIComponent(text)}`);
  const card = page.locator(`[aria-labelledby="comment-${id}"]`);
  const has = async () => (await (await request.get(path)).text()).includes(text);
  expect(await has()).toBe(false);
  await card.getByRole('button', { name: 'اعتماد' }).click();
  await expect(card).toContainText('اعتُمد تعليق');
  expect(await has()).toBe(true);
  await card.getByRole('button', { name: 'تراجع' }).click();
  await expect(card).toContainText('عاد تعليق');
  expect(await has()).toBe(false);
});

// The other tests sign in without a code.
test.afterEach(() =>
  inDatabase((database) => {
    database.exec(
      'delete from two_factors where user_id in (select id from users where email = (select email from users order by created_at limit 1))',
    );
    database.exec(
      'update users set two_factor_enabled = 0 where id = (select id from users order by created_at limit 1)',
    );
  }),
);

test('two-step sign-in is turned on, required at sign-in, and turned off', async ({ page, browser }) => {
  const { createHmac } = await import('node:crypto');
  /** RFC 6238 with SHA-1, six digits, thirty seconds. */
  const stepNow = () => Math.floor(Date.now() / 30_000);
  const codeOf = (secret: string, step: number) => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...secret.replace(/[\s=]/g, '')]
      .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const sum = createHmac('sha1', key).update(counter).digest();
    return String((sum.readUInt32BE(sum[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  };
  const { firstAdmin } = await import('./instance.ts');
  const { email, password } = firstAdmin();
  await signInByForm(page);
  await page.goto('/newsroom/account');
  const formOf = (button: string) =>
    page.locator('form').filter({ has: page.getByRole('button', { name: button }) });
  await formOf('ابدأ التفعيل').getByLabel('كلمة المرور').fill(password);
  await page.getByRole('button', { name: 'ابدأ التفعيل' }).click();
  const secret = (await page.locator('code').first().innerText()).replace(/\s/g, '');
  const digits = page.getByLabel('الأرقام الستة');
  await digits.fill('12');
  await page.getByRole('button', { name: 'فعّل رمز التحقق' }).click();
  await expect(digits).toHaveAttribute('aria-invalid', 'true');
  await expect(digits).toBeFocused();
  // As a phone with an Arabic keyboard types it, with the direction mark that a paste adds. The code of the
  // next step is accepted too, and stays valid for at least a minute.
  const used = stepNow() + 1;
  await digits.fill(`\u200E${codeOf(secret, used).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)}`);
  await page.getByRole('button', { name: 'فعّل رمز التحقق' }).click();
  await expect(page.getByText('رموزك الاحتياطية')).toBeVisible();
  await expect(page.getByRole('button', { name: 'نسخ الرموز' })).toBeVisible();
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'تنزيل الرموز ملفًا' }).click();
  expect(readFileSync(await (await file).path(), 'utf8').match(/^[a-z2-9]{5}-[a-z2-9]{5}$/gm)).toHaveLength(
    10,
  );

  const context = await browser.newContext();
  const again = await context.newPage();
  await again.goto('/newsroom/sign-in');
  await again.getByLabel('البريد الإلكتروني').fill(email);
  await again.getByLabel('كلمة المرور').fill(password);
  await again.getByRole('button', { name: 'دخول' }).click();
  await again.getByLabel('الرمز').fill('000000');
  await again.getByRole('button', { name: 'تأكيد' }).click();
  await expect(again.getByText('الرمز غير صحيح')).toBeVisible();
  await again.getByLabel('الرمز').fill(codeOf(secret, used));
  await again.getByRole('button', { name: 'تأكيد' }).click();
  await expect(again.getByText('استُعمل هذا الرمز من قبل')).toBeVisible();
  await expect.poll(stepNow, { timeout: 60_000 }).toBeGreaterThanOrEqual(used);
  await again.getByLabel('الرمز').fill(codeOf(secret, used + 1));
  await again.getByRole('button', { name: 'تأكيد' }).click();
  await expect(again).toHaveURL(/\/newsroom$/);
  await context.close();

  await page.goto('/newsroom/account');
  await formOf('إيقاف رمز التحقق').getByLabel('كلمة المرور').fill(password);
  await page.getByRole('button', { name: 'إيقاف رمز التحقق' }).click();
  await expect(page.getByText('أُوقف رمز التحقق')).toBeVisible();
});
