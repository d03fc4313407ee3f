import { bomb, PDF, photo } from '../lib/media/test-pictures.ts';
import { expectNoViolations } from './axe.ts';
import { bodyOf, line, readDoc, write } from './editor-page.ts';
import { expect, signIn, test } from './journey.ts';
import { addMember, becomeMember } from './staff.ts';
import { storedDraft } from './writing.ts';
import {
  type Sent,
  jpeg,
  card,
  figures,
  pasteFiles,
  dropFiles,
  holdUploads,
  figureOf,
  order,
  openNew,
} from './picture-uploads.ts';

test('a pasted picture is uploaded to the library and becomes a figure; no draft contains its placeholder', async ({
  page,
  context,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page);
  const number = await openNew(page, 'صورة من الحافظة');
  await write(page, line('قبل الصورة'), line('بعد الصورة'));
  const letGo = await holdUploads(page);
  await bodyOf(page).getByText('قبل الصورة').click();
  const png = (await photo({ width: 640, height: 400 })).toString('base64');
  // As a browser's «copy image» puts it on the clipboard.
  await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(
      new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]),
    );
    const canvas = new OffscreenCanvas(image.width, image.height);
    const paper = canvas.getContext('2d')!;
    paper.drawImage(image, 0, 0);
    paper.fillText(String(Math.random()), 20, 20);
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': await canvas.convertToBlob({ type: 'image/png' }) }),
    ]);
  }, png);
  await page.keyboard.press('ControlOrMeta+V');
  await expect(card(page, 'image.png')).toBeVisible();
  await expect(card(page, 'image.png')).toContainText('يُرفع');
  await expect(card(page, 'image.png').getByRole('progressbar')).toBeVisible();
  await expectNoViolations(page, 'uploading', ['.ProseMirror']);

  // The author goes on typing. Only the text is saved meanwhile.
  await page.keyboard.press('End');
  await page.keyboard.insertText(' وما كُتب أثناء رفعها');
  expect(await order(page)).toEqual(['قبل الصورة وما كُتب أثناء رفعها', 'بعد الصورة']);
  await expect.poll(() => storedDraft(number)).toContain('وما كُتب أثناء رفعها');
  expect(storedDraft(number)).not.toMatch(/figure|upload|blob:/);

  await letGo();
  await expect(figures(page)).toBeVisible();
  await expect(card(page, 'image.png')).toHaveCount(0);
  expect(await order(page)).toEqual(['قبل الصورة وما كُتب أثناء رفعها', 'صورة', 'بعد الصورة']);
  await expect(figures(page).locator('img')).toHaveJSProperty('complete', true);
  const [figure] = await figureOf(page);
  await expect.poll(() => storedDraft(number)).toContain(figure!.mediaId);

  // The figure is one undo step: the words before and after it stay.
  await page.keyboard.insertText('،');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(figures(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(figures(page)).toHaveCount(0);
  expect(await order(page)).toEqual(['قبل الصورة وما كُتب أثناء رفعها', 'بعد الصورة']);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(figures(page)).toBeVisible();
  // Saves by key: the status line may still say «saved» for an earlier version.
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('حُفظت نسخة.')).toBeVisible();
  await page.reload();
  await expect(figures(page).locator('img')).toHaveAttribute('src', /\/media\//);
});

test('pictures dropped between two paragraphs become figures in order; an SVG shows an error in its place', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 1400 });
  await signIn(page);
  const number = await openNew(page, 'صور بالسحب');
  await write(page, line('أول'), line('ثانٍ'), line('ثالث'));
  const letGo = await holdUploads(page);
  const [first, second] = [await jpeg('أولى.jpg'), await jpeg('ثانية.jpg')];
  const drawing = {
    name: 'رسم.svg',
    type: 'image/svg+xml',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  };
  const box = (await bodyOf(page).getByText('ثانٍ').boundingBox())!;
  await dropFiles(page, [first, drawing, second], { x: box.x + box.width / 2, y: box.y + box.height - 4 });
  for (const { name } of [first, drawing, second]) await expect(card(page, name)).toBeVisible();
  expect(await order(page)).toEqual(['أول', 'ثانٍ', 'ثالث']);
  await letGo();
  await expect(figures(page)).toHaveCount(2);
  await expect(card(page, 'رسم.svg')).toContainText('لا نقبل رسوم SVG');
  await expect(card(page, 'رسم.svg').getByRole('button', { name: 'أعد المحاولة' })).toHaveCount(0);
  expect(await order(page)).toEqual(['أول', 'ثانٍ', 'صورة', 'صورة', 'ثالث']);
  const names = await Promise.all(
    (await figureOf(page)).map(async ({ mediaId }) => {
      const { items } = (await (await page.request.get('/newsroom/media/list?q=')).json()) as {
        items: { id: string; fileName: string }[];
      };
      return items.find(({ id }) => id === mediaId)?.fileName;
    }),
  );
  expect(names).toEqual(['أولى.jpg', 'ثانية.jpg']);
  await expect(figures(page).first().getByLabel('المصدر أو المصور')).toHaveAttribute(
    'placeholder',
    'وكالة الشاطئ',
  );
  await card(page, 'رسم.svg').getByRole('button', { name: 'أزل هذا التنبيه' }).click();
  await expect(card(page, 'رسم.svg')).toHaveCount(0);
  await expect(bodyOf(page)).toBeFocused();
  await expect.poll(() => storedDraft(number)).toContain('figure');

  // A file dropped outside the text is ignored, and the browser does not open it.
  await dropFiles(page, [second], { x: 640, y: 5 });
  expect(new URL(page.url()).pathname).toBe(`/newsroom/articles/${number}`);
  await expect(figures(page)).toHaveCount(2);
});

