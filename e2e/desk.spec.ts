import { execFileSync } from 'node:child_process';
import type { BrowserContext, Page } from '@playwright/test';
import { base, dataDir } from './instance.ts';
import {
  canary,
  expect,
  findArticle,
  formToken,
  openQueue,
  signIn,
  signInByForm,
  test,
  writeComment,
} from './journey.ts';
import { addComment, cookieOf, removeComments } from './discussion.ts';

/* The comment queue: what a card shows, and every decision besides the simple ones. */
const QUEUE = '/newsroom/comments';

/** Sends a reader's comment from this browser. */
async function send(context: BrowserContext, path: string, body: string, address: string) {
  const page = await context.newPage();
  await page.goto(path);
  await writeComment(page, { body, name: 'سليم القارئ', email: canary(address) });
  await page.close();
}

const cardWith = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const newest = `${QUEUE}?order=newest`;

test('a comment is rejected with a reason by keyboard, and the reason is stored with it', async ({
  page,
  browser,
}) => {
  const path = findArticle('المياه تصل');
  const reader = await browser.newContext();
  await send(reader, path, 'كلام عن مباراة الأمس لا عن الماء', 'desk-reason');
  await reader.close();
  await signIn(page);
  await openQueue(page, newest);
  const card = cardWith(page, 'كلام عن مباراة الأمس');
  await expect(card.getByText('•••')).toBeVisible();
  await card.focus();
  await page.keyboard.press('r');
  await expect(card.getByRole('button', { name: 'خارج الموضوع' })).toBeVisible();
  await card.getByLabel('كلمة لصاحب التعليق').fill('موضوع الخبر شبكة المياه');
  await card.focus();
  await page.keyboard.press('9');
  await expect(card).toContainText('رُفض تعليق');
  await page.goto(`${QUEUE}?status=rejected`);
  await expect(cardWith(page, 'كلام عن مباراة الأمس')).toContainText('خارج الموضوع');
  await expect(cardWith(page, 'كلام عن مباراة الأمس')).toContainText('موضوع الخبر شبكة المياه');
});

for (const javaScriptEnabled of [true, false]) {
  test(`decisions on similar and selected comments are undone, and a writer is banned, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const path = findArticle(javaScriptEnabled ? 'المياه تصل' : 'حافلات الليل');
    const other = findArticle(javaScriptEnabled ? 'حافلات الليل' : 'المياه تصل');
    const mark = javaScriptEnabled ? 'الذهبي' : 'الفضي';
    const words = javaScriptEnabled
      ? 'اربح ألف دينار كل يوم من بيتك بلا رأس مال مع'
      : 'لا تشتر هاتفًا جديدًا قبل أن ترى أسعار متجرنا في';
    for (const each of [path, other]) {
      // The token is a minute old: a copy sent within three seconds would be spam at once.
      const form = {
        body: `${words} العرض ${mark}`,
        name: 'سليم القارئ',
        email: canary(`desk-${javaScriptEnabled}`),
        token: formToken(each),
      };
      const reader = await browser.newContext();
      const sent = await reader.request.post(`${each}/comments`, { form, maxRedirects: 0 });
      expect(sent.status()).toBe(303);
      await reader.close();
    }

    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page);
    await page.goto(newest);
    const card = cardWith(page, `العرض ${mark}`);
    const waiting = page.getByRole('navigation', { name: 'غرفة الأخبار' }).locator('[aria-hidden=true]');
    await expect(card).toHaveCount(1);
    await expect(card).toContainText('تعليق مشابه، لا يشمله القرار إلا بتحديده');
    await expect(card).toContainText('النص نفسه حرفًا بحرف');
    await card.getByRole('checkbox', { name: /المشابه للقرار نفسه/ }).check();
    await card.getByRole('button', { name: 'مزعج' }).click();
    await expect(page.getByText('وُضع تعليقان في المزعج')).toBeVisible();
    await page.getByRole('button', { name: 'تراجع' }).click();
    await expect(page.getByText('عاد تعليقان إلى ما كانا عليه')).toBeVisible();

    await page.goto(newest);
    const boxes = page.getByRole('checkbox', { name: /^حدّد/ });
    const before = await waiting.innerText();
    await boxes.nth(1).check();
    await boxes.nth(2).check();
    await page.getByRole('form', { name: 'المحدَّدة' }).getByRole('button', { name: 'حذف' }).click();
    await expect(page.getByText('حُذف تعليقان')).toBeVisible();
    await expect(waiting).toHaveText(String(Number(before) - 2));
    await page.getByRole('button', { name: 'تراجع' }).click();
    await expect(page.getByText('عاد تعليق', { exact: false }).first()).toBeVisible();

    await page.goto(newest);
    await card.getByText('حظر صاحب التعليق').click();
    await expect(card.getByLabel(/^شبكة صاحب التعليق، حتى \d.+ فقط/)).toBeVisible();
    await card.getByLabel('بريد صاحب التعليق').check();
    await card.getByLabel('وكل تعليقاته إلى المزعج').check();
    await card.getByRole('button', { name: 'حظر', exact: true }).click();
    await expect(page.getByText(/حُظر صاحب التعليق.+يسري الحظر حتى \d/)).toBeVisible();
    await expect(card).toHaveCount(0);
    await page.goto(`${QUEUE}/bans`);
    await expect(page.getByText('بريد صاحب التعليق')).toHaveCount(1);
    await page.getByRole('button', { name: 'رفع الحظر' }).click();
    await expect(page.getByText('رُفع الحظر. ما وُضع')).toBeVisible();
    await context.close();
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`an approval does not publish an edit made after the card was shown, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
    request,
  }) => {
    const path = findArticle('المياه تصل');
    const writerId = `seen-${javaScriptEnabled}`;
    const [first, second] = javaScriptEnabled
      ? ['عودة الضغط فرحة', 'وصلت متأخرة جدًا']
      : ['بيتنا في آخر الحي', 'لم تصلنا قطرة بعد'];
    const { id } = addComment({ articlePath: path, body: first, status: 'pending', writerId });
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page);
    await page.goto(newest);
    await expect(cardWith(page, first)).toBeVisible();
    const edited = await request.post(`/comments/${id}/edit`, {
      form: { name: 'قارئ', body: second },
      headers: { cookie: cookieOf(writerId) },
      maxRedirects: 0,
    });
    expect(edited.status()).toBe(303);
    await cardWith(page, first).getByRole('button', { name: 'اعتماد' }).click();
    await expect(page.getByText('عدّل صاحب التعليق تعليقه بعد فتح هذه الصفحة')).toBeVisible();
    expect(await (await request.get(path)).text()).not.toContain(second);
    await page.goto(newest);
    await cardWith(page, second).getByRole('button', { name: 'اعتماد' }).click();
    await expect(page.getByText('اعتُمد تعليق').first()).toBeVisible();
    expect(await (await request.get(path)).text()).toContain(second);
    await context.close();
    removeComments(writerId);
  });
}

