import { trashArticle, unpublishArticle } from '#db/articles/acts.ts';
import { endPreviewLinks } from '#db/articles/preview.ts';
import { expectNoViolations } from './axe.ts';
import { asEditor, begin, change, preview, publish, write } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';
import { body, editPath, openDesk, saved } from './writing.ts';

/*
 * What the newsroom does with its articles besides writing them: check list, priorities, bulk actions,
 * permanent deletion.
 */

test('each item of the check list links to the field that fixes it', async ({ page }) => {
  const { id, number } = await begin('');
  await change(id, {
    body: {
      type: 'doc',
      v: 2,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'فقرة أولى' }] },
        { type: 'readAlso', attrs: { articles: [999_999] } },
      ],
    },
  });
  await signIn(page);
  await page.goto(editPath(number, '/publish'));
  await page.getByRole('link', { name: 'اكتب عنوانًا.' }).click();
  await expect(page.getByLabel('العنوان', { exact: true })).toBeFocused();
  await page.goto(editPath(number, '/publish'));
  await page.getByRole('link', { name: 'لا مقدمة.' }).click();
  await expect(page.getByLabel('المقدمة', { exact: true })).toBeFocused();
  await page.goto(editPath(number, '/publish'));
  await page.getByRole('link', { name: '«اقرأ أيضًا» فيه مقال لا يراه القراء.' }).click();
  await expect(body(page)).toBeFocused();
  await expect(body(page).locator(':scope > *').nth(1)).toBeInViewport();
});

test('a missing credit on the check list is entered at the picture, and readers see it', async ({ page }) => {
  const id = await write('صورة بلا مصدر في المكتبة');
  await signIn(page);
  const picture = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1200, 800);
    canvas.getContext('2d')!.fillRect(0, 0, 1200, 800);
    const form = new FormData();
    form.set('file', new File([await canvas.convertToBlob({ type: 'image/png' })], 'بلا-مصدر.png'));
    const answer = await fetch('/newsroom/media/upload', {
      method: 'POST',
      body: form,
      headers: { Accept: 'application/json' },
    });
    return ((await answer.json()) as { media: { id: string } }).media;
  });
  await change(id, { lead: { mediaId: picture.id, caption: '', credit: '', alt: '', decorative: true } });
  const { number } = (await (await import('#db/articles/drafts.ts')).getDraft(id))!.article;
  await page.goto(editPath(number, '/publish'));
  await page.getByRole('link', { name: 'صورة بلا ذكر مصدرها.' }).click();
  const credit = page.getByLabel('المصدر أو المصور');
  await expect(credit).toBeFocused();
  await credit.fill('تصوير: هيئة الميناء');
  await saved(page);
  const { path } = await publish(id);
  expect(await (await page.request.get(path)).text()).toContain('(تصوير: هيئة الميناء)');
  expect(await (await page.request.get('/feed.xml')).text()).toContain(
    '<media:credit>تصوير: هيئة الميناء</media:credit>',
  );
});

test('an article kept off the front page is only in its section, and an important one leads the front page', async ({
  page,
}) => {
  const kept = await write('إعلان مواعيد الصيانة في القسم');
  const important = await write('خبر يتصدر الصفحة الأولى اليوم');
  await signIn(page);
  const { getDraft } = await import('#db/articles/drafts.ts');
  for (const [id, label] of [
    [kept, 'في قسمه فقط'],
    [important, 'خبر مهم: يتصدّر'],
  ] as const) {
    const { number } = (await getDraft(id))!.article;
    await openDesk(page, number);
    await page.getByText('الصفحة الأولى والعاجل').click();
    await page.getByLabel('الصفحة الأولى', { exact: true }).selectOption({ label });
    await saved(page);
  }
  const { number: leader } = await publish(important);
  const { number: hidden } = await publish(kept);
  await publish(await write('خبر قصير جاء بعدهما'));
  const front = await (await page.request.get('/')).text();
  expect(front).not.toContain(`/local/${hidden}/`);
  expect(/<h2[^>]*>\s*<a[^>]*href="[^"]*?\/local\/(\d+)\//.exec(front)?.[1] ?? '').toBe(String(leader));
  expect(await (await page.request.get('/local')).text()).toContain(`/local/${hidden}/`);
  await asEditor((editor, now) => unpublishArticle({ articleId: important }, editor, now));
});

