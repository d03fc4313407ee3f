import { begin, publish, write as draftOf } from './desk-articles.ts';
import { line, write as put } from './editor-page.ts';
import { expect, setOffline, signIn, test } from './journey.ts';
import { body, editPath, headline, openDesk, saved, state, stored, storedDraft, write } from './writing.ts';

/* No word is lost in a tunnel, with a closed page or an ended session. */

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
