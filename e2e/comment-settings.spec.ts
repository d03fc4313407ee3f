import type { Browser, Page } from '@playwright/test';
import { canary, expect, findArticle, signIn, test, writeComment } from './journey.ts';
import { passHour } from './discussion.ts';
import { addArticle } from './desk-articles.ts';

/* The comment settings of the newsroom, and what readers see of them. */
const SETTINGS = '/newsroom/comments/settings';

async function openSettings(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page);
  await page.goto(SETTINGS);
  return page;
}

async function setTo(desk: Page, label: string, value: string) {
  await desk.goto(SETTINGS);
  const field = desk.getByLabel(label);
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
  else await field.fill(value);
  await desk.getByRole('button', { name: 'حفظ الإعدادات' }).click();
  await expect(desk.getByText('حُفظت الإعدادات')).toBeVisible();
}

test('with an optional e-mail address, the label, its mark and the note say so in both languages', async ({
  page,
  browser,
}) => {
  const arabic = findArticle('مكتبة عامة');
  const english = findArticle('turtle', 'en');
  /** The label, the required mark and the notes of the e-mail field, as readers see them. */
  const read = async (path: string) => {
    await page.goto(path);
    const field = page.locator('#comment-email');
    // The browser does not lay out the end of the page until it is scrolled near.
    await field.scrollIntoViewIfNeeded();
    await expect(field).toBeInViewport();
    return {
      label: (await page.locator('label[for=comment-email]').innerText()).trim(),
      required: await field.getAttribute('aria-required'),
      note: await page.locator('#comment-email-note').innerText(),
      lead: await page.locator('#comment-note').innerText(),
    };
  };
  const ar = { lead: 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *' };
  const en = { lead: 'Your e-mail address will not be published. Required fields are marked *' };
  expect(await read(arabic)).toEqual({
    ...ar,
    label: 'البريد الإلكتروني *',
    required: 'true',
    note: 'للمحررين وحدهم، ويُحفظ مشفرًا.',
  });
  expect(await read(english)).toEqual({
    ...en,
    label: 'E-mail address *',
    required: 'true',
    note: 'For the editors only, and stored encrypted.',
  });

  const desk = await openSettings(browser);
  await setTo(desk, 'البريد الإلكتروني في نموذج التعليق', 'optional');
  expect(await read(arabic)).toEqual({
    ...ar,
    label: 'البريد الإلكتروني',
    required: null,
    note: 'اختياري، وهو للمحررين وحدهم، ويُحفظ مشفرًا.',
  });
  expect(await read(english)).toEqual({
    ...en,
    label: 'E-mail address',
    required: null,
    note: 'Optional; for the editors only, and stored encrypted.',
  });
  await page.goto(arabic);
  await page.getByLabel('التعليق *').fill('رأي بلا عنوان بريد');
  await page.getByLabel('الاسم *').fill('مستغنٍ عن البريد');
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
  await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('رأي بلا عنوان بريد');

  await setTo(desk, 'البريد الإلكتروني في نموذج التعليق', 'required');
  await page.context().clearCookies();
  await page.goto(arabic);
  await page.getByLabel('التعليق *').fill('رأي آخر بلا عنوان');
  await page.getByLabel('الاسم *').fill('مستغنٍ عن البريد');
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
  await expect(page.getByRole('alert')).toContainText('اكتب عنوان بريدك الإلكتروني؛ لن يُنشر.');
  await desk.context().close();
});

test('while everything is held, even the comment of a trusted writer waits', async ({ page, browser }) => {
  const path = await addArticle({ headline: 'خبر تجريبي لمن يُوثق به' });
  const write = async (body: string) => {
    await page.goto(path);
    await writeComment(page, { body, name: 'موثوق به', email: canary('trusted') });
    passHour();
  };
  await write('أول ما أكتب هنا');
  const desk = await openSettings(browser);
  await desk.goto('/newsroom/comments?order=newest');
  await desk
    .getByRole('article')
    .filter({ hasText: 'أول ما أكتب هنا' })
    .getByRole('button', { name: 'اعتماد' })
    .click();
  await expect(desk.getByText('اعتُمد تعليق').first()).toBeVisible();
  await setTo(desk, 'تعليقات معتمدة تكفي للنشر المباشر', '1');
  await page.goto(path);
  await expect(page.getByText('نراجع التعليقات وفق سياسة معلنة.')).toBeVisible();
  await write('وهذا يُنشر في الحال');
  await expect(page.getByRole('status').filter({ hasText: 'نُشر تعليقك' })).toBeVisible();

  await desk.goto(SETTINGS);
  await desk.getByRole('link', { name: 'احجز كل شيء لمدة 24 ساعة' }).click();
  await desk.getByRole('button', { name: 'نعم، احجز كل شيء' }).click();
  await expect(desk.getByText('حُجز كل شيء: ينتظر')).toBeVisible();
  await write('وهذا ينتظر مشرفًا');
  await expect(
    page.getByRole('status').filter({ hasText: 'وصل تعليقك، وهو بانتظار مراجعة المحررين' }),
  ).toBeVisible();

  await desk.getByRole('button', { name: 'أوقف حجز كل شيء' }).click();
  await expect(desk.getByText('توقف حجز كل شيء')).toBeVisible();
  await write('ثم يُنشر هذا في الحال');
  await expect(page.getByRole('status').filter({ hasText: 'نُشر تعليقك' })).toBeVisible();
  await setTo(desk, 'تعليقات معتمدة تكفي للنشر المباشر', '0');
  await desk.context().close();
});

test('in slow mode the second comment gets 429 with the waiting time, and the form keeps it', async ({
  page,
  browser,
}) => {
  const path = await addArticle({ headline: 'خبر تجريبي كثر فيه الكلام' });
  const desk = await openSettings(browser);
  await desk.getByRole('link', { name: 'وضع بطيء' }).click();
  await desk.getByLabel('تعليق واحد كل كم دقيقة').fill('60');
  await desk.getByRole('button', { name: 'شغّل الوضع البطيء' }).click();
  await expect(desk.getByText('بدأ الوضع البطيء')).toBeVisible();
  await page.goto(path);
  await writeComment(page, { body: 'أول ما أكتب', name: 'متأنية', email: canary('slow') });
  await expect(page.getByRole('article', { name: 'تعليقك' })).toBeVisible();
  passHour(0.5);
  await page.goto(path);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await writeComment(page, { body: 'ثاني ما أكتب', name: 'متأنية', email: canary('slow') });
  expect((await answered).status()).toBe(429);
  await expect(page.getByRole('alert')).toContainText(
    /التعليقات كثيرة الآن، فبين تعليق القارئ وتعليقه التالي مهلة\. انتظر (?:30|29) دقيقة ثم أرسل مرة أخرى\./,
  );
  await expect(page.getByLabel('التعليق *')).toHaveValue('ثاني ما أكتب');
  await desk.goto(SETTINGS);
  await desk.getByRole('button', { name: 'أوقف الوضع البطيء' }).click();
  await expect(desk.getByText('توقف الوضع البطيء')).toBeVisible();
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
  await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText(['ثاني ما أكتب', 'أول ما أكتب']);
  await desk.context().close();
});

test('the question of the desk is above the comments; comments close at the time set for the article, with the reason', async ({
  page,
}) => {
  await page.goto(findArticle('حافلات الليل'));
  const comments = page.getByRole('region', { name: /تعليق/ });
  await expect(comments.getByText('سؤال من التحرير')).toBeVisible();
  await expect(
    comments.getByText('هل تركب حافلة الليل إذا مرت قرب بيتك، وفي أي ساعة تحتاج إليها؟'),
  ).toBeVisible();
  await page.goto(findArticle('turtle', 'en'));
  await expect(
    page.getByText('Would you accept a darker seafront where you live, and what would you miss?'),
  ).toBeVisible();

  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  const set = {
    publishedAt: new Date(Date.now() - 2 * 86_400_000).toISOString(),
    commentsCloseAt: yesterday,
  };
  await page.goto(await addArticle({ headline: 'استطلاع رأي ينتهي في يومه', ...set }));
  await expect(
    page.getByText(/حددت هيئة التحرير لهذا المقال موعدًا ينتهي فيه التعليق، وهو .*\d{4}\./),
  ).toBeVisible();
  await expect(page.getByLabel('التعليق *')).toHaveCount(0);
  await page.goto(await addArticle({ locale: 'en', headline: 'A survey that ends in a day', ...set }));
  await expect(
    page.getByText(/The editors set a time for comments on this story to end: .*\d{4}\./),
  ).toBeVisible();
  await page.goto(await addArticle({ headline: 'خبر لا تعليق عليه', commentsOpen: false }));
  await expect(page.getByText('أغلقت هيئة التحرير باب التعليق على هذا المقال.')).toBeVisible();
});
