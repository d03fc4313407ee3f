import type { Page } from '@playwright/test';
import { retractArticle, trashArticle, unpublishArticle } from '#db/articles/acts.ts';
import { correctArticle } from '#db/articles/corrections.ts';
import { sendToDesk } from '#db/articles/drafts.ts';
import { endPreviewLinks } from '#db/articles/preview.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { expectNoViolations } from './axe.ts';
import { asEditor, change, later, preview, publish, write } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';

/* The newsroom's list of articles, and what readers see at the next request after each action at the desk. */
const LIST = '/newsroom/articles';

const textOf = async (page: Page, path: string) => (await page.request.get(path)).text();
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('a published article is on its page, the front page, in feeds, sitemaps and search at the next request; an unpublished one is on none', async ({
  page,
}) => {
  const headline = 'رصيف جديد للصيادين في عين الزيتونة';
  for (const path of ['/', '/feed.xml', '/sitemap-articles-0.xml']) await page.request.get(path);
  const { id, number, path } = await publish(await write(headline));
  expect((await page.request.get(path)).status()).toBe(200);
  const places = [
    '/',
    '/local',
    '/feed.xml',
    '/feed.json',
    '/sitemap-articles-0.xml',
    '/sitemap-news.xml',
    '/search?q=عين الزيتونة',
  ];
  for (const place of places) expect(await textOf(page, place), place).toContain(`/${number}/`);
  await asEditor((editor, now) => unpublishArticle({ articleId: id }, editor, now));
  expect((await page.request.get(path)).status()).toBe(404);
  for (const place of places) expect(await textOf(page, place), place).not.toContain(`/${number}/`);
});

test('a scheduled article appears at its time, and a scheduled new text replaces a published article at its time', async ({
  page,
}) => {
  const { path, id } = await publish(await write('موعد الحافلة الليلية'), later(4));
  expect((await page.request.get(path)).status()).toBe(404);
  await expect.poll(async () => (await page.request.get(path)).status(), { intervals: [200] }).toBe(200);
  await change(id, { headline: 'موعد الحافلة الليلية بعد التعديل' });
  await publish(id, later(4));
  expect(await textOf(page, path)).not.toContain('بعد التعديل');
  await expect.poll(() => textOf(page, path), { intervals: [200] }).toContain('بعد التعديل');
});

test('the desk says that edits after scheduling will not be published, and one button includes them', async ({
  page,
}) => {
  const { id, number } = await publish(await write('موعد فرز الأصوات'), later(86_400));
  await change(id, { headline: 'موعد فرز الأصوات يتأخر' });
  await signIn(page);
  const note = 'كُتب في المسودة بعد الجدولة ما ليس فيما سيُنشر.';
  await page.goto(`${LIST}?state=scheduled`);
  await expect(row(page, 'موعد فرز الأصوات')).toContainText('فيه تعديل ليس فيما سيُنشر');
  await page.goto(`${LIST}/${number}`);
  await page
    .getByRole('status')
    .filter({ hasText: 'هذا النص مجدول' })
    .getByRole('link', { name: 'صفحة النشر' })
    .click();
  await expect(page.getByText(note)).toBeVisible();
  await page.getByRole('button', { name: 'أدخِله فيما سيُنشر' }).click();
  await expect(page.getByText('جُدول المقال. يظهر وحده في وقته.')).toBeVisible();
  await expect(page.getByText(note)).toHaveCount(0);
  await page.goto(`${LIST}?state=scheduled`);
  await expect(row(page, 'موعد فرز الأصوات يتأخر')).not.toContainText('فيه تعديل');
});

test('the old address redirects to the new one after an editor changes the slug', async ({ page }) => {
  const { id, path } = await publish(await write('اسم قديم للخبر'));
  await change(id, { slug: 'اسم-جديد-للخبر' });
  const { path: next } = await publish(id);
  await page.goto(path);
  expect(decodeURI(new URL(page.url()).pathname)).toBe(next);
  await page.goto(`${path}?reply=x&utm_source=mail&sort=oldest#comments`);
  const { pathname, search, hash } = new URL(page.url());
  expect([decodeURI(pathname), search, hash]).toEqual([next, '?sort=oldest&reply=x', '#comments']);
});

