import { inDatabase } from './in-database.ts';
import { expect, signIn, test } from './journey.ts';
import { change, coverage, deskOf, editorOf, onDesk, openDesk, openEditor, remove } from './live-coverage.ts';

/* What an entry can contain, with and without scripts: formatted text, a picture, a card of another site. */
const VIDEO = 'https://www.youtube.com/watch?v=abcdefghijk';

test('an entry with quotes, lists, a picture and a card is written in the editor, shown on an open page, and listed in the library', async ({
  page,
  browser,
}) => {
  const live = coverage();
  await page.goto(live.path);
  await page.waitForFunction(() => customElements.get('live-updates'));
  const desk = await openEditor(browser, live);
  const text = editorOf(desk);
  const insert = async (what: string) => {
    await desk.getByRole('button', { name: 'إدراج' }).click();
    await desk.getByRole('menuitem', { name: what }).click();
  };
  await text.click();
  await text.evaluate((element, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, '<p>قال <b>المدير</b> في <a href="https://example.org/a">بيان</a>:</p><blockquote><p>نعود غدًا</p></blockquote><ul><li>أولًا</li><li>ثانيًا</li></ul><p>خاتمة</p>');
  // Pasted text counts as input too: leaving the page asks first.
  await expect(desk.locator('form[data-guarded][data-unsent]')).toHaveCount(1);
  await desk.getByLabel('العنوان', { exact: true }).fill('تحديث كامل');
  await text.getByText('خاتمة').click();
  await desk.keyboard.press('End');
  await insert('صورة');
  const dialog = desk.getByRole('dialog', { name: 'اختر صورة' });
  // A picture with a description and a credit; other pictures may be before it in the library.
  const { id: mediaId, name } = inDatabase((database) =>
    database
      .prepare(
        `select id, file_name as name from media where type = 'image' and alt <> '' and credit <> '' order by created_at, id limit 1`,
      )
      .get(),
  ) as { id: string; name: string };
  await dialog.getByRole('searchbox').fill(name);
  await desk.keyboard.press('Enter');
  await dialog.locator(`[data-pick="${mediaId}"]`).click();
  await text.getByLabel('شرح الصورة').fill('شرح من المكتب');
  await text.getByText('خاتمة').click();
  await desk.keyboard.press('End');
  await insert('تضمين من موقع آخر');
  const card = desk.getByRole('dialog', { name: 'تضمين من موقع آخر' });
  await card.getByLabel('رابط المنشور أو المقطع أو الخريطة').fill(`${VIDEO}&utm_source=x`);
  await card.getByLabel('عنوان البطاقة').fill('عنوان المقطع');
  await desk.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  await desk.getByRole('button', { name: 'معاينة' }).click();
  const preview = desk.getByRole('region', { name: 'هكذا سيظهر' });
  await expect(preview.locator('blockquote')).toHaveText('نعود غدًا');
  await expect(preview.locator('img')).toHaveJSProperty('complete', true);
  await expect(text).toContainText('خاتمة');
  await desk.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(desk.getByText('نُشر التحديث.')).toBeVisible();
  await expect(text).toHaveText('');

  const see = async () => {
    const entry = page.locator('.live-entry').filter({ hasText: 'تحديث كامل' });
    await expect(entry.locator('blockquote')).toHaveText('نعود غدًا');
    await expect(entry.locator('.article-body > ul > li')).toHaveText(['أولًا', 'ثانيًا']);
    await expect(entry.getByRole('link', { name: 'بيان' })).toHaveAttribute('href', 'https://example.org/a');
    await expect(entry.locator('figure.picture')).toContainText('شرح من المكتب');
    await entry.locator('figure.picture img').scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        entry.locator('figure.picture img').evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(100);
    await expect(entry.locator('click-to-load a')).toHaveAttribute('href', VIDEO);
    await expect(entry.locator('figure.embed')).toContainText('عنوان المقطع');
  };
  await page.getByRole('button', { name: 'تحديث جديد' }).click();
  await see();
  await page.reload();
  await see();

  // An opened card keeps playing while the entry around it is corrected.
  await page.route('https://www.youtube-nocookie.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>film</p>' }),
  );
  const film = page.locator('.live-entry').filter({ hasText: 'تحديث كامل' }).locator('iframe');
  await page.locator('.live-entry').filter({ hasText: 'تحديث كامل' }).locator('click-to-load a').click();
  await film.evaluate((frame) => Object.assign(frame, { isSame: true }));

  await desk.goto(`/newsroom/media/${mediaId}`);
  const used = desk.locator(`a[href="${deskOf(live)}"]`);
  await expect(used).toHaveCount(1);
  await used.click();
  await onDesk(desk, 'تحديث كامل').getByRole('link', { name: 'عدّل' }).click();
  await expect(text.locator('blockquote')).toHaveText('نعود غدًا');
  await expect(text.getByLabel('شرح الصورة')).toHaveValue('شرح من المكتب');
  await expect(text.getByLabel('عنوان البطاقة')).toHaveValue('عنوان المقطع');
  await text
    .locator('.editor-block')
    .filter({ has: desk.getByLabel('شرح الصورة') })
    .getByRole('button', { name: 'حذف' })
    .click();
  await desk.getByRole('button', { name: 'احفظ التعديل' }).click();
  await expect(desk.getByText('حُفظ التعديل.')).toBeVisible();
  await expect(
    page.locator('.live-entry').filter({ hasText: 'تحديث كامل' }).locator('figure.picture'),
  ).toHaveCount(0);
  await expect(page.locator('.live-entry').filter({ hasText: 'تحديث كامل' })).toContainText('عُدّل');
  await expect(film).toHaveJSProperty('isSame', true);
  await expect(film).toBeFocused();
  expect(
    inDatabase((database) =>
      database
        .prepare(`select count(*) as n from media_usages where used_in = 'live_entry' and media_id = ?`)
        .get(mediaId),
    ),
  ).toEqual({ n: 0 });
  await remove(desk, 'تحديث كامل');
  await desk.context().close();
});

