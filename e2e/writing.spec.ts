import { expectNoViolations } from './axe.ts';
import { base } from './instance.ts';
import { begin } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';
import { body, editPath, headline, openDesk, saved, write } from './writing.ts';

/* Writing: from an empty draft to a page that readers see. */

test('an article is written and published, with every field of the edit screen', async ({ page }) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('مسودة أولى');
  await openDesk(page, number);
  await page.getByLabel('كلمة فوق العنوان').fill('تحقيق');
  await headline(page).fill('حديقة الميناء تفتح أبوابها بعد عامين من الترميم');
  await expect(page.getByText('طول جيد')).toBeVisible();
  await page.getByLabel('المقدمة', { exact: true }).fill('ثلاثة آلاف شجرة وممشى جديد على البحر.');
  await page.getByLabel('المصدر', { exact: true }).fill('مداد');
  await page.getByLabel('المدينة', { exact: true }).fill('رأس المنارة');
  await write(page, 'فُتحت صباح اليوم حديقة الميناء.');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('وقال مدير الحديقة إن الدخول مجاني.');
  await page.getByLabel('الوسوم', { exact: true }).fill('حدائق،');
  await page.getByLabel('الوسوم', { exact: true }).fill('الميناء');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'أزل الوسم الميناء' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'سلمى الحداد' }).check();
  await page.getByText('العنوان الإلكتروني والمشاركة').click();
  await page.getByLabel('نهاية الرابط').fill('حديقة-الميناء');
  await page.getByLabel('عنوان لمحركات البحث').fill('افتتاح حديقة الميناء');
  await page.getByLabel('وصف لمحركات البحث').fill('كل ما يلزم الزائر.');
  await expect(page.getByRole('figure', { name: 'كما يظهر في نتائج البحث' })).toContainText(
    'افتتاح حديقة الميناء',
  );
  await page.getByLabel('نُشر أول مرة في').fill('ليس رابطًا');
  await expect(page.getByText('اكتب العنوان كاملًا').first()).toBeVisible();
  await page.getByLabel('نُشر أول مرة في').fill('https://example.org/gardens');
  await page.getByRole('heading', { name: 'التعليقات', level: 2 }).click();
  await page.getByLabel('سؤال فوق التعليقات').fill('هل زرتها؟');
  await page.getByLabel('تُغلق التعليقات في').fill('2031-01-05T10:30');
  await page.getByRole('heading', { name: 'الصفحة الأولى والعاجل' }).click();
  await page.getByLabel('خبر عاجل حتى').fill('2030-07-01T12:00');
  await page.getByRole('heading', { name: 'ملاحظات إلى التحرير' }).click();
  await page.getByLabel('ملاحظات إلى التحرير').fill('الصور غدًا');
  await saved(page);

  await page.reload();
  await expect(body(page)).toContainText('وقال مدير الحديقة إن الدخول مجاني.');
  await expect(page.getByLabel('ملاحظات إلى التحرير')).toHaveValue('الصور غدًا');
  await expect(page.getByLabel('خبر عاجل حتى')).toHaveValue('2030-07-01T12:00');

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('لا شيء ينقصه.')).toBeVisible();
  await page.getByRole('button', { name: 'انشر الآن' }).click();
  await expect(page.getByText('نُشر المقال، وهو الآن على الموقع.')).toBeVisible();
  const href = (await page.getByRole('link', { name: 'افتح صفحة المقال' }).getAttribute('href'))!;
  expect(decodeURIComponent(href)).toBe(`/local/${number}/حديقة-الميناء`);
  await page.goto(href);
  await expect(page).toHaveTitle(/افتتاح حديقة الميناء/);
  for (const text of [
    'تحقيق',
    'ثلاثة آلاف شجرة',
    'رأس المنارة',
    'سلمى الحداد',
    'وقال مدير الحديقة',
    'هل زرتها؟',
  ])
    await expect(page.getByText(text).first()).toBeVisible();
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', 'https://example.org/gardens');
  await expect(page.getByText('الصور غدًا')).toHaveCount(0);
});

test('revisions have a note and a difference word by word, and an old text can be restored', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('جسر النهر');
  await openDesk(page, number);
  await write(page, 'طول الجسر مئة متر.');
  await page.getByLabel('ملاحظة على النسخة').fill('قبل المراجعة');
  await page.getByRole('button', { name: 'احفظ نسخة' }).click();
  await expect(page.getByText('حُفظت نسخة.')).toBeVisible();
  await headline(page).fill('جسر النهر الجديد');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('حُفظت نسخة.')).toBeVisible();
  await saved(page);
  await page.goto(editPath(number, '/revisions'));
  await expect(page.getByText('قبل المراجعة')).toBeVisible();
  await page.getByRole('link', { name: 'ما تغيّر فيها (النسخة 2)' }).click();
  await expect(page.locator('ins').filter({ hasText: 'الجديد' })).toBeVisible();
  await page.getByRole('button', { name: 'استعد النسخة 1' }).click();
  await expect(page.getByText('عاد النص إلى المسودة.')).toBeVisible();
  await openDesk(page, number);
  await expect(headline(page)).toHaveValue('جسر النهر');
});

test('missing parts are listed, and prevent publishing', async ({ page }) => {
  await signIn(page);
  const { number } = await begin('خبر ناقص');
  await page.goto(editPath(number, '/publish'));
  await expect(page.getByText('المتن فارغ.')).toBeVisible();
  await expect(page.getByText('لا وسم له.')).toBeVisible();
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/publish'),
  );
  await page.getByRole('button', { name: 'انشر الآن' }).click();
  expect((await answer).status()).toBe(422);
  await expect(page.getByText('لم يُنشر شيء: ينقصه ما يلزم أعلاه.')).toBeVisible();
});

