import { expectNoViolations } from './axe.ts';
import { begin, publish, write as draftOf } from './desk-articles.ts';
import { line, write as put } from './editor-page.ts';
import { expect, setOffline, signIn, test } from './journey.ts';
import { addMember, becomeMember } from './staff.ts';
import { body, editPath, headline, openDesk, saved, state, stored, storedDraft, write } from './writing.ts';

/* No word is lost in a tunnel, with a closed page or an ended session, or with two editors at once. */

test('without a connection the text is stored in the browser with a message, and sent later', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('خبر يُكتب في القطار');
  await openDesk(page, number);
  await setOffline(page, true);
  await write(page, 'كلمات بلا اتصال.');
  await expect(state(page)).toContainText('لا اتصال: كتابتك محفوظة في هذا المتصفح');
  await headline(page).fill('خبر كُتب في القطار');
  await setOffline(page, false);
  await saved(page);
  await page.reload();
  await expect(body(page)).toContainText('كلمات بلا اتصال.');
  await expect(headline(page)).toHaveValue('خبر كُتب في القطار');
});

test('a save whose response was lost does not conflict with the next save of the same page', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('خبر من النفق');
  await openDesk(page, number);
  const arrived: number[] = [];
  await page.route(
    '**/draft',
    async (route) => {
      const answer = await route.fetch({
        headers: { ...route.request().headers(), 'sec-fetch-site': 'same-origin' },
      });
      arrived.push(answer.status());
      await route.abort();
    },
    { times: 1 },
  );
  await write(page, 'وصل ولم يُجَب عنه.');
  await expect.poll(() => arrived).toEqual([200]);
  await write(page, ' وكُتب بعده.');
  await expect.poll(() => storedDraft(number)).toContain('وكُتب بعده.');
  await saved(page);
  await page.reload();
  await expect(body(page)).toContainText('وصل ولم يُجَب عنه. وكُتب بعده.');
});

test('a page that crashes before it could save offers its text the next time', async ({ page, context }) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('خبر ينقطع');
  await openDesk(page, number);
  await stored(page, () => write(page, 'أول ما حُفظ.'));
  await page.route('**/draft', (route) => route.abort());
  await write(page, ' وما لم يُحفظ.');
  await expect(state(page)).toContainText('لا اتصال');
  // A page sends its unsaved text when it is closed, but not when it crashes.
  const client = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void client.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await openDesk(again, number);
  await expect(body(again)).not.toContainText('وما لم يُحفظ.');
  await again.getByRole('button', { name: 'قارنه بالمحفوظ' }).click();
  const dialog = again.getByRole('dialog', { name: 'نص لم يصل إلى الخادم' });
  await expect(dialog).toContainText('وما لم يُحفظ');
  await dialog.getByRole('button', { name: 'استعد ما في المتصفح' }).click();
  await expect(body(again)).toContainText('وما لم يُحفظ.');
  await saved(again);
  await again.reload();
  await expect(body(again)).toContainText('وما لم يُحفظ.');
  await expect(again.getByRole('button', { name: 'قارنه بالمحفوظ' })).toHaveCount(0);
});

test('an ended session loses no word', async ({ page, context }) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('خبر طويل');
  await openDesk(page, number);
  const cookies = await context.cookies();
  await context.clearCookies();
  await write(page, 'كُتب بعد انتهاء الجلسة.');
  await expect(state(page)).toContainText('انتهت جلستك');
  await expect(page.getByRole('link', { name: 'ادخل في علامة تبويب جديدة ثم عُد' })).toBeVisible();
  await context.addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await saved(page);
  await page.reload();
  await expect(body(page)).toContainText('كُتب بعد انتهاء الجلسة.');
});

test('a text that is too long is rejected with a message, stays complete, and is saved once it is shorter', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('محضر طويل');
  await openDesk(page, number);
  const lines = Array.from({ length: 2001 }, (_, at) => line(`سطر ${at + 1}`));
  await put(page, ...lines);
  await page.keyboard.insertText('.');
  await expect(state(page)).toHaveAttribute('data-phase', 'invalid');
  await expect(page.getByText('في المتن أكثر من ألفي فقرة')).toBeVisible();
  await expect(body(page)).toContainText('سطر 2001.');
  await put(page, ...lines.slice(0, 2000));
  await page.keyboard.insertText('.');
  await saved(page);
  await expect(page.getByText('في المتن أكثر من ألفي فقرة')).toHaveCount(0);
});

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

test('a text that was deleted and autosaved is restored from its revisions', async ({ page }) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('خبر أيام من العمل');
  await openDesk(page, number);
  await stored(page, () => write(page, 'نص كُتب في أيام ولا نسخة منه.'));
  await page.reload();
  await body(page).click();
  await page.keyboard.press('Control+a');
  await stored(page, () => page.keyboard.press('Delete'));
  await page.goto(editPath(number, '/revisions'));
  const kept = page.getByRole('listitem').filter({ hasText: 'حُفظت تلقائيًا' }).first();
  await kept.getByRole('button', { name: 'استعد' }).click();
  await expect(page.getByText('عاد النص إلى المسودة.')).toBeVisible();
  await openDesk(page, number);
  await expect(body(page)).toContainText('نص كُتب في أيام ولا نسخة منه.');
});

test('a saved change of a published article is shown as unpublished, with its difference before publishing', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const { number, path } = await publish(
    await draftOf('خبر عند القراء', { standfirst: 'مقدمة يراها القراء' }),
  );
  await openDesk(page, number);
  await expect(page.getByText('ما يراه القراء هو النص السابق')).toHaveCount(0);
  await page.getByLabel('المقدمة', { exact: true }).fill('مقدمة لم تُنشر');
  await saved(page);
  await expect(state(page)).toContainText('ولم يُنشر بعد');
  await expect(page.getByText('ما يراه القراء هو النص السابق')).toBeVisible();
  await page.goto(editPath(number, '/publish'));
  const changes = page.getByRole('region', { name: 'ما سيتغير عند القراء' });
  await expect(changes.locator('ins').filter({ hasText: 'لم تُنشر' })).toBeVisible();
  await expect(changes.locator('del').filter({ hasText: 'يراها القراء' })).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('مقدمة يراها القراء')).toBeVisible();
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
