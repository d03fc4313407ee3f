import { expectNoViolations } from './axe.ts';
import { expect, signIn, test } from './journey.ts';
import { jpeg } from './media-library.ts';

test('a form field takes a picture from a dialog: found, uploaded, chosen by keyboard, and the focus returns', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/newsroom/settings');
  const field = page.getByLabel('صورة الشعار');
  const open = page.getByRole('button', { name: 'اختر صورة' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: 'اختر صورة' });
  await expect(dialog.getByText('أحدث الصور')).toBeVisible();
  await expectNoViolations(page, 'dialog');
  await page.keyboard.press('Escape');
  // The dialog is hidden at once, and removed after its close event.
  await expect(page.locator('dialog').filter({ hasText: 'اختر صورة' })).toHaveCount(0);
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('searchbox').fill('المناره');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('نتائج البحث')).toBeVisible();
  await expect(dialog.locator('[data-pick]').first()).toBeVisible();
  // After two uploads the person chooses one of them.
  await dialog
    .getByLabel('اختر ملفات')
    .setInputFiles([await jpeg('logo-photo.jpg'), await jpeg('other-photo.jpg')]);
  await expect(dialog.getByRole('button', { name: 'other-photo.jpg' })).toBeVisible();
  const id = await dialog.getByRole('button', { name: 'logo-photo.jpg' }).getAttribute('data-pick');
  await dialog.getByRole('button', { name: 'logo-photo.jpg' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(field).toHaveValue(id!);
  await expect(open).toBeFocused();
  // A single upload is chosen automatically.
  await page.keyboard.press('Enter');
  await dialog.getByLabel('اختر ملفات').setInputFiles(await jpeg('third-photo.jpg'));
  await expect(dialog).toBeHidden();
  await expect(field).not.toHaveValue(id!);
  await expect(field).not.toHaveValue('');
  await expect(open).toBeFocused();
});