test('a text that is nested too deep is rejected at once with a reason, and nothing of it is stored', async ({
  page,
}) => {
  await signIn(page);
  const { number } = await begin('مسودة عميقة');
  const address = editPath(number, '/draft');
  const { version, content } = (await (await page.request.get(address)).json()) as {
    version: number;
    content: { body: object };
  };
  /** Builds the JSON as text: `JSON.stringify` recurses too. */
  function nested(levels: number): string {
    const [before, after] = [
      '{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[]},',
      ']}]}',
    ];
    const list = `${before.repeat(levels - 1)}{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[]}]}]}${after.repeat(levels - 1)}`;
    return JSON.stringify({
      version,
      content: { ...content, body: { ...content.body, content: ['LIST'] } },
      notes: '',
      revision: null,
      over: false,
    }).replace('"LIST"', list);
  }
  const send = (data: string) =>
    page.request.post(address, { data, headers: { origin: base, 'content-type': 'application/json' } });
  for (const levels of [30, 400, 600, 20_000]) {
    const answer = await send(nested(levels));
    expect(answer.status(), String(levels)).toBe(400);
    expect(await answer.json()).toEqual({ reason: 'nested too deep' });
  }
  expect(((await (await page.request.get(address)).json()) as { version: number }).version).toBe(version);
  expect((await send(nested(20))).status()).toBe(200);
});

test('without scripts the fields are saved, a form with errors keeps its text, and the article is published', async ({
  browser,
}) => {
  test.slow();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  const { number } = await begin('خبر بلا سكربت');
  await page.goto(editPath(number));
  await expect(page.getByText('تحرير المتن يحتاج إلى JavaScript')).toBeVisible();
  await page.getByLabel('المقدمة', { exact: true }).fill('مقدمة من نموذج عادي');
  await page.getByLabel('الوسوم', { exact: true }).fill('نقل، مدينة');
  await page.getByLabel('نُشر أول مرة في').fill('ليس رابطًا');
  await page.getByRole('button', { name: 'احفظ نسخة' }).click();
  await expect(page.getByText('اكتب العنوان كاملًا').first()).toBeVisible();
  await expect(page.getByLabel('المقدمة', { exact: true })).toHaveValue('مقدمة من نموذج عادي');
  await page.getByLabel('نُشر أول مرة في').fill('');
  await page.getByLabel('خبر عاجل حتى').fill('2030-01-01T09:00');
  await page.getByLabel('النوع').selectOption('live');
  await page.getByRole('button', { name: 'احفظ نسخة' }).click();
  await expect(page.getByText('حُفظ المقال، وحُفظت منه نسخة.')).toBeVisible();
  await page.goto(editPath(number, '/publish'));
  await page.getByRole('button', { name: 'انشر الآن' }).click();
  await expect(page.getByText('نُشر المقال، وهو الآن على الموقع.')).toBeVisible();
  await page.getByRole('link', { name: 'افتح صفحة المقال' }).click();
  await expect(page.getByText('مقدمة من نموذج عادي')).toBeVisible();
  await page.goto(editPath(number, '/publish'));
  await page.getByRole('link', { name: 'أعده إلى المسودات' }).click();
  await page.getByRole('button', { name: 'نعم، أعده إلى المسودات' }).click();
  await expect(page.getByText('عاد المقال إلى المسودات، ولم يعد على الموقع.')).toBeVisible();
  await page.getByRole('link', { name: 'انقله إلى المهملات' }).click();
  await page.getByRole('button', { name: 'نعم، انقله' }).click();
  await page.getByRole('button', { name: 'استعده إلى المسودات' }).click();
  await expect(page.getByText('عاد المقال إلى المسودات.')).toBeVisible();
  await context.close();
});

test('no violations on the pages of an article, on a phone and on a wide screen', async ({ page }) => {
  test.slow();
  await signIn(page);
  // The headline is long enough that its address would widen the page on a phone.
  const { number } = await begin(
    'خبر للفحص له عنوان طويل يمتد سطرين على الشاشات العريضة وأكثر من ذلك على الهواتف الصغيرة',
  );
  await openDesk(page, number);
  await write(page, 'جملة واحدة.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('حُفظت نسخة.')).toBeVisible();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const below of [
      '',
      '/publish',
      '/publish?ask=trash',
      '/revisions',
      '/revisions/compare?from=1&to=draft',
    ]) {
      await page.goto(editPath(number, below));
      if (!below) await expect(body(page)).toBeVisible();
      await page.evaluate(() =>
        document.querySelectorAll<HTMLDetailsElement>('main details').forEach((each) => (each.open = true)),
      );
      await expectNoViolations(page, `${below} ${width}`);
      expect(
        await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth),
        `${below} ${width}`,
      ).toBe(0);
    }
  }
});

test('the edit screen stays within its script budget', async ({ page }) => {
  await signIn(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const types = new Map<string, string>();
  let bytes = 0;
  client.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  client.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) =>
      (bytes += types.get(requestId) === 'Script' ? encodedDataLength : 0),
  );
  await openDesk(page, (await begin('خبر يوزن')).number);
  await page.waitForLoadState('networkidle');
  console.log('Edit screen, cold, script bytes on the wire:', bytes);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(350_000);
});