test('a correction is on the page, in its structured data, in the feed and on the corrections page', async ({
  page,
}) => {
  const { id, path } = await publish(await write('عدد الحافلات الجديدة'));
  const text = 'الصواب أربعون حافلة لا خمسون';
  await asEditor((editor, now) => correctArticle({ articleId: id, kind: 'correction', text }, editor, now));
  await page.goto(path);
  await expect(page.getByRole('region', { name: 'تصحيحات هذا المقال' })).toContainText(text);
  expect(await page.locator('script[type="application/ld+json"]').first().textContent()).toContain(
    `"correction":[{"@type":"CorrectionComment","text":"${text}"`,
  );
  for (const place of ['/feed.xml', '/corrections']) expect(await textOf(page, place), place).toContain(text);
});

test('a retracted article keeps its address, shows a note instead of its text, and is in no list', async ({
  page,
}) => {
  const { id, number, path } = await publish(
    await write('وثيقة لم تثبت صحتها', {
      standfirst: 'مقدمة كاذبة',
      body: docFromLines(['ما جاء في الوثيقة المزورة.']),
    }),
  );
  await asEditor((editor, now) =>
    retractArticle({ articleId: id, text: 'تبيّن أن الوثيقة مزورة.' }, editor, now),
  );
  const response = await page.goto(path);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { name: 'سُحب هذا المقال' })).toBeVisible();
  await expect(page.getByText('تبيّن أن الوثيقة مزورة.')).toBeVisible();
  await expect(page.getByText('ما جاء في الوثيقة المزورة.')).toHaveCount(0);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expect(page.locator('meta[property="og:description"]')).toHaveAttribute(
    'content',
    'تبيّن أن الوثيقة مزورة.',
  );
  const html = await textOf(page, path);
  for (const gone of ['مقدمة كاذبة', 'ما جاء في الوثيقة المزورة.']) expect(html, gone).not.toContain(gone);
  expect(html).toContain('"correction":[{"@type":"CorrectionComment","text":"تبيّن أن الوثيقة مزورة."');
  for (const place of ['/corrections', '/feed.xml'])
    expect(await textOf(page, place), place).toContain('تبيّن أن الوثيقة مزورة.');
  const feed = await textOf(page, '/feed.xml');
  expect(feed).toContain('<title>سحب: وثيقة لم تثبت صحتها</title>');
  expect(feed).not.toContain('ما جاء في الوثيقة المزورة.');
  for (const place of ['/', '/local', '/sitemap-articles-0.xml', '/search?q=وثيقة'])
    expect(await textOf(page, place), place).not.toContain(`/${number}/`);
  await expectNoViolations(page, 'retracted');
});

