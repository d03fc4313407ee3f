import { expect, findArticle, signIn, test } from './journey.ts';
import { addComment, becomeWriter, removeComments, setComment, commentsPath } from './discussion.ts';

test.afterEach(() => removeComments('e2e'));

// What happens to a comment after it was sent, without scripts.
test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader reports a comment; reports from three networks hide it, reports from two do not', async ({
    page,
    request,
  }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({ articlePath: path, body: 'كلام يستحق البلاغ', name: 'مُبلَّغ عنه' });
    await page.goto(path);
    await page.getByRole('link', { name: 'إبلاغ عن تعليق مُبلَّغ عنه' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('إبلاغ عن تعليق');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByLabel('تفاصيل تعيننا على الفهم').fill('تفاصيل لا تضيع');
    await page.getByRole('button', { name: 'إرسال البلاغ' }).click();
    expect((await answered).status()).toBe(422);
    await expect(page.getByRole('alert')).toContainText('اختر ما ينطبق على التعليق.');
    await expect(page.getByLabel('تفاصيل تعيننا على الفهم')).toHaveValue('تفاصيل لا تضيع');
    await page.getByLabel('إساءة أو سباب').check();
    await page.getByRole('button', { name: 'إرسال البلاغ' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'وصل بلاغك' })).toBeVisible();

    const report = (network: string) =>
      request.post(`${commentsPath(path)}/${id}/reports`, {
        form: { reason: 'offensive' },
        headers: { 'x-forwarded-for': network },
        maxRedirects: 0,
      });
    // Three reports from a second network: the responses are the same, and the comment stays published.
    const answers = [await report('10.9.1.1'), await report('10.9.1.2'), await report('10.9.1.1')];
    expect(new Set(answers.map((answer) => `${answer.status()} ${answer.headers().location}`)).size).toBe(1);
    await page.goto(path);
    await expect(page.getByText('كلام يستحق البلاغ')).toBeVisible();
    await report('10.9.2.1');
    await page.goto(path);
    await expect(page.getByText('كلام يستحق البلاغ')).toHaveCount(0);
    expect((await report('10.9.3.1')).status()).toBe(410);
  });

  test('a reported factual error is a task in the newsroom until an editor resolves it', async ({
    page,
    browser,
    baseURL,
  }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({ articlePath: path, body: 'الافتتاح كان يوم أحد', name: 'مدقق' });
    await page.goto(`${commentsPath(path)}/${id}/report`);
    await page.getByLabel('خطأ في الوقائع').check();
    await page.getByRole('button', { name: 'إرسال البلاغ' }).click();
    await expect(page.getByRole('alert')).toContainText('اكتب في التفاصيل ما الخطأ');
    await page.getByLabel('تفاصيل تعيننا على الفهم').fill('كان يوم اثنين لا أحد');
    await page.getByRole('button', { name: 'إرسال البلاغ' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'وصل بلاغك' })).toBeVisible();
    const context = await browser.newContext({ baseURL: baseURL! });
    const desk = await context.newPage();
    await signIn(desk);
    const task = desk.getByRole('listitem').filter({ hasText: 'كان يوم اثنين لا أحد' });
    await expect(task).toContainText('مدقق');
    await task.getByRole('button', { name: 'عولج' }).click();
    await expect(task).toHaveCount(0);
    await context.close();
  });

  test('an edited comment is hidden at once until the desk approves the new text', async ({
    page,
    request,
  }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({ articlePath: path, body: 'نص قبل التعديل', name: 'كاتبة' });
    expect(await (await request.get(path)).text()).toContain('نص قبل التعديل');
    await becomeWriter(page.context());
    await page.goto(`/comments/${id}`);
    await expect(page.getByRole('status')).toContainText('نُشر تعليقك');
    await page.getByText('تعديل التعليق', { exact: true }).click();
    await page.getByLabel('التعليق').fill('');
    await page.getByRole('button', { name: 'حفظ التعديل' }).click();
    await expect(page.getByRole('alert')).toContainText('اكتب نص تعليقك');
    await page.getByLabel('التعليق').fill('نص بعد التعديل');
    await page.getByRole('button', { name: 'حفظ التعديل' }).click();
    await expect(page.getByRole('status')).toContainText('بانتظار المراجعة');
    await expect(page.locator('blockquote')).toContainText('نص بعد التعديل');
    expect(await (await request.get(path)).text()).not.toMatch(/نص (?:قبل|بعد) التعديل/);
    setComment(id, { status: 'approved' });
    await page.goto(path);
    await expect(page.getByRole('article').filter({ hasText: 'نص بعد التعديل' })).toContainText('عُدّل');
  });

  test('choosing a theme on the page of a comment stays on that page', async ({ page }) => {
    const { id } = addComment({
      articlePath: findArticle('مكتبة عامة'),
      body: 'ينتظر في الظلام',
      status: 'pending',
    });
    const own = `/comments/${id}`;
    await becomeWriter(page.context());
    await page.goto(own);
    const root = page.locator('html');
    const light = await root.evaluate((element) => getComputedStyle(element).backgroundColor);
    await page.getByRole('contentinfo').getByRole('button', { name: 'داكن' }).click();
    await expect(root).not.toHaveCSS('background-color', light);
    expect(new URL(page.url()).pathname).toBe(own);
    await expect(page.locator('blockquote')).toContainText('ينتظر في الظلام');
  });

  test('a withdrawn comment leaves a placeholder above its replies', async ({ page }) => {
    const path = findArticle('مكتبة عامة');
    const opening = addComment({ articlePath: path, body: 'كلام ندمت عليه', name: 'نادم' });
    addComment({ articlePath: path, body: 'جواب يبقى مقروءًا', name: 'مجيب', replyTo: opening });
    await becomeWriter(page.context());
    await page.goto(`/comments/${opening.id}`);
    await expect(page.getByRole('button', { name: 'نعم، اسحب تعليقي' })).toBeHidden();
    await page.getByText('سحب التعليق', { exact: true }).click();
    await page.getByRole('button', { name: 'نعم، اسحب تعليقي' }).click();
    await expect(page.getByRole('status')).toContainText('سحبت هذا التعليق');
    await page.goto(path);
    await expect(page.getByText('كلام ندمت عليه')).toHaveCount(0);
    await expect(page.locator(`#comment-${opening.id}`)).toHaveText('سحب صاحب التعليق تعليقه.');
    await expect(page.getByText('جواب يبقى مقروءًا')).toBeVisible();
  });

  test('the writer of a rejected comment reads the reason and can appeal once', async ({ page }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({ articlePath: path, body: 'رأي رُفض', status: 'rejected' });
    setComment(id, { reason_code: 'irrelevant', reason_note: 'اكتبه تحت خبر البلدية.' });
    await becomeWriter(page.context());
    await page.goto(`/comments/${id}`);
    await expect(page.getByText('لا يتصل بموضوع المقال.')).toBeVisible();
    await expect(page.getByText('اكتبه تحت خبر البلدية.')).toBeVisible();
    await page.getByText('الاعتراض على القرار', { exact: true }).click();
    await page.getByRole('button', { name: 'إرسال الاعتراض' }).click();
    await expect(page.getByRole('alert')).toContainText('اكتب لماذا ترى أن يُنشر');
    await page.getByLabel('لماذا ترى أن يُنشر؟').fill('المكتبة مشروع للبلدية');
    await page.getByRole('button', { name: 'إرسال الاعتراض' }).click();
    await expect(page.getByRole('status')).toContainText('وصل اعتراضك');
    setComment(id, { status: 'rejected' });
    await page.reload();
    await expect(page.getByText('راجعنا اعتراضك، وبقي القرار كما هو.')).toBeVisible();
    await expect(page.getByText('الاعتراض على القرار')).toHaveCount(0);
  });

  test('a reader who appreciates a comment gets a message, finds the button pressed later, and can undo it', async ({
    page,
    request,
  }) => {
    const path = findArticle('مكتبة عامة');
    addComment({ articlePath: path, body: 'كلام حسن', name: 'محسن' });
    await page.goto(path);
    await page.getByRole('button', { name: 'تقدير لتعليق محسن' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'سجّلنا تقديرك.' })).toBeVisible();
    const pressed = page.getByRole('button', { name: 'تقدير 1 لتعليق محسن' });
    await expect(pressed).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/');
    await page.goto(path);
    await expect(pressed).toHaveAttribute('aria-pressed', 'true');
    const others = await request.get(path);
    expect(others.headers()['cache-control']).toContain('public');
    expect(await others.text()).not.toContain('aria-pressed="true"');
    await pressed.click();
    await expect(page.getByRole('status').filter({ hasText: 'سحبنا تقديرك.' })).toBeVisible();
    await page.goto(path);
    await expect(page.getByRole('button', { name: 'تقدير لتعليق محسن' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
  });

  test('a comment of a thousand lines is collapsed and can be opened', async ({ page }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({
      articlePath: path,
      body: Array.from({ length: 1000 }, (_, n) => `${n}`).join('\n'),
      name: 'طويل',
    });
    await page.goto(path);
    const comment = page.locator(`#comment-${id}`);
    expect((await comment.boundingBox())!.height).toBeLessThan(1200);
    await comment.getByText('بقية التعليق').click();
    await expect(comment.getByText('999', { exact: true })).toBeVisible();
  });
});

