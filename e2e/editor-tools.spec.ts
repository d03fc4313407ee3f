import { twoHalves } from '../lib/media/test-pictures.ts';
import { base } from './instance.ts';
import { bodyOf, line, openEditor, readDoc, toolOf, write } from './editor-page.ts';
import { expect, test } from './journey.ts';

test('reversing the direction of a paragraph causes no error, by key or by button', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await openEditor(page);
  await write(page, line('An English line.'));
  await toolOf(page, 'عكس اتجاه الفقرة').click();
  await expect(bodyOf(page).locator('p').first()).toHaveAttribute('dir', 'ltr');
  await expect(bodyOf(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect(bodyOf(page).locator('p').first()).not.toHaveAttribute('dir');
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(bodyOf(page).locator('p').first()).not.toHaveAttribute('dir');
  expect(errors).toEqual([]);
});

test('Escape moves the focus from any tool back to the text, with the caret where it was', async ({
  page,
}) => {
  await openEditor(page);
  await write(page, line('نص'));
  for (const steps of [0, 3, -1, -4]) {
    await page.keyboard.press('Alt+F10');
    for (let n = 0; n < Math.abs(steps); n += 1)
      await page.keyboard.press(steps > 0 ? 'ArrowLeft' : 'ArrowRight');
    await expect(bodyOf(page)).not.toBeFocused();
    await page.keyboard.press('Escape');
    await expect(bodyOf(page)).toBeFocused();
  }
  await toolOf(page, 'إدراج').click();
  await page.keyboard.press('Escape');
  await expect(toolOf(page, 'إدراج')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bodyOf(page)).toBeFocused();
  await page.keyboard.insertText('!');
  expect((await readDoc(page)).content).toEqual([line('نص!')]);
});

for (const [width, height] of [
  [1366, 768],
  [1280, 900],
  [390, 844],
  [1024, 500],
  [800, 300],
] as const) {
  test(`the insert menu is fully visible at ${width} × ${height}, wherever the toolbar is`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openEditor(page);
    await write(page, ...Array.from({ length: 40 }, () => line('سطر')));
    for (const place of ['start', 'center', 'end'] as const) {
      await toolOf(page, 'إدراج').evaluate(
        (button, block) => button.scrollIntoView({ block, behavior: 'instant' }),
        place,
      );
      await toolOf(page, 'إدراج').click();
      const items = page.getByRole('menuitem');
      await expect(items.first()).toBeFocused();
      const count = await items.count();
      expect(count).toBeGreaterThanOrEqual(9);
      for (let n = 0; n < count; n += 1) {
        const item = items.nth(n);
        await expect(item).toBeFocused();
        // The item is inside the window, and nothing covers it.
        const isSeen = () =>
          item.evaluate((element) => {
            const box = element.getBoundingClientRect();
            const isInside =
              box.top >= 0 &&
              box.left >= 0 &&
              box.bottom <= window.innerHeight &&
              box.right <= document.documentElement.clientWidth;
            return (
              isInside &&
              element.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2))
            );
          });
        await expect.poll(isSeen).toBe(true);
        await page.keyboard.press('ArrowDown');
      }
      await expect(items.first()).toBeFocused();
      // All items are visible without scrolling where they have room.
      if (height >= 500)
        expect(await page.getByRole('menu').evaluate((menu) => menu.scrollHeight <= menu.clientHeight)).toBe(
          true,
        );
      await page.keyboard.press('Escape');
      await expect(toolOf(page, 'إدراج')).toBeFocused();
    }
  });
}

test('a gallery takes several pictures from one dialog, in the order of selection', async ({ page }) => {
  await openEditor(page);
  const ids: string[] = [];
  for (const [n, name] of ['أولى.jpg', 'ثانية.jpg', 'ثالثة.jpg'].entries()) {
    const buffer = await twoHalves({ width: 700 + n, height: 400 })
      .jpeg()
      .toBuffer();
    const answer = await page.request.post('/newsroom/media/upload', {
      multipart: { file: { name, mimeType: 'image/jpeg', buffer } },
      headers: { accept: 'application/json', origin: base },
    });
    ids.push(((await answer.json()) as { media: { id: string } }).media.id);
  }
  await write(page);
  await toolOf(page, 'إدراج').click();
  await page.getByRole('menuitem', { name: 'معرض صور' }).click();
  const library = page.getByRole('dialog', { name: 'اختر صورة' });
  const pick = (n: number) => library.locator(`[data-pick="${ids[n]}"]`);
  await expect(library.getByRole('button', { name: /إضافة ما اختير/ })).toBeDisabled();
  for (const n of [2, 0, 1]) await pick(n).click();
  await pick(0).click();
  await expect(pick(0)).toHaveAttribute('aria-pressed', 'false');
  await expect(pick(1)).toContainText('2');
  await pick(0).click();
  await library.getByRole('button', { name: 'إضافة ما اختير (3)' }).click();
  await expect(library).toBeHidden();
  const mediaIds = async () =>
    (await readDoc(page)).content.flatMap((block) =>
      block.type === 'gallery' ? block.attrs.items.map(({ mediaId }) => mediaId) : [],
    );
  expect(await mediaIds()).toEqual([ids[2], ids[1], ids[0]]);

  await page.getByRole('button', { name: 'إضافة صورة' }).click();
  await pick(0).click();
  await pick(2).click();
  await library.getByRole('button', { name: 'إضافة ما اختير (2)' }).click();
  expect(await mediaIds()).toEqual([ids[2], ids[1], ids[0], ids[0], ids[2]]);
});

test('an empty library says that it is empty, and only a search says that nothing was found', async ({
  page,
}) => {
  await openEditor(page);
  await page.route('**/newsroom/media/list?**', (route) =>
    route.fulfill({ json: { items: [], page: 1, pages: 1 } }),
  );
  await toolOf(page, 'صورة').click();
  const library = page.getByRole('dialog', { name: 'اختر صورة' });
  await expect(library.getByText('لا صور في المكتبة بعد')).toBeVisible();
  await library.getByRole('searchbox').fill('بحر');
  await page.keyboard.press('Enter');
  await expect(library.getByText('لم نجد صورة')).toBeVisible();
});
