import { canary, expect, findArticle, signIn, test, writeComment } from './journey.ts';

// The main journey of the site, with and without scripts.
for (const scripts of [true, false]) {
  const how = scripts ? 'scripts on' : 'scripts off';

  test.describe(`a reader comments, an administrator approves (${how})`, () => {
    test.use({ javaScriptEnabled: scripts });

    test('read → comment → only its writer sees it → approve → every reader sees it', async ({
      page,
      browser,
      baseURL,
    }) => {
      const body = `قرأت الخبر مرتين، وأظن أن في الرقم الثاني زيادة (${how}).\n\nهل من توضيح؟`;
      const path = findArticle('مكتبة عامة');
      await page.goto(path);
      await writeComment(page, { body, name: 'Amal القارئة', email: canary(scripts ? 'amal' : 'amal.off') });

      await expect(page).toHaveURL(/\?at=[0-9a-f-]{36}&said=sent/);
      const own = page.getByRole('article', { name: 'تعليقك' });
      await expect(own).toContainText('بانتظار المراجعة');
      await expect(own).toContainText('هل من توضيح؟');
      await expect(page.getByRole('status').filter({ hasText: 'لا يراه الآن غيرك' })).toBeVisible();

      const others = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: scripts });
      const other = await others.newPage();
      await other.goto(path);
      await expect(other.getByText(how)).toHaveCount(0);

      const desk = await others.newPage();
      await signIn(desk);
      await desk.goto('/newsroom/comments?order=newest');
      const card = desk.getByRole('article').filter({ hasText: how });
      await expect(card).toContainText('Amal القارئة');
      await card.getByRole('button', { name: 'اعتماد' }).click();
      await expect(desk.getByText('اعتُمد تعليق').first()).toBeVisible();

      await other.goto(path);
      const approved = other.getByRole('article').filter({ hasText: how });
      await expect(approved).toContainText('هل من توضيح؟');
      await expect(approved.locator('bdi', { hasText: 'Amal القارئة' })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('status').filter({ hasText: 'نُشر تعليقك' })).toBeVisible();

      // A reply by another reader appears in its thread.
      await approved.getByRole('link', { name: 'رد' }).click();
      await expect(other.getByRole('heading', { name: 'ردّ على Amal القارئة' })).toBeVisible();
      await writeComment(other, {
        body: `سؤال في محله (${how}، رد)`,
        name: 'سليم',
        email: canary(scripts ? 'salim' : 'salim.off'),
      });
      await expect(other.getByRole('article', { name: 'تعليقك' })).toContainText('سؤال في محله');
      await desk.goto('/newsroom/comments?order=newest');
      await desk
        .getByRole('article')
        .filter({ hasText: `${how}، رد` })
        .getByRole('button', { name: 'اعتماد' })
        .click();
      await expect(desk.getByText('اعتُمد تعليق').first()).toBeVisible();
      await page.goto(path);
      const thread = page
        .getByRole('listitem')
        .filter({ has: page.getByText('هل من توضيح؟') })
        .filter({ hasText: how });
      await expect(thread.getByRole('listitem')).toContainText('سؤال في محله');
      await others.close();
    });

    test('a rejected form comes back filled in, with each error at its field', async ({ page }) => {
      const kept = `رأي يستحق أن يبقى كما كُتب (${how})`;
      const path = findArticle('مكتبة عامة');
      await page.goto(path);
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await writeComment(page, { body: kept, name: '', email: 'ليس بريدًا' });
      expect((await answered).status()).toBe(422);
      const summary = page.getByRole('alert');
      await expect(summary).toBeFocused();
      await expect(summary.getByRole('heading')).toHaveText('في النموذج خطآن');
      await expect(page.getByLabel('التعليق *')).toHaveValue(kept);
      await expect(page.getByLabel('البريد الإلكتروني *')).toHaveValue('ليس بريدًا');
      await expect(page.getByLabel('الاسم *')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('الاسم *')).toHaveAccessibleDescription(/اكتب الاسم الذي يظهر/);
      await summary.getByRole('link', { name: /^اكتب الاسم/ }).click();
      await expect(page.getByLabel('الاسم *')).toBeFocused();
      await page.getByLabel('الاسم *').fill('وداد');
      await page.getByLabel('البريد الإلكتروني *').fill(canary('widad'));
      await page.getByRole('button', { name: 'إرسال التعليق' }).click();
      await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText(kept);
    });
  });
}
