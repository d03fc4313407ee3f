import { expectNoViolations } from './axe.ts';
import { begin } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';
import { addMember, becomeMember } from './staff.ts';
import { body, editPath, headline, openDesk, saved, state, stored, write } from './writing.ts';

/* No word is lost when two editors work on one article at once. */

test('two editors at once see each other, the second decides, and nothing is lost', async ({
  page,
  browser,
}) => {
  test.slow();
  const editor = addMember('editor');
  await signIn(page);
  const { number } = await begin('خبر يكتبه اثنان');
  await openDesk(page, number);
  const other = await browser.newContext();
  const colleague = await other.newPage();
  await becomeMember(other, editor);
  await openDesk(colleague, number);
  await expect(colleague.getByText('يعمل على هذا المقال الآن')).toBeVisible();
  await headline(colleague).fill('عنوان هدى');
  await saved(colleague);
  await headline(page).fill('عنوان المدير');
  await expect(state(page)).toHaveAttribute('data-phase', 'conflict');
  await page.getByRole('button', { name: 'قارن واختر' }).click();
  const dialog = page.getByRole('dialog', { name: 'نصّان للمقال نفسه' });
  await expect(dialog.getByRole('region', { name: 'العنوان', exact: true })).toContainText('هدى');
  await expectNoViolations(page, 'conflict', ['dialog']);
  await dialog.getByRole('button', { name: 'أبقِ نصي' }).click();
  await saved(page);
  await expect(headline(page)).toHaveValue('عنوان المدير');
  await page.goto(editPath(number, '/revisions'));
  await expect(page.getByText('نص عضو editor قبل أن يُكتب فوقه')).toBeVisible();
  await page.getByRole('button', { name: 'قارن النسختين المحددتين' }).click();
  await expect(page.locator('del').filter({ hasText: 'هدى' })).toBeVisible();
  await expect(page.locator('ins').filter({ hasText: 'المدير' })).toBeVisible();

  // The colleague then takes the current text.
  await headline(colleague).fill('عنوان هدى الثاني');
  await expect(state(colleague)).toHaveAttribute('data-phase', 'conflict');
  await colleague.getByRole('button', { name: 'قارن واختر' }).click();
  await colleague.getByRole('button', { name: 'خذ نص الزميل' }).click();
  await expect(headline(colleague)).toHaveValue('عنوان المدير');
  await other.close();
});

test('of two texts each field is chosen separately, and the combination is saved', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('خبر يُركَّب من اثنين');
  await openDesk(page, number);
  await write(page, 'فقرة أولى.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('حُفظت نسخة.')).toBeVisible();
  const other = await browser.newContext();
  const colleague = await other.newPage();
  await becomeMember(other, addMember('editor'));
  await openDesk(colleague, number);
  await headline(colleague).fill('عنوان الزميلة');
  await colleague.getByLabel('المقدمة', { exact: true }).fill('مقدمة الزميلة');
  await colleague.getByLabel('المدينة', { exact: true }).fill('درنة');
  await write(colleague, ' وجملة كتبتها الزميلة.');
  await colleague.keyboard.press('Control+s');
  await expect(colleague.getByText('حُفظت نسخة.')).toBeVisible();

  await headline(page).fill('عنواني');
  await page.getByLabel('المقدمة', { exact: true }).fill('مقدمتي');
  await page.getByLabel('المدينة', { exact: true }).fill('طبرق');
  await write(page, ' وجملة كتبتها أنا.');
  await expect(state(page)).toHaveAttribute('data-phase', 'conflict');
  const open = page.getByRole('button', { name: 'قارن واختر' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: 'نصّان للمقال نفسه' });
  const choice = (side: string, field: string) => dialog.getByRole('radio', { name: `${side} (${field})` });

  // The focus stays inside the dialog, and returns to where it was.
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
      String(step),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  // A hidden dialog is not closed yet: its close event comes a moment later, and a key may come before.
  await expect(page.locator('dialog').filter({ hasText: 'نصّان للمقال نفسه' })).toHaveCount(0);
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');

  // Below each other on a phone, side by side on a wide screen. The buttons are always visible.
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(dialog).toBeVisible();
    await expectNoViolations(page, `conflict ${width}`, ['dialog']);
    for (const name of ['أبقِ نصي', 'خذ نص الزميل', 'احفظ ما اخترته من كلٍّ', 'لاحقًا'])
      await expect(dialog.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    const [mine, theirs] = [
      await choice('نصي', 'المقدمة').boundingBox(),
      await choice('نص الزميل', 'المقدمة').boundingBox(),
    ];
    expect(theirs!.y > mine!.y, String(width)).toBe(width === 390);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  }
  await expect(choice('نصي', 'العنوان')).toBeChecked();
  await choice('نص الزميل', 'المقدمة').check();
  await choice('نص الزميل', 'المدينة').check();
  await choice('نصي', 'المدينة').check();
  await choice('نص الزميل', 'المتن').check();
  await dialog.getByRole('button', { name: 'احفظ ما اخترته من كلٍّ' }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await expect(page.getByRole('button', { name: 'احفظ نسخة' })).toBeFocused();

  await page.reload();
  await expect(headline(page)).toHaveValue('عنواني');
  await expect(page.getByLabel('المقدمة', { exact: true })).toHaveValue('مقدمة الزميلة');
  await expect(page.getByLabel('المدينة', { exact: true })).toHaveValue('طبرق');
  await expect(body(page)).toContainText('وجملة كتبتها الزميلة.');
  await expect(body(page)).not.toContainText('وجملة كتبتها أنا.');
  // The colleague's text is a revision; the draft continues from the combination.
  await page.goto(editPath(number, '/revisions'));
  await expect(page.getByText('نص عضو editor قبل أن يُكتب فوقه')).toBeVisible();
  await other.close();
});

test('changes of two editors in different fields are merged without a question', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('خبر يكتبه اثنان بلا خلاف');
  await openDesk(page, number);
  const other = await browser.newContext();
  const colleague = await other.newPage();
  await becomeMember(other, addMember('editor'));
  await openDesk(colleague, number);
  await colleague.getByLabel('المقدمة', { exact: true }).fill('مقدمة الزميلة');
  await saved(colleague);
  await stored(page, () => write(page, 'فقرتي أنا.'));
  await expect(page.getByText('دُمجت في هذا النص تعديلات')).toBeVisible();
  await expect(page.getByLabel('المقدمة', { exact: true })).toHaveValue('مقدمة الزميلة');
  await page.reload();
  await expect(body(page)).toContainText('فقرتي أنا.');
  await expect(page.getByLabel('المقدمة', { exact: true })).toHaveValue('مقدمة الزميلة');
  await other.close();
});
