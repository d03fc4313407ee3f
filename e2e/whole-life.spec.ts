import type { Browser } from '@playwright/test';
import { readMails } from './instance.ts';
import { canary, CANARY, expect, findArticle, signIn, test, writeComment } from './journey.ts';
import { countJobs, passMinute } from './discussion.ts';

/** Approves the comment with these words at the desk. */
async function approve(browser: Browser, words: string) {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signIn(desk);
  await desk.goto('/newsroom/comments?order=newest');
  const card = desk.getByRole('article').filter({ hasText: words });
  await card.getByRole('button', { name: 'اعتماد' }).click();
  await expect(desk.getByText('اعتُمد تعليق').first()).toBeVisible();
  await context.close();
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a comment is previewed, pending, approved, read at its own address, answered, reported and withdrawn', async ({
    page,
    browser,
    baseURL,
  }) => {
    const path = findArticle('مكتبة عامة');
    await page.goto(path);
    await page.getByLabel('التعليق *').fill('في مكتبة حيّنا **ركن** للصغار');
    await page.getByLabel('الاسم *').fill('هناء بلا نصوص');
    await page.getByLabel('البريد الإلكتروني *').fill(canary('whole'));
    await page.getByRole('button', { name: 'إرسال التعليق' }).click();
    const preview = page.getByRole('region', { name: 'هكذا سيظهر تعليقك' });
    await expect(preview.locator('strong')).toHaveText('ركن');
    await preview.getByRole('button', { name: 'أرسله كما هو' }).click();
    await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('بانتظار المراجعة');
    await page.getByRole('link', { name: 'حالة تعليقك' }).click();
    const status = page.url();
    await expect(page.getByRole('status')).toContainText('تعليقك بانتظار المراجعة');

    await approve(browser, 'للصغار');
    await page.reload();
    await expect(page.getByRole('status')).toContainText('نُشر تعليقك');
    const permalink = (await page.getByRole('link', { name: 'اقرأه في موضعه' }).getAttribute('href'))!;

    const others = await browser.newContext({
      baseURL: baseURL!,
      javaScriptEnabled: false,
      extraHTTPHeaders: { 'x-forwarded-for': '10.77.1.1' },
    });
    const other = await others.newPage();
    await other.goto(permalink);
    const comment = other.getByRole('article').filter({ hasText: 'للصغار' });
    await expect(comment).toBeInViewport();
    await comment.getByRole('link', { name: 'رد', exact: false }).first().click();
    await writeComment(other, {
      body: 'ركن الصغار أجمل ما فيها',
      name: 'مجيبة',
      email: canary('whole.reply'),
    });
    await expect(other.getByRole('article', { name: 'تعليقك' })).toContainText('ركن الصغار');
    await approve(browser, 'ركن الصغار أجمل');
    await other.goto(permalink);
    await other.getByRole('link', { name: 'إبلاغ عن تعليق هناء بلا نصوص' }).click();
    await other.getByLabel('إعلان أو تكرار مزعج').check();
    await other.getByRole('button', { name: 'إرسال البلاغ' }).click();
    await expect(other.getByRole('status').filter({ hasText: 'وصل بلاغك' })).toBeVisible();

    await page.goto(status);
    await page.getByText('سحب التعليق', { exact: true }).click();
    await page.getByRole('button', { name: 'نعم، اسحب تعليقي' }).click();
    await expect(page.getByRole('status')).toContainText('سحبت هذا التعليق');
    await other.goto(permalink);
    await expect(other.getByText('للصغار')).toHaveCount(0);
    await expect(other.getByText('سحب صاحب التعليق تعليقه.')).toBeVisible();
    await expect(other.getByText('ركن الصغار أجمل ما فيها')).toBeVisible();
    await others.close();
  });
});

test('a notice is requested with the comment, confirmed from the mail, sent for a reply, and ended by one click', async ({
  page,
  browser,
  baseURL,
  request,
}) => {
  const address = canary('told');
  const mailsTo = () => readMails().filter(({ to }) => to.includes(address));
  const path = findArticle('مكتبة عامة');
  await page.goto(path);
  await page.getByLabel('أخبرني بالبريد').check();
  await writeComment(page, { body: 'هل تُعار الكتب بين المدن؟', name: 'زينب السائلة', email: address });
  await expect(page.getByRole('article', { name: 'تعليقك' })).toBeVisible();
  passMinute();
  await approve(browser, 'تُعار الكتب');
  await expect
    .poll(() => {
      passMinute();
      return mailsTo().length;
    })
    .toBe(1);
  const [asking] = mailsTo();
  expect(asking!.headers.subject).toContain('نُشر تعليقك على');
  expect(asking!.text).not.toMatch(CANARY);
  expect(asking!.html).not.toMatch(CANARY);
  const link = /https?:\/\/\S+\/comments\/notices\/[\w-]+/.exec(asking!.text)![0];

  await page.goto(link);
  await page.getByRole('button', { name: 'نعم، أخبروني بالردود' }).click();
  await expect(page.getByText('نخبرك بالبريد إذا رُدّ على تعليقك')).toBeVisible();

  const answer = async (words: string, network: string) => {
    const context = await browser.newContext({
      baseURL: baseURL!,
      extraHTTPHeaders: { 'x-forwarded-for': network },
    });
    const other = await context.newPage();
    await other.goto(path);
    await other
      .getByRole('article')
      .filter({ hasText: 'تُعار الكتب' })
      .getByRole('link', { name: 'رد', exact: false })
      .first()
      .click();
    await expect(other.getByRole('heading', { name: 'ردّ على زينب السائلة' })).toBeVisible();
    await writeComment(other, {
      body: words,
      name: 'أمين المكتبة العامة',
      email: canary(`told.${network.replaceAll('.', '-')}`),
    });
    await expect(other.getByRole('article', { name: 'تعليقك' })).toContainText(words);
    await context.close();
    await approve(browser, words);
  };
  await answer('نعم، وتصل في أسبوع', '10.78.1.1');
  await expect
    .poll(() => {
      passMinute();
      return mailsTo().length;
    })
    .toBe(2);
  const told = mailsTo()[1]!;
  expect(told.headers.subject).toContain('رد جديد من');
  expect(told.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  expect(told.text).toContain('نعم، وتصل في أسبوع');
  for (const form of [told.text, told.html]) expect(form).not.toMatch(CANARY);

  const endUrl = /^<(.+)>$/.exec(told.headers['list-unsubscribe']!)![1]!;
  await request.get(endUrl); // a mail program fetches the link first, and that ends nothing
  await page.reload();
  await expect(page.getByText('نخبرك بالبريد إذا رُدّ على تعليقك')).toBeVisible();
  const ended = await request.post(endUrl, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 });
  expect(ended.status()).toBe(200);
  await page.reload();
  await expect(page.getByText('لا رسائل مرتبطة بهذا الرابط')).toBeVisible();
  await answer('وتُحجز بالهاتف أيضًا', '10.79.1.1');
  await expect
    .poll(() => {
      passMinute();
      return countJobs();
    })
    .toBe(0);
  expect(mailsTo()).toHaveLength(2);
});
