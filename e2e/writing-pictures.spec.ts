import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { twoHalves, withIptc } from '../lib/media/test-pictures.ts';
import { base } from './instance.ts';
import { begin } from './desk-articles.ts';
import { expect, signIn, test } from './journey.ts';
import { body, openDesk, saved, write } from './writing.ts';

type Picture = { id: string; hash: string; name: string };

/** Uploads a picture, left half red and right half blue, so that every crop shows its focal point. */
async function upload(page: Page, name: string): Promise<Picture> {
  const buffer = withIptc(await twoHalves({ width: 2400, height: 500 }).jpeg().toBuffer(), {
    5: randomUUID(),
    110: 'وكالة الشاطئ',
    120: 'شرح من الوكالة',
  });
  const answer = await page.request.post('/newsroom/media/upload', {
    multipart: { file: { name, mimeType: 'image/jpeg', buffer } },
    headers: { accept: 'application/json', origin: base },
  });
  const { media } = (await answer.json()) as { media: { id: string; hash: string } };
  return { ...media, name };
}

async function choose(page: Page, { name }: Picture, button: string) {
  await page.getByRole('button', { name: button }).click();
  const library = page.getByRole('dialog', { name: 'اختر صورة' });
  await library.getByRole('searchbox').fill(name);
  await page.keyboard.press('Enter');
  // Until then it may be among the newest pictures, and move away under the pointer.
  await expect(library.getByText('نتائج البحث')).toBeVisible();
  await library.getByRole('button', { name }).click();
  await expect(library).toBeHidden();
}

/** Moves the focal point on the picture's own page, in a new tab. */
async function moveFocus(page: Page, link: string, x: string) {
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: link }).click(),
  ]);
  await tab.getByLabel('من اليسار، %').fill(x);
  await tab.getByRole('button', { name: 'حفظ النقطة' }).click();
  await expect(tab.getByText('حُفظت نقطة التركيز')).toBeVisible();
  await tab.close();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

const publish = async (page: Page, button: string) => {
  await saved(page);
  await page.getByRole('link', { name: 'النشر…' }).click();
  await page.getByRole('button', { name: button }).click();
  await expect(page).toHaveURL(/\?done=/);
  return (await page.getByRole('link', { name: 'افتح صفحة المقال' }).getAttribute('href'))!;
};

/** Which half of its picture a shared file shows. */
async function sideOf(page: Page, path: string): Promise<string> {
  const shared = sharp(await (await page.request.get(path)).body());
  const { width, height } = await shared.metadata();
  expect({ width, height }).toEqual({ width: 1200, height: 630 });
  const [red, , blue] = (await shared.stats()).channels;
  return red!.mean > 200 ? 'left' : blue!.mean > 200 ? 'right' : 'middle';
}
const sharedImage = async (page: Page) =>
  new URL((await page.locator('meta[property="og:image"]').first().getAttribute('content'))!).pathname;