test('a preview link shows the working copy to anyone who has it, until it expires or is ended', async ({
  page,
}) => {
  const id = await write('لم يُنشر هذا بعد', { label: 'تقرير خاص' });
  const [arabic, english, old] = [
    await preview(id),
    await preview(await write('Not published yet', { locale: 'en' })),
    await preview(id, later(-8 * 86_400)),
  ];
  const response = await page.goto(arabic);
  expect(response?.status()).toBe(200);
  expect(response?.headers()['cache-control']).toBe('private, no-store');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expect(page.getByRole('heading', { level: 1, name: 'لم يُنشر هذا بعد' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'تقرير خاص' })).toBeVisible();
  await expectNoViolations(page, 'preview');
  await page.goto(english);
  await expect(page.getByRole('heading', { level: 1, name: 'Not published yet' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  const status = async (path: string) => (await page.request.get(path)).status();
  expect(await status(`${arabic}x`)).toBe(404);
  expect(
    await status(arabic.replace(/preview\/[^.]+/, `preview/${english.split('/').at(-1)!.split('.')[0]}`)),
  ).toBe(404);
  expect((await page.goto(old))?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1, name: 'انتهى رابط المعاينة' })).toBeVisible();
  await expect(page.getByText('لم يُنشر هذا بعد')).toHaveCount(0);
  await asEditor((editor, now) => endPreviewLinks(id, editor, now));
  expect(await status(arabic)).toBe(410);
  const next = await preview(id);
  expect(await status(next)).toBe(200);
  await asEditor((editor, now) => trashArticle({ articleId: id }, editor, now));
  expect(await status(next)).toBe(410);
});

test('the list filters by state, words and URL parameters; a new article needs a headline and a section', async ({
  page,
}) => {
  const sent = await write('جاهز للمحرر الليلة');
  await asEditor((editor, now) => sendToDesk(sent, editor, now));
  await signIn(page);
  await page.goto(`${LIST}/new`);
  await page.getByRole('button', { name: 'ابدأ الكتابة' }).click();
  await expect(page.getByLabel('العنوان', { exact: true })).toBeFocused();
  await page.getByLabel('العنوان', { exact: true }).fill('مسودة عن المنارة');
  await page.getByLabel('القسم').selectOption({ label: 'محلي' });
  await page.getByRole('button', { name: 'ابدأ الكتابة' }).click();
  await expect(page).toHaveURL(/\/newsroom\/articles\/\d+#field-body$/);
  await page.goto(LIST);
  await expect(row(page, 'مسودة عن المنارة')).toContainText('مسودة');
  await page.getByRole('link', { name: /^وصلت إلى التحرير/ }).click();
  await expect(row(page, 'جاهز للمحرر الليلة')).toBeVisible();
  await expect(row(page, 'مسودة عن المنارة')).toHaveCount(0);
  await page.goto(LIST);
  await page.getByLabel('ابحث في النص أو برقم المقال').fill('المنارات');
  await page.getByRole('button', { name: 'اعرض' }).first().click();
  await expect(row(page, 'مسودة عن المنارة')).toBeVisible();
  await expect(row(page, 'جاهز للمحرر الليلة')).toHaveCount(0);
  await page.goto(`${LIST}?edition=en&state=published`);
  await expect(page.getByLabel('الطبعة')).toHaveValue('en');
  await expect(row(page, 'turtle')).toBeVisible();
  await expect(row(page, 'المياه تصل')).toHaveCount(0);
  await page.goto(`${LIST}?tag=وسم لا وجود له`);
  await expect(page.getByText('لا مقال بهذه الصفات')).toBeVisible();
});

test('no violations on the list and its pages, also on a phone', async ({ page }) => {
  await write('للفحص وحده');
  await signIn(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of [LIST, `${LIST}?edition=ar`, `${LIST}?q=زقنطرمب`, `${LIST}/new`]) {
      await page.goto(path);
      await expectNoViolations(page, `${path} at ${width}`);
    }
    await page.goto(LIST);
    await page.locator('[name=pick]').first().check();
    await expectNoViolations(page, `picked at ${width}`);
    await page.getByRole('form', { name: 'ما اخترته' }).getByRole('button', { name: 'نقل إلى قسم' }).click();
    await expectNoViolations(page, `asked at ${width}`);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a bulk action asks for confirmation and reports the result for each article', async ({ page }) => {
    const { id } = await publish(await write('دفعة: المنشور'));
    await write('دفعة: المسودة');
    await signIn(page);
    const pick = async (act: string) => {
      await page.goto(`${LIST}?q=دفعة`);
      for (const name of ['دفعة: المنشور', 'دفعة: المسودة'])
        await page.getByRole('checkbox', { name: `اختر «${name}»` }).check();
      await page.getByRole('button', { name: act }).click();
    };
    await pick('إضافة وسم');
    await page.getByRole('button', { name: 'نفّذ على مقالين' }).click();
    await expect(page.getByText('اكتب الوسم.')).toBeVisible();
    await page.getByLabel('الوسم').fill('دفعة واحدة');
    await page.getByRole('button', { name: 'نفّذ على مقالين' }).click();
    await expect(page.getByText('نُفّذ على مقالين من 2')).toBeVisible();
    expect((await page.request.get('/tag/دفعة-واحدة')).status()).toBe(200);
    await pick('إلى المهملات');
    await page.getByRole('button', { name: 'نفّذ على مقالين' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'دفعة: المسودة' })).toContainText(
      'صار في المهملات',
    );
    await expect(page.getByRole('listitem').filter({ hasText: 'دفعة: المنشور' })).toContainText(
      'لا يناسب حالته الآن',
    );
    await page.goto(`${LIST}?state=trash`);
    await expect(row(page, 'دفعة: المسودة')).toBeVisible();
    await asEditor((editor, now) => unpublishArticle({ articleId: id }, editor, now));
  });
});
