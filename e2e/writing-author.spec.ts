import { base } from './instance.ts';
import { begin } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';
import { addMember, becomeMember } from './staff.ts';
import { editPath, openDesk, stored, write } from './writing.ts';

test('an author writes and sends to the desk, cannot publish, and cannot see the drafts of others', async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  const author = addMember('author');
  const { number: foreign } = await begin('مسودة المدير');
  const { number: own } = await begin('مسودة الكاتبة', author.email);
  await becomeMember(context, author);
  for (const below of ['', '/publish', '/revisions', '/revisions/compare', '/draft'])
    expect((await page.request.get(editPath(foreign, below))).status(), below).toBe(403);
  expect((await page.request.get(editPath(999_999))).status()).toBe(404);
  for (const below of ['/draft', '/presence']) {
    const headers = { origin: base };
    expect(
      (await page.request.post(editPath(foreign, below), { data: { tabId: 'x' }, headers })).status(),
      below,
    ).toBe(403);
    expect(
      (
        await page.request.post(editPath(own, below), {
          data: { tabId: 'x' },
          headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
        })
      ).status(),
      below,
    ).toBe(403);
  }
  await openDesk(page, own);
  await stored(page, () => write(page, 'نص الكاتبة.'));
  await page.goto(editPath(own, '/publish'));
  await expect(page.getByRole('button', { name: 'انشر الآن' })).toHaveCount(0);
  await page.getByRole('button', { name: 'أرسل إلى التحرير' }).click();
  await expect(page.getByText('أُرسل المقال إلى التحرير.')).toBeVisible();

  const desk = await browser.newContext();
  const editor = await desk.newPage();
  await signIn(editor);
  await editor.goto(editPath(own, '/publish'));
  await expect(editor.getByText('ينتظر التحرير')).toBeVisible();
  // An article is given back only with a reason.
  await editor.getByRole('button', { name: 'أعده إلى كاتبه' }).click();
  await expect(editor.getByText('اكتب سبب الإعادة')).toBeVisible();
  await editor.getByLabel(/سبب الإعادة/).fill('ينقصه رقم الشاحنات');
  await editor.getByRole('button', { name: 'أعده إلى كاتبه' }).click();
  await expect(editor.getByText('عاد المقال إلى كاتبه.')).toBeVisible();
  await desk.close();

  // The author sees the reason everywhere the article appears.
  for (const place of ['/newsroom', '/newsroom/articles', editPath(own), editPath(own, '/publish')]) {
    await page.goto(place);
    await expect(page.getByText('ينقصه رقم الشاحنات').first(), place).toBeVisible();
  }
  await page.getByRole('button', { name: /أرسل/ }).click();
  await expect(page.getByText('أُرسل المقال إلى التحرير.')).toBeVisible();
  await page.goto('/newsroom');
  await expect(page.getByText('ينقصه رقم الشاحنات')).toHaveCount(0);
});
