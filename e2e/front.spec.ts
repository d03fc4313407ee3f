import type { Page } from '@playwright/test';
import { pinStory, readSlots } from '#db/front/slots.ts';
import { expectNoViolations } from './axe.ts';
import { addArticle, asEditor } from './desk-articles.ts';
import { inDatabase } from './in-database.ts';
import { expect, signIn, test } from './journey.ts';

/* The desk of the front page: where an editor puts stories, and what readers see. */
const DESK = '/newsroom/front';
const HINT = 'اسحب خبرًا إلى مكانه';

const place = (page: Page, key: string) => page.locator(`[data-place="${key}"]`);
const headlineIn = (page: Page, key: string) => place(page, key).locator('a bdi').innerText();

/** Opens the desk and waits until its script runs. */
async function openDesk(page: Page, query = '') {
  await page.goto(DESK + query);
  await expect(page.getByText(HINT)).toBeVisible();
}

const storiesOn = (page: Page) =>
  page
    .locator('main :is(h2, h3) a[href*="/"]')
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).pathname).filter((path) => /\/\d+\//.test(path)),
    );
const leadOf = (page: Page) => page.locator('main h2').first().innerText();

test.afterEach(() => inDatabase((database) => database.exec('delete from front_slots')));

test('without scripts, a story is found, pinned as the lead, and unpinned', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(DESK);
  await place(page, 'lead').getByRole('link', { name: 'غيّر' }).click();
  await page.getByRole('searchbox').fill('مكتبة السلاحف البحر');
  await page.getByRole('button', { name: 'بحث' }).click();
  const found = page.locator('#choose li').filter({ hasText: '214 عشًا لسلاحف البحر' });
  await found.getByRole('button', { name: 'ضعه هنا' }).click();
  await expect(page.getByText('ثُبّت الخبر في: الصدارة')).toBeVisible();
  await expect(place(page, 'lead')).toContainText('214 عشًا لسلاحف البحر');
  await expect(place(page, 'lead')).toContainText('مثبَّت');

  await page.goto('/');
  expect(await leadOf(page)).toContain('214 عشًا لسلاحف البحر');
  const stories = await storiesOn(page);
  expect(stories.length).toBeGreaterThan(20);
  expect(new Set(stories).size).toBe(stories.length);
  const bar = await page.getByRole('complementary', { name: 'عاجل' }).getByRole('link').getAttribute('href');
  expect(stories).not.toContain(encodeURI(bar!));

  await page.goto(DESK);
  await place(page, 'lead').getByRole('button', { name: 'ألغِ التثبيت' }).click();
  await expect(page.getByText('وعاد المكان يمتلئ بالأحدث: الصدارة')).toBeVisible();
  await page.goto('/');
  expect(await leadOf(page)).not.toContain('سلاحف');
  await context.close();
});

