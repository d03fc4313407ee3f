import { expectNoViolations } from './axe.ts';
import { bodyOf, line, openEditor, readDoc, selectLine, text, toolOf, write } from './editor-page.ts';
import { expect, findArticle, signIn, test } from './journey.ts';

/** A key event of an Arabic layout: the code of a Latin key, with another character. */
const arabicKey = (code: string, key: string, rest = {}) => ({
  code,
  key,
  ctrlKey: true,
  bubbles: true,
  cancelable: true,
  ...rest,
});

test('the body can be written by keyboard alone, in any layout', async ({ page }) => {
  await openEditor(page);
  await write(page, line('كلمة'));
  const body = bodyOf(page);
  await selectLine(page);
  // On an Arabic keyboard the B key types two letters.
  await body.dispatchEvent('keydown', arabicKey('KeyB', 'لا'));
  await body.dispatchEvent('keydown', arabicKey('KeyI', 'ه'));
  expect((await readDoc(page)).content).toEqual([line(text('كلمة', 'bold', 'italic'))]);
  await expect(toolOf(page, 'عريض')).toHaveAttribute('aria-pressed', 'true');
  await body.dispatchEvent('keydown', arabicKey('KeyZ', 'ئ'));
  await body.dispatchEvent('keydown', arabicKey('KeyZ', 'ئ'));
  expect((await readDoc(page)).content).toEqual([line('كلمة')]);

  await body.dispatchEvent('keydown', arabicKey('KeyK', 'ن'));
  const dialog = page.getByRole('dialog', { name: 'رابط' });
  await dialog.getByLabel('الرابط', { exact: true }).fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'حفظ' }).click();
  await expect(dialog.getByLabel('الرابط', { exact: true })).toBeFocused();
  await expect(dialog.getByText('هذا ليس رابطًا صحيحًا')).toBeVisible();
  await dialog.getByLabel('الرابط', { exact: true }).fill('example.org/a?utm_source=x');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(body).toBeFocused();
  expect((await readDoc(page)).content).toEqual([
    line({ ...text('كلمة'), marks: [{ type: 'link', attrs: { href: 'https://example.org/a' } }] }),
  ]);

  await write(page);
  await page.keyboard.type('## ');
  await page.keyboard.insertText('عنوان');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- ');
  await page.keyboard.insertText('أول');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('داخله');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('بعدها');
  const inner = { type: 'bulletList', content: [{ type: 'listItem', content: [line('داخله')] }] };
  expect((await readDoc(page)).content).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [text('عنوان')] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [line('أول'), inner] }] },
    line('بعدها'),
  ]);
});

test('blocks have the direction of the article, and a reversed block stores its own', async ({ page }) => {
  await openEditor(page);
  const body = bodyOf(page);
  await expect(body).toHaveAttribute('dir', 'rtl');
  await write(page, line('UNESCO تعلن القائمة'), {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [line('One')] }],
  });
  const first = body.locator('p').first();
  // A Latin name at the start does not change the direction.
  expect(await first.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await body.locator('li').click();
  await toolOf(page, 'عكس اتجاه الفقرة').click();
  await expect(toolOf(page, 'عكس اتجاه الفقرة')).toHaveAttribute('aria-pressed', 'true');
  expect((await readDoc(page)).content).toEqual([
    line('UNESCO تعلن القائمة'),
    { type: 'bulletList', attrs: { dir: 'ltr' }, content: [{ type: 'listItem', content: [line('One')] }] },
  ]);
  await page.keyboard.press('ControlOrMeta+Shift+X');
  expect(JSON.stringify(await readDoc(page))).not.toContain('"dir"');

  // Arrow keys move visually: in Arabic text, left moves forward.
  await write(page, line('ابجد'));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.insertText('X');
  expect((await readDoc(page)).content).toEqual([line('اXبجد')]);
});

