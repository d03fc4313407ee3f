import type { Page } from '@playwright/test';
import { removePage } from '#db/paper/pages.ts';
import { addTestPage } from '#db/testing/pages.ts';
import { asEditor } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';

test('a static page is begun, written in the editor, previewed, published, changed, restored and deleted; built-in pages cannot be deleted', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const begin = async (title: string) => {
    await page.goto('/newsroom/pages');
    await page.getByLabel('نهاية الرابط').fill('careers');
    await page.getByLabel('عنوان الصفحة').fill(title);
    await page.getByRole('button', { name: 'ابدأ الصفحة' }).click();
  };
  const text = page.getByRole('textbox', { name: 'النص', exact: true });
  const isSaved = () => expect(page.locator('[data-autosave]')).toHaveAttribute('data-autosave', 'saved');
  const reader = await (await browser.newContext()).newPage();
  await begin('اعمل معنا');
  await text.click();
  await page.keyboard.insertText('نبحث عن محررين.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## ');
  await page.keyboard.insertText('كيف تتقدم');
  await expect(page.getByText('حُفظت المسودة')).toBeVisible();
  // Only a person with the preview link sees the page.
  expect((await reader.request.get('/p/careers')).status()).toBe(404);
  const link = await page.getByLabel('رابط المعاينة').inputValue();
  // The saved text may still be an earlier one.
  await expect
    .poll(async () => (await reader.request.get(new URL(link).pathname)).text())
    .toContain('كيف تتقدم');
  await reader.goto(new URL(link).pathname);
  await expect(reader.getByRole('heading', { name: 'كيف تتقدم' })).toBeVisible();
  await page.getByRole('button', { name: 'أبطل كل روابط المعاينة' }).click();
  await expect(page.getByText('أُبطلت روابط المعاينة السابقة')).toBeVisible();
  expect((await reader.request.get(new URL(link).pathname)).status()).toBe(410);
  const newLink = await page.getByLabel('رابط المعاينة').inputValue();
  expect((await reader.request.get(new URL(newLink).pathname)).status()).toBe(200);
  await page.getByRole('button', { name: 'انشر', exact: true }).click();
  await expect(page.getByText('نُشرت الصفحة')).toBeVisible();
  const html = await (await page.request.get('/p/careers')).text();
  expect(html).toContain('<h2>كيف تتقدم</h2>');
  await begin('وظائف');
  await expect(page.getByText('في هذه الطبعة صفحة بهذه الكلمة')).toBeVisible();
  expect(await (await page.request.get('/p/careers')).text()).toBe(html);

  await page.goto('/newsroom/pages');
  await page.getByRole('link', { name: /اعمل معنا/ }).click();
  await expect(text.getByRole('heading', { name: 'كيف تتقدم' })).toBeVisible();
  await text.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('لا وظائف الآن.');
  await expect(page.getByText('حُفظت المسودة')).toBeVisible();
  await isSaved();
  expect(await (await page.request.get('/p/careers')).text()).toBe(html);
  await page.reload();
  await expect(text).toHaveText('لا وظائف الآن.');
  await expect(page.getByText('في المسودة ما لا يراه القراء بعد')).toBeVisible();
  // A save right after the last key includes every letter.
  await text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' حتى إشعار آخر');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('حُفظت نسخة من المسودة')).toBeVisible();
  await page.reload();
  await expect(text).toHaveText('لا وظائف الآن. حتى إشعار آخر');
  await page.getByRole('link', { name: 'النسخ', exact: true }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'نُشرت' })
    .getByRole('button', { name: /^استعد/ })
    .click();
  await expect(page.getByText('عادت النسخة إلى المسودة')).toBeVisible();
  await expect(text.getByRole('heading', { name: 'كيف تتقدم' })).toBeVisible();

  await page.getByText('احذف الصفحة').click();
  await page.getByRole('button', { name: 'نعم، احذف «اعمل معنا»' }).click();
  await expect(page.getByText('حُذفت الصفحة')).toBeVisible();
  expect((await page.request.get('/p/careers')).status()).toBe(404);
  expect((await reader.request.get(new URL(newLink).pathname)).status()).toBe(410);
  await page.goto('/newsroom/pages/ar/privacy');
  await expect(page.getByRole('button', { name: 'انشر', exact: true })).toBeVisible();
  await expect(page.getByText('احذف الصفحة')).toHaveCount(0);
});

for (const scripts of [true, false]) {
  test(`a page that a colleague changed meanwhile is overwritten only after a warning, ${scripts ? 'scripts on' : 'scripts off'}`, async ({
    browser,
    page: colleague,
  }) => {
    const slug = scripts ? 'visits' : 'visit-times';
    await addTestPage({ slug, locale: 'ar', title: 'مواعيد الزيارة', text: 'كل سبت.' });
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    const save = (by: Page) => by.getByRole('button', { name: 'انشر', exact: true }).click();
    // Without scripts the text is a plain field.
    const textOf = (by: Page, hasScripts: boolean) =>
      by.locator(hasScripts ? '.ProseMirror' : 'textarea[name=text]');
    const readers = async () => (await page.request.get(`/p/${slug}`)).text();
    for (const each of [page, colleague]) {
      await signIn(each);
      await each.goto(`/newsroom/pages/ar/${slug}`);
    }
    await textOf(colleague, true).fill('كل أحد.');
    await save(colleague);
    await expect(colleague.getByText('نُشرت الصفحة')).toBeVisible();

    await page.getByLabel('عنوان الصفحة').fill('مواعيد زيارة المكتبة');
    await textOf(page, scripts).fill('كل جمعة.');
    const refused = page.waitForResponse((response) => response.request().method() === 'POST');
    await save(page);
    expect((await refused).status()).toBe(409);
    await expect(page.getByText('غيّر زميل هذه البيانات بعد أن فتحت الصفحة')).toBeVisible();
    await expect(page.getByLabel('عنوان الصفحة')).toHaveValue('مواعيد زيارة المكتبة');
    await (scripts
      ? expect(textOf(page, scripts)).toHaveText('كل جمعة.')
      : expect(textOf(page, scripts)).toHaveValue('كل جمعة.'));
    expect(await readers()).toContain('كل أحد.');
    await save(page);
    await expect(page.getByText('نُشرت الصفحة')).toBeVisible();
    expect(await readers()).toContain('كل جمعة.');
    await asEditor((editor, now) => removePage(slug, 'ar', editor, now));
    await context.close();
  });
}
