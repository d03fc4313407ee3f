import { expect, findArticle, setOffline, test } from './journey.ts';
import { addComment, becomeWriter, removeComments } from './discussion.ts';
import { fill, send } from './comment-form.ts';

test.afterEach(() => removeComments('e2e'));

test.describe('with scripts', () => {
  test('without a network the text stays in the form, which shows a message and sends it later', async ({
    page,
  }) => {
    const path = findArticle('مكتبة عامة');
    await page.goto(path);
    await fill(page, 'كتبته في النفق', 'tunnel');
    await setOffline(page, true);
    await send(page);
    await expect(page.getByRole('alert').filter({ hasText: 'لا اتصال بالشبكة' })).toBeVisible();
    await expect(page.getByLabel('التعليق *')).toHaveValue('كتبته في النفق');
    await setOffline(page, false);
    await send(page);
    await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('كتبته في النفق');
  });

  test('without a network the form for editing keeps its text too', async ({ page, context }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({ articlePath: path, body: 'كلام يُعدّل', status: 'pending' });
    await becomeWriter(context);
    await page.goto(`/comments/${id}`);
    await page.getByText('تعديل التعليق', { exact: true }).click();
    await page.getByLabel('التعليق').fill('تعديل في النفق');
    await setOffline(page, true);
    await page.getByRole('button', { name: 'حفظ التعديل' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'لا اتصال بالشبكة' })).toBeVisible();
    await expect(page.getByLabel('التعليق')).toHaveValue('تعديل في النفق');
    await setOffline(page, false);
    await page.getByRole('button', { name: 'حفظ التعديل' }).click();
    await expect(page.locator('blockquote')).toContainText('تعديل في النفق');
  });

  test('after a server error the form keeps the text', async ({ page }) => {
    const path = findArticle('مكتبة عامة');
    await page.goto(path);
    await fill(page, 'كلام في وقت العطل', 'fault');
    await page.route('**/comments', (route) =>
      route.fulfill({ status: 500, contentType: 'text/html', body: '<title>500</title>' }),
    );
    await send(page);
    await expect(page.getByRole('alert').filter({ hasText: 'تعذر الإرسال الآن' })).toBeVisible();
    await expect(page.getByLabel('التعليق *')).toHaveValue('كلام في وقت العطل');
  });

  test('the browser stores one draft for the article and one for each reply, until it is sent', async ({
    page,
  }) => {
    const path = findArticle('مكتبة عامة');
    addComment({ articlePath: path, body: 'كلام يُجاب عنه', name: 'مُجاب' });
    await page.goto(path);
    const body = page.getByLabel('التعليق *');
    await body.fill('مسودة على المقال');
    await page.getByRole('link', { name: 'رد على مُجاب' }).click();
    await expect(body).toHaveValue('');
    await body.fill('مسودة الرد');
    await page.reload();
    await expect(body).toHaveValue('مسودة على المقال');
    await page.getByRole('link', { name: 'رد على مُجاب' }).click();
    await expect(body).toHaveValue('مسودة الرد');
    await page.getByRole('button', { name: 'إلغاء الرد' }).click();
    await expect(body).toHaveValue('مسودة على المقال');
    await page.goto('/');
    await page.goto(path);
    await expect(body).toHaveValue('مسودة على المقال');
    await fill(page, 'مسودة على المقال', 'draft');
    await send(page);
    await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('مسودة على المقال');
    await page.goto('/');
    await page.goto(path);
    await expect(body).toHaveValue('');
  });

  test('the form of a rejected reply stays below its comment', async ({ page }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({ articlePath: path, body: 'كلام يُردّ عليه خطأً', name: 'مردود عليه' });
    await page.goto(path);
    await page.getByRole('link', { name: 'رد على مردود عليه' }).click();
    await fill(page, 'رد بلا اسم', 'refused.reply');
    await page.getByLabel('الاسم *').fill('');
    await send(page);
    await expect(page.getByRole('alert').filter({ hasText: 'اكتب الاسم' })).toBeFocused();
    await expect(page.locator(`#comment-${id} + section input[name=replyTo]`)).toHaveValue(id);
    await expect(page.getByLabel('التعليق *')).toHaveValue('رد بلا اسم');
  });

  test('without storage in the browser, leaving the page asks first, and the form works', async ({
    page,
  }) => {
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    const path = findArticle('مكتبة عامة');
    await page.goto(path);
    await fill(page, 'كلام لا يُحفظ في المتصفح', 'private.mode');
    const asked = page.waitForEvent('dialog');
    const leaving = page.goto('/').catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await leaving;
    await expect(page.getByLabel('التعليق *')).toHaveValue('كلام لا يُحفظ في المتصفح');
    await send(page);
    await expect(page.getByRole('article', { name: 'تعليقك' })).toBeVisible();
    await page.goto('/');
    await expect(page).toHaveURL(/\/$/);
  });
});