test('the toolbar is one tab stop, and arrow keys move in the reading direction', async ({ page }) => {
  await openEditor(page);
  await write(page, line('نص'));
  await page.keyboard.press('Alt+F10');
  await expect(toolOf(page, 'تراجع')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(toolOf(page, 'إعادة')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(toolOf(page, 'الاختصارات')).toBeFocused();
  expect(await page.getByRole('toolbar').locator('[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'الاختصارات' })).toContainText('Ctrl+Shift+8');
  await page.keyboard.press('Escape');
  await expect(bodyOf(page)).toBeFocused();

  await toolOf(page, 'إدراج').click();
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(toolOf(page, 'إدراج')).toBeFocused();
});

test('tables, boxes and cards are inserted, edited in place, moved and deleted', async ({ page }) => {
  const foreign: string[] = [];
  page.on(
    'request',
    (request) => new URL(request.url()).hostname !== 'localhost' && foreign.push(request.url()),
  );
  const path = findArticle('حافلات الليل');
  const number = Number(/\/(\d+)\//.exec(path)![1]);
  await openEditor(page);
  await write(page, line('أول'));
  const insert = async (name: string) => {
    await toolOf(page, 'إدراج').click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };

  await insert('جدول');
  await expect(bodyOf(page)).toBeFocused();
  await page.keyboard.insertText('المدينة');
  await toolOf(page, 'عمود بعد هذا').click();
  await toolOf(page, 'حذف الصف').click();
  await page.keyboard.press('Tab');
  let [, table] = (await readDoc(page)).content;
  expect(table?.type === 'table' && table.content.map((row) => row.content.length)).toEqual([4, 4]);
  await toolOf(page, 'حذف الجدول').click();
  expect((await readDoc(page)).content).toEqual([line('أول')]);

  await insert('مربع تصحيح في المتن');
  await expect(bodyOf(page)).toBeFocused();
  await page.keyboard.insertText('ورد رقم غير صحيح.');
  await page.getByLabel('تاريخ التصحيح').fill('2026-11-20');
  await page
    .getByRole('group', { name: 'مربع تصحيح في المتن' })
    .getByRole('button', { name: 'نقل إلى أعلى' })
    .click();
  await expect(
    page.getByRole('group', { name: 'مربع تصحيح في المتن' }).getByRole('button', { name: 'نقل إلى أعلى' }),
  ).toBeFocused();
  expect((await readDoc(page)).content).toEqual([
    { type: 'correctionBox', attrs: { date: '2026-11-20' }, content: [line('ورد رقم غير صحيح.')] },
    line('أول'),
  ]);
  await page.getByRole('group', { name: 'مربع تصحيح في المتن' }).getByRole('button', { name: 'حذف' }).click();

  await bodyOf(page).press('ControlOrMeta+End');
  await insert('اقرأ أيضًا');
  const dialog = page.getByRole('dialog', { name: 'اقرأ أيضًا' });
  await dialog.getByLabel('ابحث عن مقال').fill('حافلات');
  await dialog.getByRole('button', { name: 'حافلات الليل' }).first().click();
  await dialog.getByRole('button', { name: 'حفظ' }).click();
  await expect(page.getByRole('group', { name: 'اقرأ أيضًا' })).toContainText('حافلات الليل');
  expect((await readDoc(page)).content).toContainEqual({ type: 'readAlso', attrs: { articles: [number] } });

  await write(page);
  await insert('تضمين من موقع آخر');
  const card = page.getByRole('dialog', { name: 'تضمين من موقع آخر' });
  await card.getByLabel('رابط المنشور أو المقطع أو الخريطة').fill('https://vimeo.com/76979871');
  await card.getByLabel('عنوان البطاقة').fill('المقطع كاملًا');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'فيديو من فيميو' })).toBeVisible();
  expect((await readDoc(page)).content).toEqual([
    { type: 'embed', attrs: { provider: 'vimeo', url: 'https://vimeo.com/76979871', title: 'المقطع كاملًا' } },
  ]);

  await write(page);
  await insert('تضمين من موقع آخر');
  await card.getByLabel('رابط المنشور أو المقطع أو الخريطة').fill('https://example.org/video');
  await page.keyboard.press('Enter');
  await expect(page.getByText('أُدرج رابط عادي')).toBeVisible();
  expect(JSON.stringify(await readDoc(page))).toContain('"href":"https://example.org/video"');
  expect(foreign).toEqual([]);
});

test('pictures are described in place; a gallery is sorted by buttons and by drag and drop', async ({
  page,
}) => {
  // Both ends of the drag must be visible.
  await page.setViewportSize({ width: 1280, height: 2000 });
  await openEditor(page);
  const picture = (mediaId: string) => ({ mediaId, caption: '', credit: '', alt: '', decorative: false });
  await write(
    page,
    { type: 'figure', attrs: picture('one') },
    { type: 'gallery', attrs: { items: ['a', 'b', 'c'].map(picture), caption: '' } },
    { type: 'pullQuote', attrs: { by: '' }, content: [text('عبارة')] },
  );
  const figure = page.getByRole('group', { name: 'صورة', exact: true });
  await figure.getByLabel('شرح الصورة').fill('الميناء صباحًا');
  await figure.getByLabel('المصدر أو المصور').fill('عدسة سعاد');
  await figure.getByLabel('صورة للزينة لا تحتاج وصفًا').check();
  await expect(figure.getByLabel('وصف الصورة لمن لا يراها')).toBeDisabled();
  // Enter in a field does not submit a form or insert a line.
  await figure.getByLabel('شرح الصورة').press('Enter');
  await page.getByLabel('القائل').fill('مدير الميناء');

  const gallery = page.getByRole('group', { name: 'معرض صور' });
  const order = async () => {
    const found = (await readDoc(page)).content.find((block) => block.type === 'gallery');
    return found?.type === 'gallery' ? found.attrs.items.map(({ mediaId }) => mediaId).join('') : '';
  };
  await gallery.getByRole('button', { name: 'تأخير الصورة' }).first().click();
  expect(await order()).toBe('bac');
  await expect(gallery.getByRole('button', { name: 'تأخير الصورة' }).nth(1)).toBeFocused();
  await gallery.locator('[draggable=true]').nth(2).dragTo(gallery.locator('[draggable=true]').first());
  expect(await order()).toBe('cba');
  await gallery.getByRole('button', { name: 'إخراج الصورة من المعرض' }).nth(1).click();
  expect(await order()).toBe('ca');
  expect((await readDoc(page)).content).toEqual([
    {
      type: 'figure',
      attrs: { mediaId: 'one', caption: 'الميناء صباحًا', credit: 'عدسة سعاد', alt: '', decorative: true },
    },
    { type: 'gallery', attrs: { items: ['c', 'a'].map(picture), caption: '' } },
    { type: 'pullQuote', attrs: { by: 'مدير الميناء' }, content: [text('عبارة')] },
  ]);
});

test('the search for articles to link to needs a session and a valid edition', async ({ page, request }) => {
  expect((await request.get('/newsroom/articles/search?q=')).status()).toBe(401);
  await signIn(page);
  expect((await page.request.get('/newsroom/articles/search?q=&edition=xx')).status()).toBe(400);
  const answer = await page.request.get('/newsroom/articles/search?q=');
  expect(((await answer.json()) as { articles: unknown[] }).articles.length).toBeGreaterThan(3);
});

for (const width of [390, 1280]) {
  test(`no violations in a body with many kinds of blocks, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openEditor(page);
    const cell = (type: string, words: string) => ({ type, content: [line(words)] });
    await write(
      page,
      line('فقرة'),
      { type: 'heading', attrs: { level: 2 }, content: [text('عنوان')] },
      { type: 'blockquote', content: [line('اقتباس')] },
      { type: 'pullQuote', attrs: { by: 'فلان' }, content: [text('عبارة')] },
      {
        type: 'embed',
        attrs: { provider: 'map', url: 'https://www.openstreetmap.org/#map=5/1/1', title: '' },
      },
      { type: 'figure', attrs: { mediaId: 'gone' } },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [cell('tableHeader', 'أ'), cell('tableCell', 'ب')] }],
      },
      { type: 'readAlso', attrs: { articles: [999_999] } },
      { type: 'correctionBox', attrs: { date: '2026-11-24' }, content: [line('تصحيح')] },
      { type: 'codeBlock', content: [text('x = 1')] },
    );
    await expect(page.getByText('هذه الصورة لم تعد في المكتبة')).toBeVisible();
    await expectNoViolations(page, 'editor', ['.ProseMirror', '[role=toolbar]']);
    const editor = await page
      .locator('.editor-page')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(editor).toBe(0);
  });
}
