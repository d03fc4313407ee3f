import { inDatabase } from './in-database.ts';
import { begin } from './desk-articles.ts';
import { expect, openSlowly, signIn, test } from './journey.ts';
import { coverage, deskOf, editorOf } from './live-coverage.ts';
import { body, editPath, headline, saved, state } from './writing.ts';

/* On a slow network a page can be read and typed in long before its scripts arrive. */

test('text typed early in an article stays, and is saved', async ({ page }) => {
  await signIn(page);
  const { number } = await begin('خبر على شبكة بطيئة');
  inDatabase((database) =>
    database
      .prepare(
        `update drafts set content = json_set(content, '$.standfirst', 'مقدمة أولى') where article_id = (select id from articles where number = ?)`,
      )
      .run(number),
  );
  const arrive = await openSlowly(page, editPath(number));
  const [standfirst, section, comments] = [
    page.getByLabel('المقدمة', { exact: true }),
    page.getByLabel('القسم', { exact: true }),
    page.getByLabel('التعليقات مفتوحة'),
  ];
  await expect(standfirst).toHaveValue('مقدمة أولى');
  await headline(page).fill('كُتب قبل أن تصل النصوص');
  await standfirst.fill('مقدمة مبكرة');
  await section.selectOption({ label: 'ثقافة' });
  await comments.uncheck();
  arrive();
  await expect(body(page)).toBeVisible();
  await expect(headline(page)).toHaveValue('كُتب قبل أن تصل النصوص');
  await saved(page);
  await page.reload();
  await expect(headline(page)).toHaveValue('كُتب قبل أن تصل النصوص');
  await expect(standfirst).toHaveValue('مقدمة مبكرة');
  await expect(section.locator('option:checked')).toHaveText('ثقافة');
  await expect(comments).not.toBeChecked();
});

test('a new article whose page was rendered by scripts is not saved before something is typed', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/newsroom/articles/new');
  await page.getByLabel('العنوان').fill('خبر بدأ للتو');
  await page.getByLabel('القسم').selectOption({ label: 'ثقافة' });
  await page.getByRole('button', { name: 'ابدأ الكتابة' }).click();
  await expect(body(page)).toBeVisible();
  await expect(page.getByLabel('القسم', { exact: true }).locator('option:checked')).toHaveText('ثقافة');
  expect(await state(page).getAttribute('data-phase')).toBe('clean');
  const number = Number(/articles\/(\d+)/.exec(page.url())![1]);
  expect(
    inDatabase((database) =>
      database
        .prepare(
          'select drafts.version from drafts join articles on articles.id = drafts.article_id where number = ?',
        )
        .get(number),
    ),
  ).toEqual({ version: 1 });
});

test('text typed early stays in an entry of a coverage, a static page and the focal point of a picture', async ({
  page,
}) => {
  await signIn(page);
  page.on('dialog', (dialog) => void dialog.accept());
  const live = coverage();
  const [entry, picture] = inDatabase((database) => [
    database
      .prepare('select id from live_entries where article_id = ? and removed_at is null order by at limit 1')
      .get(live.id),
    database
      .prepare(`select id from media where type = 'image' order by created_at desc, id desc limit 1`)
      .get(),
  ]) as { id: string }[];
  let arrive = await openSlowly(page, `${deskOf(live)}?edit=${entry!.id}`);
  const text = page.getByRole('textbox', { name: 'النص', exact: true });
  await expect(text).not.toHaveValue('');
  // An invalid link, a picture and an unknown card: every word goes into the editor.
  await text.fill('كُتب مبكرًا، [هنا](x).\n> اقتباس');
  await page.locator('summary', { hasText: 'صورة' }).click();
  await page.getByLabel('صورة من المكتبة').selectOption(picture!.id);
  await page.getByLabel('شرح الصورة').fill('شرح مبكر');
  await page.locator('summary', { hasText: 'بطاقة من موقع آخر' }).click();
  await page.getByLabel('رابط المنشور أو المقطع أو الخريطة').fill('https://elsewhere.example/early');
  arrive();
  const editor = editorOf(page);
  for (const words of ['كُتب مبكرًا، [هنا](x).', 'اقتباس', 'https://elsewhere.example/early'])
    await expect(editor).toContainText(words);
  await expect(editor.getByLabel('شرح الصورة')).toHaveValue('شرح مبكر');
  // Typing continues at the end of the words. The next key does not replace the picture, which is last.
  await expect(editor).toBeFocused();
  await page.keyboard.type(' وتتمته');
  await expect(editor).toContainText('وتتمته');
  await expect(editor.getByLabel('شرح الصورة')).toHaveValue('شرح مبكر');
  expect(await page.locator('form[data-guarded][data-unsent]').count()).toBe(1);

  arrive = await openSlowly(page, '/newsroom/pages/ar/about');
  const field = page.getByLabel('النص', { exact: true });
  await expect(field).not.toHaveValue('');
  await field.fill('كُتب مبكرًا.');
  arrive();
  // The editor replaces the plain field and takes over its words.
  await expect(page.locator('.ProseMirror')).toHaveText('كُتب مبكرًا.');

  arrive = await openSlowly(page, `/newsroom/media/${picture!.id}`);
  await page.getByLabel('من اليسار، %').fill('12');
  arrive();
  await expect(page.locator('[data-focus-control]')).toBeVisible();
  await expect(page.getByLabel('من اليسار، %')).toHaveValue('12');
});

test('an entry sent before the scripts take over the form does not come back, however late they arrive', async ({
  page,
}) => {
  await signIn(page);
  const live = coverage();
  const place = deskOf(live);
  // A page that is being left cannot be queried, so it logs when it has words that it considers unsent.
  await page.addInitScript(() => {
    const look = () => document.querySelector('form[data-unsent] .ProseMirror') && console.log('awake');
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  });
  const awake = page.waitForEvent('console', (message) => message.text() === 'awake');
  const arrive = await openSlowly(page, place);
  await page.getByRole('textbox', { name: 'النص', exact: true }).fill('أُرسل والنصوص في الطريق.');
  await page.getByLabel('العنوان', { exact: true }).fill('أُرسل مبكرًا');
  // The response waits until the page that is being left is hydrated and has stored its unsent words.
  let go = () => {};
  const alive = new Promise<void>((resolve) => (go = resolve));
  let isUnderway = () => {};
  const underway = new Promise<void>((resolve) => (isUnderway = resolve));
  await page.route(`**${place}`, async (route) => {
    if (route.request().method() === 'POST') {
      isUnderway();
      await alive;
    }
    await route.continue();
  });
  await page.getByRole('button', { name: 'انشر التحديث' }).click({ noWaitAfter: true });
  await underway;
  arrive();
  await awake;
  go();
  await expect(page.getByText('نُشر التحديث.')).toBeVisible();
  const isEmpty = async () => {
    await expect(editorOf(page)).toHaveText('');
    await expect(page.getByLabel('العنوان', { exact: true })).toHaveValue('');
    await expect(page.getByRole('button', { name: 'محو ما عاد' })).toHaveCount(0);
  };
  await isEmpty();
  await page.unrouteAll();
  for (let turn = 0; turn < 2; turn += 1) {
    await page.goto(place);
    await isEmpty();
  }
  expect(
    inDatabase((database) =>
      database.prepare('select count(*) as n from live_entries where headline = ?').get('أُرسل مبكرًا'),
    ),
  ).toEqual({ n: 1 });
});