test('by keyboard, a story moves, keeps the focus, and the move is announced', async ({ page }) => {
  await signIn(page);
  await openDesk(page);
  const story = await headlineIn(page, 'second-2');
  const above = await headlineIn(page, 'second-1');
  await place(page, 'second-2').locator('[data-way=up]').focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('status').filter({ hasText: `صار «${story}» في: بجانب الصدارة 2.` }),
  ).toBeVisible();
  expect(await headlineIn(page, 'second-1')).toBe(story);
  expect(await headlineIn(page, 'second-2')).toBe(above);
  await expect(place(page, 'second-1').locator('[data-way=up]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('status').filter({ hasText: `صار «${story}» في: بجانب الصدارة 1.` }),
  ).toBeVisible();
  await expect(place(page, 'second-0').locator('[data-way=up]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `صار «${story}» في: الصدارة.` })).toBeVisible();
  await expect(place(page, 'lead').locator('[data-way=down]')).toBeFocused();
  await page.goto('/');
  expect(await leadOf(page)).toBe(story);
});

test('below a lead without a picture, the row begins beside the column and leaves no gap', async ({
  page,
}) => {
  const path = await addArticle({
    headline: 'المجلس يقر موازنة المدينة بلا صورة',
    publishedAt: new Date(Date.now() - 86_400_000).toISOString(),
  });
  const articleId = inDatabase((database) =>
    database.prepare('select id from articles where number = ?').pluck().get(path.split('/')[2]),
  ) as string;
  await asEditor(async (editor, now) =>
    pinStory(
      { locale: 'ar', articleId, place: 'lead', from: '', expiresAt: null, ...(await readSlots('ar', now)) },
      editor,
      now,
    ),
  );
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/');
  const [lead, ...second] = await page.locator('main h2:has(a[href*="/"])').all();
  await expect(lead!).toHaveText('المجلس يقر موازنة المدينة بلا صورة');
  const [ofLead, lastBeside, firstOfRow] = await Promise.all(
    [lead, second[4], second[5]].map((each) => each!.boundingBox()),
  );
  expect(firstOfRow!.y).toBeGreaterThan(ofLead!.y + ofLead!.height);
  expect(firstOfRow!.y).toBeLessThan(lastBeside!.y);
});

test('stories move by drag and drop, also between parts of the page; two pinned stories swap places', async ({
  page,
}) => {
  // Both places must be visible: Playwright would scroll between the press and the move.
  await page.setViewportSize({ width: 1280, height: 1600 });
  await signIn(page);
  await openDesk(page);
  const story = await place(page, 'second-7').locator('a bdi').innerText();
  await place(page, 'second-7').dragTo(place(page, 'lead'));
  await expect(page.getByRole('status').filter({ hasText: `صار «${story}» في: الصدارة.` })).toBeVisible();
  const below = await headlineIn(page, 'second-3');
  await place(page, 'second-3').dragTo(place(page, 'lead'));
  await expect(page.getByRole('status').filter({ hasText: `صار «${below}» في: الصدارة.` })).toBeVisible();
  expect([await headlineIn(page, 'lead'), await headlineIn(page, 'second-3')]).toEqual([below, story]);
});

test('of two editors at once, the second gets a message, and no move is lost', async ({ page, context }) => {
  await signIn(page);
  await openDesk(page);
  const other = await context.newPage();
  await openDesk(other);
  const story = await headlineIn(page, 'second-1');
  await place(page, 'second-1').locator('[data-way=up]').click();
  await expect(page.getByRole('status').filter({ hasText: 'بجانب الصدارة 1.' })).toBeVisible();
  await place(other, 'second-4').locator('[data-way=up]').click();
  await expect(other.getByRole('status').filter({ hasText: 'غيّر زميل الصفحة الأولى' })).toBeVisible();
  expect(await headlineIn(other, 'second-0')).toBe(story);
  await place(other, 'second-4').locator('[data-way=up]').click();
  await expect(other.getByRole('status').filter({ hasText: 'في: بجانب الصدارة 4.' })).toBeVisible();
});

test('a pin ends at its time, at the next request; a time in the past is rejected at its field', async ({
  page,
}) => {
  await signIn(page);
  await page.goto(`${DESK}?place=second-4#choose`);
  const story = await headlineIn(page, 'second-4');
  await page.getByLabel('المكان', { exact: true }).selectOption('lead');
  await page.getByLabel('يبقى حتى').fill('2026-01-01T10:00');
  await page.getByRole('button', { name: 'ثبّت', exact: true }).click();
  await expect(page.getByText('اختر موعدًا لم يأتِ بعد')).toBeVisible();
  await expect(page.getByLabel('يبقى حتى')).toBeFocused();
  await expect(page.getByLabel('يبقى حتى')).toHaveValue('2026-01-01T10:00');
  await page.getByLabel('يبقى حتى').fill('2030-01-01T10:00');
  await page.getByLabel('المكان', { exact: true }).selectOption('lead');
  await page.getByRole('button', { name: 'ثبّت', exact: true }).click();
  await expect(place(page, 'lead')).toContainText('مثبَّت حتى');
  await page.goto('/');
  expect(await leadOf(page)).toBe(story);
  // A time from the form is too far away to wait for.
  inDatabase((database) => database.prepare('update front_slots set expires_at = ?').run(Date.now() + 3000));
  expect(await leadOf(page)).toBe(story);
  await expect
    .poll(async () => {
      await page.goto('/');
      return leadOf(page);
    })
    .not.toBe(story);
});

test('the preview of the front page shows a scheduled story in its place from its time on, and not before', async ({
  page,
}) => {
  const headline = 'المرصد يفتح أبوابه لزخة شهب منتظرة';
  await addArticle({ section: 'science', headline, publishedAt: '2031-05-05T10:00:00Z' });
  await signIn(page);
  await page.goto(`${DESK}?place=lead&q=${encodeURIComponent('زخة شهب')}`);
  await page
    .locator('#choose li')
    .filter({ hasText: headline })
    .getByRole('button', { name: 'ضعه هنا' })
    .click();
  await expect(page.getByRole('heading', { name: 'تثبيتات لا تظهر الآن' })).toBeVisible();
  await page.getByLabel('الموعد').fill('2031-05-05T12:30');
  await page.getByRole('button', { name: 'اعرض' }).click();
  await expect(page).toHaveURL(/\/newsroom\/front\/preview/);
  await expect(page.locator('main h2').first()).toHaveText(headline);
  await page.getByLabel('الموعد').fill('2031-05-05T11:30');
  await page.getByRole('button', { name: 'اعرض' }).click();
  await expect(page.getByText('2031 · 11:30')).toBeVisible();
  expect(await leadOf(page)).not.toBe(headline);
  const answer = await page.request.get('/newsroom/front/preview');
  expect(answer.headers()['cache-control']).toBe('private, no-store');
  expect((await page.request.get('/')).ok()).toBe(true);
  expect(await (await page.request.get('/')).text()).not.toContain(headline);
});

test('a story becomes breaking and ends at the desk; its line leaves an open page at its time, but not under the pointer', async ({
  page,
  context,
}) => {
  const headline = 'زائر نادر من الطيور يحط على سور المنارة';
  const path = await addArticle({ section: 'science', headline });
  await signIn(page);
  await page.goto(`${DESK}?place=breaking&q=${encodeURIComponent('زائر نادر الطيور')}`);
  await page
    .locator('#choose li')
    .filter({ hasText: headline })
    .getByRole('button', { name: 'عاجل' })
    .click();
  await expect(page.getByText('صار الخبر عاجلًا')).toBeVisible();

  const reader = await context.newPage();
  await reader.goto('/archive');
  const bar = reader.getByRole('complementary', { name: 'عاجل' });
  await expect(bar.getByRole('link', { name: headline })).toHaveAttribute('href', decodeURI(path));
  await expect(bar.getByRole('listitem')).toHaveCount(2);
  // The bar has no animation.
  expect(
    await bar.evaluate((each) =>
      [each, ...each.querySelectorAll('*')].every((part) => getComputedStyle(part).animationName === 'none'),
    ),
  ).toBe(true);

  const line = bar.getByRole('link', { name: headline });
  await line.hover();
  // A time from the form is too far away to wait for.
  await bar
    .getByRole('listitem')
    .filter({ hasText: headline })
    .evaluate((item) => (item.dataset.until = new Date(Date.now() + 1000).toISOString()));
  await reader.waitForFunction(
    () =>
      Date.now() > Date.parse(document.querySelector<HTMLElement>('breaking-bar li')!.dataset.until!) + 1500,
  );
  await expect(line).toBeVisible();
  await reader.mouse.move(10, 700);
  await expect(line).toBeHidden();
  await expect(bar.getByRole('listitem')).toHaveCount(1);

  inDatabase((database) =>
    database
      .prepare('update articles set breaking_until = ? where headline = ?')
      .run(Date.now() + 3_600_000, headline),
  );
  await page.goto(DESK);
  await page.getByRole('button', { name: new RegExp(`أنهِه الآن.*${headline}`) }).click();
  await expect(page.getByText('لم يعد الخبر عاجلًا')).toBeVisible();
  await page.goto('/archive');
  await expect(page.getByRole('complementary', { name: 'عاجل' }).getByRole('listitem')).toHaveCount(1);
});

test('no violations on the desk of the front page and on its preview', async ({ page }) => {
  await signIn(page);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [
      DESK,
      `${DESK}?place=lead`,
      `${DESK}?place=breaking`,
      `${DESK}?edition=en`,
      '/newsroom/front/preview',
    ]) {
      await page.goto(path);
      await expectNoViolations(page, path);
      expect([
        path,
        width,
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ]).toEqual([path, width, 0]);
    }
  }
});
