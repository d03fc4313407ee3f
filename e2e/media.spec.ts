import { bomb, PDF, photo, twoHalves } from '../lib/media/test-pictures.ts';
import { expectNoViolations } from './axe.ts';
import { base } from './instance.ts';
import { expect, findArticle, signIn, test } from './journey.ts';
import { LIBRARY, jpeg, script, drawing, openReady, sent, findItem } from './media-library.ts';

test('of many files at once, each gets its own result, and the valid ones are in the library with their credit', async ({
  page,
}) => {
  await signIn(page);
  await openReady(page, LIBRARY);
  const whole = await photo({ width: 900, height: 600 });
  const half = whole.subarray(0, Math.floor(whole.length * 0.6));
  await page
    .getByLabel('اختر ملفات')
    .setInputFiles([
      await jpeg('سوق السمك.jpg', { 110: 'وكالة الشاطئ', 120: 'باعة السمك عند الفجر.' }),
      script,
      drawing,
      { name: 'bomb.png', mimeType: 'image/png', buffer: bomb({ width: 10_000, height: 10_000 }) },
      { name: 'half.jpg', mimeType: 'image/jpeg', buffer: half },
      { name: 'ميزانية.pdf', mimeType: 'application/pdf', buffer: PDF },
    ]);
  await expect(sent(page, 'سوق السمك.jpg')).toContainText('في المكتبة');
  await expect(sent(page, 'صورة بريئة.jpg')).toContainText('ليس هذا صورة');
  await expect(sent(page, 'logo.svg')).toContainText('لا نقبل رسوم SVG');
  await expect(sent(page, 'bomb.png')).toContainText('أكثر من 60 مليون بكسل');
  await expect(sent(page, 'half.jpg')).toContainText('ناقص أو تالف');
  await expect(sent(page, 'ميزانية.pdf')).toContainText('في المكتبة');
  await expect(page.getByRole('article').filter({ hasText: 'سوق السمك.jpg' })).toContainText('بلا وصف');

  await sent(page, 'سوق السمك.jpg').getByRole('link').click();
  await expect(page.getByLabel('المصدر', { exact: true })).toHaveValue('وكالة الشاطئ');
  await expect(page.getByLabel('الشرح')).toHaveValue('باعة السمك عند الفجر.');
  await page.getByLabel('الوصف البديل').fill('بائعٌ يرتّب الأسماك على الثلج');
  await page.getByLabel('رابط المصدر').fill('not a link');
  const refused = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'حفظ', exact: true }).click();
  expect((await refused).status()).toBe(422);
  await expect(page.getByLabel('رابط المصدر')).toBeFocused();
  await expect(page.getByLabel('الوصف البديل')).toHaveValue('بائعٌ يرتّب الأسماك على الثلج');
  await page.getByLabel('رابط المصدر').fill('');
  await page.getByRole('button', { name: 'حفظ', exact: true }).click();
  await expect(page.getByText('حُفظ.', { exact: true })).toBeVisible();

  await page.goto(`${LIBRARY}?q=${encodeURIComponent('يرتب الاسماك الثلج')}`);
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.goto(`${LIBRARY}?type=document`);
  await expect(page.getByRole('article')).toContainText('ميزانية.pdf');
  await page.getByRole('link', { name: 'ميزانية.pdf' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'تنزيل الوثيقة' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ميزانية.pdf');
});

test('a dropped or pasted file is uploaded, and equal bytes are recognized', async ({ page }) => {
  await signIn(page);
  await openReady(page, LIBRARY);
  const { buffer } = await jpeg('dropped.jpg');
  await page.evaluate(
    ([bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes!)], 'dropped.jpg', { type: 'image/jpeg' }));
      document
        .querySelector('main')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [[...buffer]],
  );
  await expect(sent(page, 'dropped.jpg')).toContainText('في المكتبة');
  await page.evaluate(
    ([bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes!)], 'image.png', { type: 'image/png' }));
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [[...buffer]],
  );
  await expect(sent(page, 'image.png')).toContainText('في المكتبة من قبل');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an uploaded file opens its page, a rejected one gets an explanation, and an unused one is deleted', async ({
    page,
  }) => {
    await signIn(page);
    await page.goto(LIBRARY);
    await page.getByLabel('اختر ملفات').setInputFiles(drawing);
    await page.getByRole('button', { name: 'رفع' }).click();
    await expect(page.getByRole('alert')).toContainText('logo.svg');
    await expect(page.getByLabel('اختر ملفات')).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: 'رفع' }).click();
    await expect(page.getByRole('alert')).toContainText('لم يصل ملف');
    await page.getByLabel('اختر ملفات').setInputFiles([await jpeg('one.jpg'), await jpeg('two.jpg'), script]);
    await page.getByRole('button', { name: 'رفع' }).click();
    await expect(page.getByText('أُضيف ملفان.')).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('صورة بريئة.jpg');
    await page.getByLabel('اختر ملفات').setInputFiles(await jpeg('plain.jpg'));
    await page.getByRole('button', { name: 'رفع' }).click();
    await expect(page.getByText('في المكتبة الآن')).toBeVisible();

    await page.getByLabel('من اليسار، %').fill('20');
    await page.getByLabel('من الأعلى، %').fill('70');
    await page.getByRole('button', { name: 'حفظ النقطة' }).click();
    await expect(page.getByText('حُفظت نقطة التركيز')).toBeVisible();
    await expect(page.getByLabel('من اليسار، %')).toHaveValue('20');
    const crop = await page.locator('img[src*="-1x1-200-700.jpg"]').getAttribute('src');
    expect((await page.request.get(crop!)).headers()['content-type']).toBe('image/jpeg');

    await page.getByRole('link', { name: 'حذف الملف' }).click();
    await page.getByRole('button', { name: 'نعم، احذفه نهائيًا' }).click();
    await expect(page.getByText('حُذف الملف من المكتبة.')).toBeVisible();
  });
});