test('without scripts, a picture is chosen from the latest ones and needs the same details as in an article', async ({
  browser,
  page,
}) => {
  const live = coverage();
  const bare = inDatabase((database) => {
    const { id } = database
      .prepare(`select id from media where type = 'image' order by created_at desc, id desc limit 1`)
      .get() as { id: string };
    database.prepare(`update media set alt = '', credit = '' where id = ?`).run(id);
    return id;
  });
  const desk = await openDesk(browser, live, false);
  await desk.locator('summary', { hasText: 'صورة' }).click();
  await desk.getByLabel('صورة من المكتبة').selectOption(bare);
  await desk.getByLabel('العنوان', { exact: true }).fill('صورة من القائمة');
  await desk.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(desk.getByText('صِف الصورة لمن لا يراها')).toBeVisible();
  await expect(desk.getByLabel('صورة من المكتبة')).toHaveValue(bare);
  await desk.getByLabel('صورة للزينة').check();
  await desk.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(desk.getByText('اكتب مصدر الصورة')).toBeVisible();
  await expect(desk.getByLabel('صورة للزينة')).toBeChecked();
  await desk.getByLabel('المصدر أو المصور').fill('مداد');
  await desk.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(desk.getByText('نُشر التحديث.')).toBeVisible();
  await page.goto(live.path);
  const entry = page.locator('.live-entry').filter({ hasText: 'صورة من القائمة' });
  await expect(entry.locator('figure.picture img')).toHaveAttribute('alt', '');
  await expect(entry.locator('figcaption')).toHaveText('(مداد)');
  await change(desk, 'صورة من القائمة', async () => {
    await expect(desk.getByLabel('صورة من المكتبة')).toHaveValue(bare);
    await desk.getByLabel('صورة من المكتبة').selectOption('');
  });
  await page.reload();
  await expect(entry.locator('figure')).toHaveCount(0);
  await remove(desk, 'صورة من القائمة');
  await desk.context().close();
});

test('errors in the text are shown at the editor: too long, and which of two pictures lacks a description', async ({
  browser,
}) => {
  const live = coverage();
  const bare = inDatabase((database) => {
    const rows = database
      .prepare(`select id from media where type = 'image' order by created_at desc, id desc limit 2`)
      .all() as { id: string }[];
    database.prepare(`update media set alt = '', credit = '' where id = ?`).run(rows[0]!.id);
    return rows[0]!.id;
  });
  const desk = await openEditor(browser, live);
  const text = editorOf(desk);
  const put = (doc: object[]) =>
    desk.locator('input[name=doc]').evaluate(
      (field: HTMLInputElement, value) => {
        field.form!.dispatchEvent(new CustomEvent('midad:words', { detail: { doc: [value] } }));
      },
      JSON.stringify({ type: 'doc', v: 2, content: doc }),
    );
  const send = () => desk.getByRole('button', { name: 'انشر التحديث' }).click();
  // A letter with its vowel mark counts as one letter.
  const long = 'بَ'.repeat(10_000);
  await put([{ type: 'paragraph', content: [{ type: 'text', text: `${long}ب` }] }]);
  await send();
  await expect(text).toHaveAccessibleDescription(/النص أطول من/);
  await expect(text).toBeFocused();
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  const figure = (mediaId: string, words: object) => ({
    type: 'figure',
    attrs: { mediaId, caption: '', credit: '', alt: '', decorative: false, ...words },
  });
  await put([figure(bare, { alt: 'وصف', credit: 'مداد' }), figure(bare, { credit: 'مداد' })]);
  await send();
  await expect(text).toHaveAccessibleDescription(/الصورة 2: صِف الصورة/);
  await text.getByLabel('وصف الصورة', { exact: false }).nth(1).fill('وصفها');
  await desk.getByLabel('العنوان', { exact: true }).fill('صورتان');
  await send();
  await expect(desk.getByText('نُشر التحديث.')).toBeVisible();
  await expect(text).not.toHaveAttribute('aria-invalid');
  await remove(desk, 'صورتان');
  await desk.context().close();
});

test('the live desk has an address only below the article number, in any digits', async ({ page }) => {
  const live = coverage();
  await signIn(page);
  expect((await page.goto(deskOf(live)))!.status()).toBe(200);
  await expect(
    page.getByRole('navigation', { name: 'صفحات المقال' }).getByRole('link', { name: 'التغطية المباشرة' }),
  ).toHaveAttribute('aria-current', 'page');
  // The digits of any keyboard name the same article on all its pages.
  const eastern = [...String(live.number)]
    .map((digit) => String.fromCharCode(0x660 + Number(digit)))
    .join('');
  for (const below of ['', '/live', '/publish', '/revisions']) {
    for (const number of [live.number, eastern]) {
      const answer = (await page.goto(`/newsroom/articles/${number}${below}`))!;
      expect([below, number, answer.status()]).toEqual([below, number, 200]);
      await expect(
        page.getByRole('navigation', { name: 'صفحات المقال' }).getByRole('link').first(),
      ).toHaveAttribute('href', `/newsroom/articles/${live.number}`);
    }
  }
  for (const other of [live.id, '1', '999999', '٩٩٩٩٩٩', '١٠x'])
    expect([other, (await page.request.get(`/newsroom/articles/${other}/live`)).status()]).toEqual([
      other,
      404,
    ]);
});
