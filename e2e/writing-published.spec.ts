import { begin } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';
import { headline, openDesk, saved, write } from './writing.ts';

test('a published article is corrected, its old address redirects, a change is scheduled, and it is retracted', async ({
  page,
  request,
}) => {
  test.slow();
  await signIn(page);
  const { number } = await begin('سباق الزوارق يعود');
  await openDesk(page, number);
  await write(page, 'يعود السباق يوم الأحد.');
  await page.getByLabel('الوسوم', { exact: true }).fill('رياضة،');
  await saved(page);
  await page.getByRole('link', { name: 'النشر…' }).click();
  await page.getByRole('button', { name: 'انشر الآن' }).click();
  const old = (await page.getByRole('link', { name: 'افتح صفحة المقال' }).getAttribute('href'))!;

  await openDesk(page, number);
  await headline(page).fill('سباق الزوارق يعود السبت');
  await page.getByText('العنوان الإلكتروني والمشاركة').click();
  await expect(page.getByLabel('نهاية الرابط')).not.toBeEditable();
  await page.getByRole('button', { name: 'غيّر العنوان الإلكتروني' }).click();
  await expect(page.getByText('يُكتب تحويل من العنوان القديم')).toBeVisible();
  await page.getByLabel('نهاية الرابط').fill('سباق-الزوارق-السبت');
  await saved(page);
  expect(await (await request.get(old)).text()).not.toContain('يعود السبت');

  await page.getByRole('link', { name: 'النشر…' }).click();
  await page.getByLabel('هل في التعديل تصحيح؟').selectOption('correction');
  await page.getByRole('button', { name: 'انشر التعديل' }).click();
  await expect(page.getByText('اكتب نص التنويه')).toBeVisible();
  await page.getByLabel('نص التنويه').fill('السباق يوم السبت لا الأحد.');
  await page.getByRole('button', { name: 'انشر التعديل' }).click();
  await expect(page.getByText('نُشر التعديل ومعه التنويه.')).toBeVisible();
  const moved = await request.get(old, { maxRedirects: 0 });
  expect([301, 308]).toContain(moved.status());
  expect(decodeURIComponent(moved.headers().location!)).toContain('سباق-الزوارق-السبت');
  await page.goto(old);
  await expect(page.getByText('السباق يوم السبت لا الأحد.')).toBeVisible();

  await openDesk(page, number);
  await headline(page).fill('سباق الزوارق: الجوائز');
  await saved(page);
  await page.getByRole('link', { name: 'النشر…' }).click();
  const later = page.getByRole('region', { name: 'تعديل في وقت لاحق' });
  await later.getByLabel('وقت النشر').fill('2020-01-01T10:00');
  await later.getByRole('button', { name: 'جدوِل التعديل' }).click();
  await expect(later.getByText('هذا الوقت مضى')).toBeVisible();
  await later.getByLabel('وقت النشر').fill('2033-01-01T10:00');
  await later.getByRole('button', { name: 'جدوِل التعديل' }).click();
  await expect(page.getByText('جُدول التعديل. يبقى النص الحالي حتى وقته.')).toBeVisible();
  expect(await (await request.get(decodeURI(moved.headers().location!))).text()).not.toContain('الجوائز');
  await page.getByRole('button', { name: 'ألغِ التعديل المجدول' }).click();
  await expect(page.getByText('أُلغيت الجدولة.')).toBeVisible();

  await page.getByRole('link', { name: 'اسحبه مع تنويه' }).click();
  await page.locator('#ask').getByLabel('نص التنويه').fill('أُلغي السباق.');
  await page.getByRole('button', { name: 'نعم، اسحبه' }).click();
  await expect(page.getByText('سُحب المقال. صفحته تقول السبب.')).toBeVisible();
  await page.goto(old);
  await expect(page.getByText('أُلغي السباق.')).toBeVisible();
});