test('the lead and the shared picture are chosen, changed, removed, cropped at their focal points, and described for one article', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const [first, second, shared] = [
    await upload(page, 'أولى-الصور.jpg'),
    await upload(page, 'ثانية-الصور.jpg'),
    await upload(page, 'صورة-المشاركة.jpg'),
  ];
  const { number } = await begin('خبر له صور');
  await openDesk(page, number);
  await write(page, 'جملة واحدة.');
  await page.getByLabel('الوسوم', { exact: true }).fill('صور،');
  const lead = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: 'الصورة الرئيسية' }) });
  await page.getByText('العنوان الإلكتروني والمشاركة').click();
  const card = page.getByRole('figure', { name: 'كما تظهر المشاركة' }).locator('img');
  await expect(card).toHaveAttribute('src', '/social-default.png');

  await choose(page, first, 'اختر صورة (الصورة الرئيسية)');
  await expect(lead.locator('img')).toHaveAttribute('src', new RegExp(first.hash));
  await choose(page, second, 'غيّر الصورة (الصورة الرئيسية)');
  await expect(lead.locator('img')).toHaveAttribute('src', new RegExp(second.hash));
  // The focus moves to the first missing detail.
  await expect(lead.getByLabel('وصف الصورة لمن لا يراها')).toBeFocused();
  await page.getByRole('button', { name: 'أزلها (الصورة الرئيسية)' }).click();
  await expect(lead.getByText('لا صورة بعد.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'اختر صورة (الصورة الرئيسية)' })).toBeFocused();
  await expect(card).toHaveAttribute('src', '/social-default.png');
  await choose(page, second, 'اختر صورة (الصورة الرئيسية)');

  // The shared picture is cropped around the middle of the lead until its focal point is moved.
  await expect(card).toHaveAttribute('src', `/media/${second.hash}-social-500-500.jpg`);
  expect(await sideOf(page, (await card.getAttribute('src'))!)).toBe('middle');
  await moveFocus(page, 'نقطة التركيز في الصورة (الصورة الرئيسية)', '5');
  await expect(card).toHaveAttribute('src', `/media/${second.hash}-social-50-500.jpg`);
  await lead.getByLabel('شرح الصورة').fill('شرح هذا المقال');
  await lead.getByLabel('وصف الصورة لمن لا يراها').fill('نصفان، أحمر وأزرق');

  // A figure in the text has the details that this article gives its picture.
  await body(page).click();
  await page.keyboard.press('Control+End');
  await page
    .getByRole('toolbar', { name: 'أدوات النص' })
    .getByRole('button', { name: 'صورة', exact: true })
    .click();
  const library = page.getByRole('dialog', { name: 'اختر صورة' });
  await library.getByRole('button', { name: first.name }).click();
  const figure = body(page).getByRole('group', { name: 'صورة', exact: true });
  await figure.getByLabel('المصدر أو المصور').fill('عدسة سلمى');
  await figure.getByLabel('وصف الصورة لمن لا يراها').fill('وصف في المتن');

  const path = await publish(page, 'انشر الآن');
  await page.goto(path);
  const leadOnPage = page.locator('figure', { hasText: 'شرح هذا المقال' });
  await expect(leadOnPage.locator('img')).toHaveAttribute('alt', 'نصفان، أحمر وأزرق');
  await expect(leadOnPage).toContainText('وكالة الشاطئ');
  const inText = page.locator('figure', { hasText: 'عدسة سلمى' });
  await expect(inText.locator('img')).toHaveAttribute('alt', 'وصف في المتن');
  await expect(inText).not.toContainText('وكالة الشاطئ');
  expect(await sharedImage(page)).toBe(`/media/${second.hash}-social-50-500.jpg`);
  expect(await sideOf(page, await sharedImage(page))).toBe('left');

  // A separate picture for sharing, and a decorative lead without a description.
  await openDesk(page, number);
  await page.getByText('العنوان الإلكتروني والمشاركة').click();
  await choose(page, shared, 'اختر صورة (صورة المشاركة)');
  await expect(card).toHaveAttribute('src', `/media/${shared.hash}-social-500-500.jpg`);
  await moveFocus(page, 'نقطة التركيز في الصورة (صورة المشاركة)', '95');
  await expect(card).toHaveAttribute('src', `/media/${shared.hash}-social-950-500.jpg`);
  await lead.getByLabel('صورة للزينة لا تُوصف').check();
  await expect(lead.getByLabel('وصف الصورة لمن لا يراها')).toHaveCount(0);
  await publish(page, 'انشر التعديل');
  await page.goto(path);
  await expect(leadOnPage.locator('img')).toHaveAttribute('alt', '');
  expect(await sharedImage(page)).toBe(`/media/${shared.hash}-social-950-500.jpg`);
  expect(await sideOf(page, await sharedImage(page))).toBe('right');

  await openDesk(page, number);
  await page.getByText('العنوان الإلكتروني والمشاركة').click();
  await page.getByRole('button', { name: 'أزلها (صورة المشاركة)' }).click();
  await expect(card).toHaveAttribute('src', `/media/${second.hash}-social-50-500.jpg`);
  await publish(page, 'انشر التعديل');
  await page.goto(path);
  expect(await sharedImage(page)).toBe(`/media/${second.hash}-social-50-500.jpg`);
});
