import { expect, test } from './journey.ts';
import { coverage, deskOf, editorOf, onDesk, openEditor, remove } from './live-coverage.ts';

/* One entry after another: sent text leaves the form for good, and unsent text stays. */
test('text typed while an entry is being sent stays for the next one, and sending includes every letter before', async ({
  browser,
}) => {
  const live = coverage();
  const desk = await openEditor(browser, live);
  const text = editorOf(desk);
  await text.click();
  await desk.keyboard.type('الأول');
  let go = () => {};
  const answer = new Promise<void>((resolve) => (go = resolve));
  await desk.route(`**${deskOf(live)}`, (route) => answer.then(() => route.continue()), { times: 1 });
  const sent = desk.waitForRequest((request) => request.method() === 'POST');
  await desk.keyboard.press('Control+Enter');
  expect((await sent).postData()).toContain('الأول');
  await desk.keyboard.type(' والثاني');
  go();
  await expect(desk.getByText('نُشر التحديث.')).toBeVisible();
  await expect(text).toHaveText('الأول والثاني');
  await text.fill('الثاني');
  await desk.getByLabel('العنوان', { exact: true }).fill('كُتب والأول في الطريق');
  await text.focus();
  await desk.keyboard.press('Control+Enter');
  await expect(onDesk(desk, 'كُتب والأول في الطريق')).toContainText('الثاني');
  await expect(text).toHaveText('');
  // The next entry can be typed at once.
  await expect(text).toBeFocused();
  await remove(desk, 'كُتب والأول في الطريق');
  await desk.context().close();
});

test('an entry sent by shortcut from its headline does not come back in the next form or on the next page', async ({
  browser,
}) => {
  const live = coverage();
  const desk = await openEditor(browser, live);
  const headline = desk.getByLabel('العنوان', { exact: true });
  for (const words of ['أرسل بالمفاتيح أولًا', 'أرسل بالمفاتيح ثانيًا']) {
    await editorOf(desk).fill('نص أُرسل.');
    await headline.fill(words);
    // The field has the focus and a changed value when its form is removed.
    await headline.press('Control+Enter');
    await expect(onDesk(desk, words)).toBeVisible();
    await expect(headline).toHaveValue('');
    await expect(editorOf(desk)).toHaveText('');
  }
  await desk.goto(deskOf(live));
  await expect(editorOf(desk)).toBeVisible();
  // When the next words are stored, the older copies have been checked.
  await headline.fill('الآن');
  const copies = () =>
    desk.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('midad');
          opening.addEventListener('success', () => {
            const asking = opening.result.transaction('copies').objectStore('copies').getAll();
            asking.addEventListener('success', () => {
              opening.result.close();
              resolve(JSON.stringify(asking.result));
            });
          });
        }),
    );
  await expect.poll(copies).toContain('الآن');
  expect(await copies()).not.toContain('بالمفاتيح');
  await expect(headline).toHaveValue('الآن');
  await expect(editorOf(desk)).toHaveText('');
  desk.on('dialog', (dialog) => void dialog.accept());
  for (const words of ['أرسل بالمفاتيح أولًا', 'أرسل بالمفاتيح ثانيًا']) {
    await desk.goto(deskOf(live));
    await remove(desk, words);
  }
  await desk.context().close();
});
