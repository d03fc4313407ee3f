import { expectNoViolations } from './axe.ts';
import { addArticle, begin } from './desk-articles.ts';
import { expect, setOffline, signIn, test } from './journey.ts';
import { body, editPath, openDesk, saved, write } from './writing.ts';

const KNOWN = ['منارة الرأس', 'أسعار القمح', 'مسؤولية البلدية'];
const makeTags = async () => addArticle({ headline: 'خبر له وسوم معروفة', tags: KNOWN });

test('a tag is found in any spelling and chosen by keyboard; a new one is created, and none is added twice', async ({
  page,
}) => {
  test.slow();
  await makeTags();
  await signIn(page);
  const { number } = await begin('خبر توسمه الأصابع');
  await openDesk(page, number);
  await write(page, 'جملة واحدة.');
  const field = page.getByRole('combobox', { name: 'الوسوم', exact: true });
  const list = page.getByRole('listbox', { name: 'وسوم معروفة' });
  const chip = (name: string) => page.getByRole('button', { name: `أزل الوسم ${name}`, exact: true });

  // ه for ة: it is the same tag, and no new one is offered beside it.
  await field.fill('مناره الراس');
  await expect(list.getByRole('option')).toHaveText(['منارة الرأس']);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  expect(await field.getAttribute('aria-activedescendant')).toBe(
    await list.getByRole('option').first().getAttribute('id'),
  );
  await expectNoViolations(page, 'suggestions');
  await page.keyboard.press('Enter');
  await expect(chip('منارة الرأس')).toBeVisible();
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await expect(list).toBeHidden();

  // Escape closes the list and keeps the typed text; an arrow key opens the list again.
  await field.fill('اسعار');
  await expect(list.getByRole('option')).toHaveText(['أسعار القمح', 'وسم جديد: اسعار']);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(field).toHaveValue('اسعار');
  await page.keyboard.press('ArrowUp');
  await expect(list.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(chip('أسعار القمح')).toBeVisible();

  // Typed faster than any suggestion, a tag still gets its known name. A tag that is already there is not
  // added again.
  await field.fill('مسئولية البلديه،');
  await expect(chip('مسؤولية البلدية')).toBeVisible();
  await field.fill('مَنارة الراس');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('');
  await field.fill('ميناء لم يُكتب عنه');
  await list.getByRole('option', { name: 'وسم جديد: ميناء لم يُكتب عنه' }).click();
  const removers = page.getByRole('button', { name: /^أزل الوسم/ });
  const names = ['منارة الرأس', 'أسعار القمح', 'مسؤولية البلدية', 'ميناء لم يُكتب عنه'];
  await expect(removers).toHaveCount(names.length);
  for (const [place, name] of names.entries())
    await expect(removers.nth(place)).toHaveAccessibleName(`أزل الوسم ${name}`);
  await chip('أسعار القمح').click();
  await expect(chip('أسعار القمح')).toHaveCount(0);
  await saved(page);

  await page.getByRole('link', { name: 'النشر…' }).click();
  await page.getByRole('button', { name: 'انشر الآن' }).click();
  await page.getByRole('link', { name: 'افتح صفحة المقال' }).click();
  for (const name of ['منارة الرأس', 'مسؤولية البلدية', 'ميناء لم يُكتب عنه'])
    await expect(page.getByRole('link', { name }).first()).toBeVisible();
  await openDesk(page, (await begin('خبر بعده')).number);
  await field.fill('ميناء لم يكتب');
  await expect(list.getByRole('option').first()).toHaveText('ميناء لم يُكتب عنه');
});

test('without a response from the server a tag is added as it was typed', async ({ page }) => {
  await signIn(page);
  await openDesk(page, (await begin('خبر في نفق')).number);
  await expect(body(page)).toBeVisible();
  await setOffline(page, true);
  await page.getByRole('combobox', { name: 'الوسوم', exact: true }).fill('وسم النفق');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'أزل الوسم وسم النفق' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('tags are one line with commas, and a repeated tag is saved once', async ({ page }) => {
    await signIn(page);
    const { number } = await begin('خبر بوسوم مكتوبة');
    await page.goto(editPath(number));
    await page.getByLabel('الوسوم', { exact: true }).fill('منارة الرأس، مناره الراس, جديد ،');
    await page.getByRole('button', { name: 'احفظ نسخة' }).click();
    await expect(page.getByText('حُفظ المقال، وحُفظت منه نسخة.')).toBeVisible();
    await page.goto(editPath(number));
    await expect(page.getByLabel('الوسوم', { exact: true })).toHaveValue('منارة الرأس، جديد');
  });
});