test('a form sent from another site is rejected', async ({ request }) => {
  const path = findArticle('مكتبة عامة');
  const { id } = addComment({ articlePath: path, body: 'هدف' });
  const answer = await request.post(`${commentsPath(path)}/${id}/appreciate`, {
    form: { x: 'x' },
    headers: { 'sec-fetch-site': 'cross-site' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});

test.describe('with scripts', () => {
  test('an appreciation shows at once, stays after a reload, and a second press removes it', async ({
    page,
  }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({ articlePath: path, body: 'كلام أحسن', name: 'أحسن' });
    await page.goto(path);
    const button = page.locator(`#comment-${id}`).getByRole('button');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button).toHaveAccessibleName('تقدير 1 لتعليق أحسن');
    await expect(page).not.toHaveURL(/said/);
    await page.reload();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button).toHaveAccessibleName('تقدير 1 لتعليق أحسن');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await expect(button).toHaveAccessibleName('تقدير لتعليق أحسن');
    await button.click();
    await expect(button).toHaveAccessibleName('تقدير 1 لتعليق أحسن');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await page.reload();
    await expect(button).toHaveAccessibleName('تقدير لتعليق أحسن');
  });

  test('the form moves to the comment that is answered, and back when the reply is cancelled', async ({
    page,
  }) => {
    const path = findArticle('مكتبة عامة');
    const { id } = addComment({ articlePath: path, body: 'كلام يُجاب', name: 'Sami سامي' });
    await page.goto(path);
    await page.locator(`#comment-${id}`).getByRole('link', { name: 'رد', exact: false }).first().click();
    await expect(page.getByLabel('التعليق *')).toBeFocused();
    await expect(page.getByRole('heading', { name: 'ردّ على Sami سامي' })).toBeVisible();
    await expect(page.locator(`#comment-${id} + section input[name=replyTo]`)).toHaveValue(id);
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('button', { name: 'إلغاء الرد' }).click();
    await expect(page.getByRole('heading', { name: 'اترك تعليقاً' })).toBeVisible();
    await expect(page.locator('input[name=replyTo]')).toHaveCount(0);
  });

  test('a page opened as a reply returns to that reply when a reply to another comment is cancelled', async ({
    page,
  }) => {
    const path = findArticle('مكتبة عامة');
    const [first, other] = ['أولى', 'ثانية'].map((name) =>
      addComment({ articlePath: path, body: `كلام ${name}`, name }),
    );
    await page.goto(`${path}?reply=${first!.id}`);
    const answered = page.locator('#comment-form input[name=replyTo]');
    await expect(answered).toHaveValue(first!.id);
    await page.locator(`[data-reply="${other!.id}"]`).click();
    await expect(answered).toHaveValue(other!.id);
    await page.getByRole('button', { name: 'إلغاء الرد' }).click();
    await expect(page.locator('#comment-form-title')).toHaveText('ردّ على أولى');
    await expect(answered).toHaveValue(first!.id);
  });

  test('comments published meanwhile are offered by a button and shown only after a click', async ({
    page,
  }) => {
    await page.clock.install();
    const path = findArticle('مكتبة عامة');
    addComment({ articlePath: path, body: 'قبل' });
    await page.goto(path);
    for (const body of ['بعد أول', 'بعد ثان', 'بعد ثالث']) addComment({ articlePath: path, body });
    await page.clock.runFor(61_000);
    const offer = page.getByRole('button', { name: '3 تعليقات جديدة' });
    await expect(offer).toBeVisible();
    await expect(page.getByText('بعد ثالث')).toHaveCount(0);
    await offer.click();
    await expect(page.getByText('بعد ثالث')).toBeVisible();
  });
});