test('a picture in use lists its uses, cannot be deleted, and is replaced at the next request', async ({
  page,
  request,
}) => {
  const article = findArticle('حافلات الليل');
  const imagesOf = async () => {
    const html = await (await request.get(article)).text();
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, json]) => JSON.parse(json!) as { '@type': string; image?: string[] },
    );
    return data.find((thing) => thing['@type'] === 'NewsArticle')!.image!;
  };
  const before = await imagesOf();
  await signIn(page);
  const item = await findItem(page, 'night-bus.svg');
  await page.goto(item);
  const used = page.getByRole('region', { name: 'أين يُستعمل' });
  await expect(used.getByRole('link', { name: 'حافلات الليل' })).toHaveAttribute(
    'href',
    /^\/newsroom\/articles\//,
  );
  await expect(page.getByText('لا يُحذف ما دام مستعملًا')).toBeVisible();
  await expect(page.getByRole('link', { name: 'حذف الملف' })).toHaveCount(0);

  await openReady(page, item);
  const replacement = {
    name: 'new.png',
    mimeType: 'image/png',
    buffer: await twoHalves({ width: 1400, height: 900 }).png().toBuffer(),
  };
  await page.getByLabel('اختر ملفًا').setInputFiles(script);
  await expect(sent(page, 'صورة بريئة.jpg')).toContainText('ليس هذا صورة');
  await page.getByLabel('اختر ملفًا').setInputFiles(replacement);
  await expect(page.getByText('حلّ الملف الجديد محل القديم')).toBeVisible();
  const after = await imagesOf();
  expect(after.some((url) => before.includes(url))).toBe(false);
  for (const url of [...after, ...before])
    expect((await request.get(url.replace(/^https?:\/\/[^/]+/, base))).status(), url).toBe(200);

  // The focal point is set by pointer and by keys. Crops follow at once, and on pages after it is saved.
  const control = page.getByRole('button', { name: 'نقطة التركيز على الصورة' });
  const box = (await control.boundingBox())!;
  await control.click({ position: { x: box.width * 0.1, y: box.height * 0.5 } });
  await expect(page.getByLabel('من اليسار، %')).toHaveValue(/^(?:9\.\d|10|10\.\d)$/);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('من اليسار، %')).toHaveValue(/^(?:19\.\d|20|20\.\d)$/);
  await expect(page.getByLabel('من الأعلى، %')).toHaveValue(/^(?:48|49)(?:\.\d)?$/);
  await page.getByLabel('من اليسار، %').fill('0');
  await page.getByRole('button', { name: 'حفظ النقطة' }).click();
  await expect(page.getByText('حُفظت نقطة التركيز')).toBeVisible();
  const focused = await imagesOf();
  expect(focused.every((url) => /-0-\d+\.jpg$/.test(url))).toBe(true);
  expect((await request.get(focused[0]!.replace(/^https?:\/\/[^/]+/, base))).status()).toBe(200);
  const front = await (await request.get('/local')).text();
  expect(front).toMatch(/data-focus="0"/);
});

test('the pages of the library stay within the script budget of the newsroom', async ({ page }) => {
  await signIn(page);
  const item = await findItem(page, 'seed-bank');
  for (const path of [LIBRARY, item]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const bytes = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.includes('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    console.log(`${path === LIBRARY ? 'Library' : 'One file'}: ${bytes} bytes of script`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(220_000);
  }
});

test('an upload needs a session and a request from the site itself', async ({ page, request }) => {
  const multipart = { file: await jpeg('stranger.jpg') };
  const signedOut = await request.post('/newsroom/media/upload', {
    multipart,
    headers: { accept: 'application/json', origin: base },
  });
  expect(signedOut.status()).toBe(401);
  expect((await request.get('/newsroom/media/list')).status()).toBe(401);
  await signIn(page);
  const elsewhere = await page.request.post('/newsroom/media/upload', {
    multipart,
    headers: { accept: 'application/json', origin: 'https://elsewhere.example' },
  });
  expect(elsewhere.status()).toBe(403);
  const own = await page.request.post('/newsroom/media/upload', {
    multipart,
    headers: { accept: 'application/json', origin: base },
  });
  expect(await own.json()).toMatchObject({
    wasKnown: false,
    media: { fileName: 'stranger.jpg', type: 'image' },
  });
  const list = await (await page.request.get('/newsroom/media/list?q=stranger&type=image')).json();
  expect(list).toMatchObject({ page: 1, pages: 1, items: [{ fileName: 'stranger.jpg' }] });
});

test('no violations in the library', async ({ page }) => {
  await signIn(page);
  await openReady(page, LIBRARY);
  await page.getByLabel('اختر ملفات').setInputFiles([await jpeg('seen.jpg'), drawing]);
  await expect(sent(page, 'seen.jpg')).toContainText('في المكتبة');
  await expect(sent(page, 'logo.svg')).toContainText('SVG');
  const check = (path: string) => expectNoViolations(page, path);
  await check(LIBRARY);
  const item = await findItem(page, 'seen.jpg');
  for (const path of [
    item,
    `${item}?ask=delete`,
    `${item}?fault=focus`,
    `${LIBRARY}?q=زقنطرمب`,
    `${LIBRARY}?fault=svg&about=a.svg`,
  ]) {
    await page.goto(path);
    await check(path);
  }
});