test('one checkbox ticks all articles of a list, counts them, and one action applies to all', async ({
  page,
}) => {
  for (const n of ['أولى', 'ثانية', 'ثالثة']) await begin(`مسودة للاختيار ${n}`);
  await signIn(page);
  await page.goto('/newsroom/articles?state=draft&q=للاختيار');
  await page.getByLabel(/^اختر «مسودة للاختيار أولى»/).check();
  const bar = page.getByRole('form', { name: 'ما اخترته' });
  await expect(bar.getByRole('status')).toHaveText('اخترت مقالًا واحدًا');
  await expectNoViolations(page, 'the bar of what is ticked');
  await bar.getByLabel('اختر كل ما في الصفحة').check();
  await expect(bar.getByRole('status')).toHaveText('اخترت 3 مقالات');
  await bar.getByRole('button', { name: 'إلى المهملات' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'مسودة للاختيار' })).toHaveCount(3);
});

test('an administrator deletes an article permanently by typing its number; readers get 410', async ({
  page,
}) => {
  const { id, path, number } = await publish(await write('خبر صدر أمر بحذفه'));
  await asEditor((editor, now) => unpublishArticle({ articleId: id }, editor, now));
  await asEditor((editor, now) => trashArticle({ articleId: id }, editor, now));
  await signIn(page);
  await page.goto(editPath(number, '/publish'));
  await page.getByRole('link', { name: 'احذف المقال نهائيًا…' }).click();
  const typed = page.getByLabel(/للتأكيد اكتب رقم المقال/);
  await typed.fill('1');
  await page.getByRole('button', { name: 'احذفه نهائيًا' }).click();
  await expect(page.getByText('هذا ليس رقم المقال.')).toBeVisible();
  await typed.fill(String(number).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!));
  await page.getByRole('button', { name: 'احذفه نهائيًا' }).click();
  await expect(page.getByText('حُذف المقال نهائيًا.')).toBeVisible();
  expect((await page.request.get(path)).status()).toBe(410);
  expect((await page.goto(editPath(number)))?.status()).toBe(404);
});

test('tags are merged only after a confirmation that names both', async ({ page }) => {
  await publish(await write('خبر الوسمين', { tags: ['وسم يُدمج', 'وسم يبقى'] }));
  await signIn(page);
  await page.goto('/newsroom/tags?q=وسم يُدمج');
  await page.getByRole('link', { name: /وسم يُدمج/ }).click();
  await page.getByLabel('اسم الوسم الآخر').fill('وسم يبقى');
  await page.getByRole('button', { name: 'ادمج', exact: true }).click();
  await expect(page.getByText(/^دمج «.?وسم يُدمج.?» في «.?وسم يبقى.?»؟$/)).toBeVisible();
  expect(
    (await page.request.get(`/tag/${encodeURIComponent('وسم-يُدمج')}`, { maxRedirects: 0 })).status(),
  ).not.toBe(301);
  await page.getByRole('button', { name: 'نعم، ادمجه' }).click();
  await expect(page.getByText('دُمج الوسمان.')).toBeVisible();
});

test('a revoked preview link says that it has ended', async ({ page }) => {
  const id = await write('معاينة تنتهي');
  const path = await preview(id);
  expect((await page.goto(path))?.status()).toBe(200);
  await asEditor((editor, now) => endPreviewLinks(id, editor, now));
  expect((await page.goto(path))?.status()).toBe(410);
  await expect(page.getByRole('heading', { name: 'انتهى رابط المعاينة' })).toBeVisible();
  await expectNoViolations(page, 'an ended preview');
  expect((await page.goto(`${path.slice(0, -1)}`))?.status()).toBe(404);
});