test('comments are found by words in another spelling, and by a full e-mail address that never enters the URL', async ({
  page,
  browser,
}) => {
  const path = findArticle('المياه تصل');
  const reader = await browser.newContext();
  await send(reader, path, 'أسئلةٌ كثيرة عن الفوترة الجديدة', 'desk-search');
  await reader.close();
  await signIn(page);
  await page.goto(QUEUE);
  await page.getByRole('searchbox').fill('اسئله');
  await page.getByRole('button', { name: 'بحث' }).click();
  // The card is in the unfiltered queue too: only the URL shows that the search has finished.
  await expect(page).toHaveURL(/q=/);
  await expect(cardWith(page, 'أسئلةٌ كثيرة')).toBeVisible();
  await page.getByRole('searchbox').fill(canary('desk-search'));
  await page.getByRole('button', { name: 'بحث' }).click();
  await expect(page).toHaveURL(/same=/);
  expect(page.url()).not.toContain('canary');
  await expect(cardWith(page, 'أسئلةٌ كثيرة')).toBeVisible();
  expect(await page.content()).not.toContain('canary-desk');
});

test('a reply under one’s own name appears on the site, and a pick is added and removed', async ({
  page,
  request,
}) => {
  await signIn(page);
  await page.goto(`${QUEUE}?status=approved`);
  const card = page.getByRole('article').first();
  const path = (await card.locator('a[dir=auto]').first().getAttribute('href'))!;
  await card.getByText('ردّ باسمك').click();
  await card.getByLabel('ردك').fill('صُحّح الرقم، شكرًا لك');
  await card.getByRole('button', { name: 'نشر الرد' }).click();
  await expect(page.getByText('نُشر ردك باسمك')).toBeVisible();
  expect(await (await request.get(path)).text()).toContain('صُحّح الرقم');
  const own = cardWith(page, 'صُحّح الرقم').first();
  await expect(own.getByText('من غرفة الأخبار')).toBeVisible();
  const picked = page.getByRole('article').filter({ hasNotText: 'من غرفة الأخبار' }).first();
  const heading = (await picked.getAttribute('aria-labelledby'))!;
  const same = page.locator(`[aria-labelledby="${heading}"]`);
  await picked.getByText('اختيار المحرر', { exact: true }).click();
  await picked.getByLabel('لماذا اخترته').fill('شهادة من الخط نفسه');
  await picked.getByRole('button', { name: 'اختره' }).click();
  await expect(page.getByText('صار التعليق من اختيار المحرر')).toBeVisible();
  await same.getByRole('button', { name: 'أزل من اختيار المحرر' }).click();
  await expect(page.getByText('لم يعد التعليق من اختيار المحرر')).toBeVisible();
});

test('a card shows hidden characters and the thread around a comment, without scripts', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(`${QUEUE}?status=approved`);
  await page.getByRole('link', { name: 'أظهر الحروف الخفية' }).click();
  await expect(page).toHaveURL(/hidden=1/);
  await expect(page.getByRole('link', { name: 'أخفِ الحروف الخفية' })).toBeVisible();
  const around = page.getByText(/حوله$/).first();
  await around.click();
  await expect(page.getByText(/ما سبقه في السلسلة|الردود عليه/).first()).toBeVisible();
  await page.getByRole('link', { name: 'الأخطر أولًا' }).click();
  await expect(page.getByRole('link', { name: 'الأخطر أولًا' })).toHaveAttribute('aria-current', 'true');
  await context.close();
});

test('an author can sign in to the newsroom but gets 403 on the comment pages', async ({ page }) => {
  const invitation = execFileSync(
    process.execPath,
    ['bin/user.ts', 'invite', '--email', 'author@midad.example', '--name', 'كاتب ضيف', '--role', 'author'],
    {
      env: { ...process.env, DATA_DIR: dataDir, SITE_URL: base },
      encoding: 'utf8',
    },
  );
  await page.goto(/\S+\/newsroom\/invitation\/\S+/.exec(invitation)![0]);
  const password = 'منارة الميناء القديمة 48';
  await page.getByLabel('كلمة المرور').fill(password);
  await page.getByRole('button', { name: 'إنشاء الحساب' }).click();
  await expect(page).not.toHaveURL(/invitation/);
  await signInByForm(page, { email: 'author@midad.example', password });
  for (const path of [
    QUEUE,
    `${QUEUE}/history`,
    `${QUEUE}/bans`,
    `${QUEUE}/arrivals?since=2026-01-01T00:00:00Z`,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(403);
  }
});
