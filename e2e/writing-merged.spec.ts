import type { Page } from '@playwright/test';
import { docFromLines } from '#lib/body/from-lines.ts';
import { expectNoViolations } from './axe.ts';
import { begin, change } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';
import { addMember, becomeMember } from './staff.ts';
import { body, openDesk, saved, state, stored } from './writing.ts';

test('the merged body of two editors is shown before it is saved, also if it was merged without a question', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const { id, number } = await begin('خبر بثلاث فقرات');
  await change(id, { body: docFromLines(['الأولى.', 'الثانية.', 'الثالثة.']) });
  await openDesk(page, number);
  const other = await browser.newContext();
  const colleague = await other.newPage();
  await becomeMember(other, addMember('editor'));
  await openDesk(colleague, number);
  const add = async (who: Page, paragraph: string, words: string) => {
    await body(who).locator('p').filter({ hasText: paragraph }).click();
    await who.keyboard.press('End');
    await who.keyboard.insertText(words);
  };
  await stored(colleague, () => add(colleague, 'الأولى', ' زادتها الزميلة.'));
  await add(page, 'الثانية', ' زدتها أنا.');
  await expect(page.getByText('دُمجت في هذا النص تعديلات')).toBeVisible();
  await saved(page);
  await page.getByText('ما دخل على نصك').click();
  await expect(page.locator('details ins').filter({ hasText: 'زادتها الزميلة' })).toBeVisible();
  await expect(page.locator('details').filter({ hasText: 'ما دخل على نصك' })).toContainText('زدتها أنا');

  await openDesk(colleague, number);
  await stored(colleague, async () => {
    await add(colleague, 'الأولى', ' ثم زادتها.');
    await add(colleague, 'الثالثة', ' للزميلة.');
  });
  await add(page, 'الثالثة', ' لي.');
  await expect(state(page)).toHaveAttribute('data-phase', 'conflict');
  await page.getByRole('button', { name: 'قارن واختر' }).click();
  const dialog = page.getByRole('dialog', { name: 'نصّان للمقال نفسه' });
  await dialog.getByText('المتن كما سيُحفظ').click();
  const merged = dialog.locator('details');
  // What only the colleague changed is in both versions, and is shown nowhere else in the dialog.
  await expect(merged.locator('ins').filter({ hasText: 'ثم زادتها' })).toBeVisible();
  await expect(merged.locator('ins').filter({ hasText: 'للزميلة' })).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'نص الزميل (المتن)' }).check();
  await expect(merged.locator('ins').filter({ hasText: 'للزميلة' })).toBeVisible();
  await expect(merged.locator('del').filter({ hasText: 'لي' })).toBeVisible();
  await expectNoViolations(page, 'merged text', ['dialog']);
  await dialog.getByRole('radio', { name: 'نصي (المتن)' }).check();
  await dialog.getByRole('button', { name: 'احفظ ما اخترته من كلٍّ' }).click();
  await saved(page);
  await page.reload();
  await expect(body(page).locator('p')).toHaveText([
    'الأولى. زادتها الزميلة. ثم زادتها.',
    'الثانية. زدتها أنا.',
    'الثالثة. لي.',
  ]);
  await other.close();
});