test('each upload error is explained in its place, and the text does not change', async ({
  page,
  context,
}) => {
  test.slow();
  await signIn(page);
  await openNew(page, 'صور لا تُقبل');
  await write(page, line('النص كما هو'));
  const before = await readDoc(page);
  const faults: [Sent, string][] = [
    [
      { name: 'big.jpg', type: 'image/jpeg', bytes: Buffer.alloc(25 * 1024 * 1024 + 1) },
      'الملف أكبر من 25 م.بايت',
    ],
    [{ name: 'ورقة.pdf', type: 'application/pdf', bytes: PDF }, 'هذا ليس صورة'],
    [{ name: 'مخبأة.jpg', type: 'image/jpeg', bytes: PDF }, 'هذا ليس صورة'],
    [
      { name: 'alarming.jpg', type: 'image/jpeg', bytes: Buffer.from('<script>alert(1)</script>') },
      'ليس هذا صورة',
    ],
    [
      { name: 'bomb.png', type: 'image/png', bytes: bomb({ width: 10_000, height: 10_000 }) },
      'أكثر من 60 مليون بكسل',
    ],
    [
      {
        name: 'maimed.jpg',
        type: 'image/jpeg',
        bytes: (await photo({ width: 900, height: 600 })).subarray(0, 5000),
      },
      'ناقص أو تالف',
    ],
    [{ name: 'empty.jpg', type: 'image/jpeg', bytes: Buffer.alloc(0) }, 'اختر ملفًا فيه شيء'],
  ];
  for (const [file, sentence] of faults) {
    await pasteFiles(page, [file]);
    await expect(card(page, file.name)).toContainText(sentence);
    expect(await readDoc(page)).toEqual(before);
    await card(page, file.name).getByRole('button', { name: 'أزل هذا التنبيه' }).click();
  }

  // None of these files is in the library.
  for (const name of ['مخبأة', 'alarming', 'bomb', 'maimed']) {
    expect(
      await (await page.request.get(`/newsroom/media/list?q=${encodeURIComponent(name)}`)).json(),
    ).toMatchObject({ items: [] });
  }

  // A broken upload can be retried; a cancelled upload adds nothing.
  await page.route('**/newsroom/media/upload', (route) => route.abort(), { times: 1 });
  await pasteFiles(page, [await jpeg('مقطوعة.jpg')]);
  await expect(card(page, 'مقطوعة.jpg')).toContainText('انقطع الاتصال');
  await expectNoViolations(page, 'fault', ['.ProseMirror']);
  await card(page, 'مقطوعة.jpg').getByRole('button', { name: 'أعد المحاولة' }).click();
  await expect(figures(page)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await readDoc(page)).toEqual(before);
  const letGo = await holdUploads(page);
  await pasteFiles(page, [await jpeg('تراجع.jpg')]);
  await card(page, 'تراجع.jpg').getByRole('button', { name: 'ألغِ الرفع' }).click();
  await expect(card(page, 'تراجع.jpg')).toHaveCount(0);
  await letGo();
  await page.unroute('**/newsroom/media/upload');

  // A person who may no longer upload gets a message, and so does one whose session ended.
  await becomeMember(context, addMember('moderator'));
  await pasteFiles(page, [await jpeg('ممنوعة.jpg')]);
  await expect(card(page, 'ممنوعة.jpg')).toContainText('لم يعد لك أن ترفع ملفات');
  await context.clearCookies();
  await pasteFiles(page, [await jpeg('غريبة.jpg')]);
  await expect(card(page, 'غريبة.jpg')).toContainText('انتهت جلستك');
  expect(await readDoc(page)).toEqual(before);
});

test('a picture from a web page is uploaded if its file is on the clipboard; a file beside words is ignored', async ({
  page,
}) => {
  test.slow();
  const foreign: string[] = [];
  page.on(
    'request',
    (request) => !/^(?:http:\/\/localhost|blob:|data:)/.test(request.url()) && foreign.push(request.url()),
  );
  await signIn(page);
  await openNew(page, 'صور من صفحة');
  await write(page);
  const remote = '<meta charset="utf-8"><img src="https://cdn.example/photo.jpg" width="800" height="500">';
  await pasteFiles(page, [await jpeg('image.jpg')], { html: remote });
  await expect(figures(page)).toHaveCount(1);

  await write(page);
  await pasteFiles(page, [], { html: remote });
  await expect(page.getByText('صورة واحدة لم تنتقل مع النص: أضفها من المكتبة.')).toBeVisible();

  await write(page);
  await pasteFiles(page, [await jpeg('rendering.png')], {
    html: `<p>كلمات من جدول</p>${remote}`,
    text: 'كلمات من جدول',
  });
  expect((await readDoc(page)).content).toEqual([line('كلمات من جدول')]);
  await expect(bodyOf(page).locator('[data-upload-state]')).toHaveCount(0);

  // A file manager puts the file's name beside the file; any other text is pasted as text.
  await write(page);
  await pasteFiles(page, [await jpeg('من المجلد.jpg')], { text: 'من المجلد.jpg' });
  await expect(figures(page)).toHaveCount(1);
  expect((await readDoc(page)).content).toHaveLength(1);
  expect(foreign).toEqual([]);
});
