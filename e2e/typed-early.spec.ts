import { inDatabase } from './in-database.ts';
import { begin } from './desk-articles.ts';
import { expect, openSlowly, signIn, test } from './journey.ts';
import { coverage, deskOf } from './live-house.ts';
import { body, editPath, headline, saved, state } from './writing.ts';

/* On a slow network a page can be read and written in long before its scripts come. */

test('of an article: what was written early stays, and is saved', async ({ page }) => {
  await signIn(page);
  const { number } = await begin('خبر على شبكة بطيئة');
  inDatabase((database) => database.prepare(`update drafts set content = json_set(content, '$.standfirst', 'مقدمة أولى') where article_id = (select id from articles where number = ?)`).run(number));
  const arrive = await openSlowly(page, editPath(number));
  const [standfirst, section, comments] = [page.getByLabel('المقدمة', { exact: true }), page.getByLabel('القسم', { exact: true }), page.getByLabel('التعليقات مفتوحة')];
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

test('an article begun here and now, whose page scripts made, is not saved before anything is typed', async ({ page }) => {
  await signIn(page);
  await page.goto('/newsroom/articles/new');
  await page.getByLabel('العنوان').fill('خبر بدأ للتو');
  await page.getByLabel('القسم').selectOption({ label: 'ثقافة' });
  await page.getByRole('button', { name: 'ابدأ الكتابة' }).click();
  await expect(body(page)).toBeVisible();
  await expect(page.getByLabel('القسم', { exact: true }).locator('option:checked')).toHaveText('ثقافة');
  expect(await state(page).getAttribute('data-phase')).toBe('clean');
  const number = Number(/articles\/(\d+)/.exec(page.url())![1]);
  expect(inDatabase((database) => database.prepare('select drafts.version from drafts join articles on articles.id = drafts.article_id where number = ?').get(number))).toEqual({ version: 1 });
});

test('of an entry of a coverage, a static page and a picture’s focal point', async ({ page }) => {
  await signIn(page);
  const live = coverage();
  const entry = inDatabase((database) => database.prepare('select id from live_entries where article_id = ? and removed_at is null order by at limit 1').get(live.id)) as { id: string };
  let arrive = await openSlowly(page, `${deskOf(live)}?edit=${entry.id}`);
  const text = page.getByLabel('النص', { exact: true });
  await expect(text).not.toHaveValue('');
  await text.fill('كُتب مبكرًا.');
  arrive();
  await expect(page.getByRole('button', { name: /(اختر|غيّر) (ال)?صورة/, includeHidden: true })).toBeAttached();
  await expect(text).toHaveValue('كُتب مبكرًا.');

  arrive = await openSlowly(page, '/newsroom/pages/ar/about');
  const field = page.getByLabel('النص', { exact: true });
  await expect(field).not.toHaveValue('');
  await field.fill('كُتب مبكرًا.');
  arrive();
  // The editor takes the plain field's place, and its words.
  await expect(page.locator('.ProseMirror')).toHaveText('كُتب مبكرًا.');

  const picture = inDatabase((database) => database.prepare(`select id from media where type = 'image' limit 1`).get()) as { id: string };
  arrive = await openSlowly(page, `/newsroom/media/${picture.id}`);
  await page.getByLabel('من اليسار، %').fill('12');
  arrive();
  await expect(page.locator('[data-focus-control]')).toBeVisible();
  await expect(page.getByLabel('من اليسار، %')).toHaveValue('12');
});
