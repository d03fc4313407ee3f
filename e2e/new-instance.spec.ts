import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { port } from './instance.ts';
import { expect, test } from './journey.ts';
import { body, headline } from './writing.ts';

/*
 * An instance without the demo newsroom, from its first sign-in to its first article: no page has demo text
 * or fails, and few clicks are needed.
 */

const base = `http://localhost:${port + 1}`;
const folder = mkdtempSync(join(tmpdir(), 'midad-e2e-empty-'));
let instance: ChildProcess | undefined;

test.afterAll(() => {
  instance?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<{ email: string; password: string }> {
  const file = join(folder, 'server.log');
  const log = openSync(file, 'a');
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(port + 1),
    DATA_DIR: folder,
    SITE_URL: base,
    MIDAD_DEMO: '0',
  };
  instance = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', log, log] });
  await expect
    .poll(
      () =>
        fetch(`${base}/health`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 90_000 },
    )
    .toBe(200);
  const [, email, password] = /First administrator \(shown only now\): (\S+) \/ (\S+)/.exec(
    readFileSync(file, 'utf8'),
  )!;
  return { email: email!, password: password! };
}

/** The addresses that readers and programs open on an empty site. */
const OPEN = [
  '/',
  '/en',
  '/archive',
  '/search',
  '/search?q=خبر',
  '/corrections',
  '/p/about',
  '/p/contact',
  '/p/privacy',
  '/p/comments',
  '/en/p/about',
  '/moderation',
  '/comments/mine',
  '/feed.xml',
  '/en/feed.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/manifest.webmanifest',
];
/** Words of the demo newsroom, and what a template prints for a missing value. */
const LIES = /رأس المنارة|نسج الخيال|للتجربة|تجريبية|Ras al-Manara|fictional|invented|undefined|NaN|\[object/;

test('the administrator of an empty instance publishes a first article with a picture in at most nine clicks', async ({
  browser,
}) => {
  const admin = await start();
  const context = await browser.newContext({ baseURL: base, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  page.on(
    'response',
    (response) => response.status() >= 500 && broken.push(`${response.status()} ${response.url()}`),
  );

  const look = async (when: string) => {
    for (const path of OPEN) {
      const answer = await page.request.get(encodeURI(path));
      expect([when, path, answer.status()]).toEqual([when, path, 200]);
      expect([when, path, LIES.exec(await answer.text())?.[0]]).toEqual([when, path, undefined]);
    }
    // Every heading of a reader page has content below it, and every link of the site works.
    for (const path of ['/', '/en', '/archive', '/p/about']) {
      await page.goto(path);
      for (const section of await page.locator('main section:has(> h2), main aside:has(> h2)').all())
        expect([path, (await section.innerText()).trim().split('\n').length > 1]).toEqual([path, true]);
      const hrefs = await page
        .locator('a[href^="/"]')
        .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))]);
      for (const href of hrefs.filter((each) => !each.startsWith('/newsroom')))
        expect([when, href, (await page.request.get(href)).status()]).toEqual([when, href, 200]);
    }
  };
  await look('before anybody came');

  await page.goto('/newsroom/sign-in');
  await page.getByLabel('البريد الإلكتروني').fill(admin.email);
  await page.getByLabel('كلمة المرور').fill(admin.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/newsroom\/first/);
  await page.getByLabel('اسمك').fill('ليلى الغالي');
  await page.getByLabel('بريدك الإلكتروني').fill('layla@صحيفة.مصر');
  await page.getByLabel('كلمة مرور جديدة').fill('quiet lanterns over water');
  await page.getByRole('button', { name: 'حفظ ومتابعة' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ليلى الغالي');
  await page.goto('/newsroom/account');
  await expect(page.getByText('layla@صحيفة.مصر')).toBeVisible();
  await page.getByRole('button', { name: 'خروج' }).click();
  await page.getByLabel('البريد الإلكتروني').fill('Layla@صحيفة.مصر');
  await page.getByLabel('كلمة المرور').fill('quiet lanterns over water');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/newsroom$/);
  await page.getByRole('button', { name: 'أنشئ الأقسام والصفحات' }).click();
  await expect(page.getByRole('button', { name: 'أنشئ الأقسام والصفحات' })).toHaveCount(0);
  await look('with sections');
  for (const path of [
    '',
    '/articles',
    '/media',
    '/front',
    '/comments',
    '/comments/history',
    '/comments/rules',
    '/comments/stats',
    '/comments/bans',
    '/sections',
    '/tags',
    '/authors',
    '/pages',
    '/people',
    '/settings',
    '/audit',
    '/account',
  ]) {
    const answer = (await page.goto(`/newsroom${path}`))!;
    expect([path, answer.status(), LIES.exec(await page.locator('main').innerText())?.[0]]).toEqual([
      path,
      200,
      undefined,
    ]);
  }

  // From here on every click counts. Typing and moving to the next field by keyboard do not.
  let clicks = 0;
  const press = async (what: ReturnType<typeof page.getByRole>) => {
    clicks++;
    await what.click();
  };
  await page.goto('/newsroom');
  await press(page.getByRole('link', { name: 'ابدأ أول مقال' }));
  await page.getByLabel('العنوان').fill('حديقة الميناء تفتح أبوابها');
  clicks += 2; // One click opens the list, and one chooses an option.
  await page.getByLabel('القسم').selectOption({ label: 'محلي' });
  await press(page.getByRole('button', { name: 'ابدأ الكتابة' }));
  await expect(body(page)).toBeFocused();
  await page.keyboard.insertText('فُتحت صباح اليوم حديقة الميناء، والدخول إليها مجاني.');
  await press(page.getByRole('button', { name: 'اختر صورة (الصورة الرئيسية)' }));
  const library = page.getByRole('dialog', { name: 'اختر صورة' });
  clicks++; // The file field is visible, and a click opens the system's file dialog.
  await expect(library.getByLabel('اختر ملفات')).toBeVisible();
  const buffer = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#2a6f4e' } })
    .jpeg()
    .toBuffer();
  await library
    .getByLabel('اختر ملفات')
    .setInputFiles({ name: 'garden.jpg', mimeType: 'image/jpeg', buffer });
  await expect(library).toBeHidden();
  await expect(page.getByLabel('المصدر أو المصور')).toBeFocused();
  await page.keyboard.type('ليلى الغالي');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ممشى بين شجرتين');
  await expect(page.getByLabel('وصف الصورة لمن لا يراها')).toHaveValue('ممشى بين شجرتين');
  await expect(headline(page)).toHaveValue('حديقة الميناء تفتح أبوابها');
  await press(page.getByRole('link', { name: 'النشر…' }));
  await press(page.getByRole('button', { name: 'انشر الآن' }));
  await expect(page.getByText('نُشر المقال، وهو الآن على الموقع.')).toBeVisible();
  await press(page.getByRole('link', { name: 'افتح صفحة المقال' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('حديقة الميناء تفتح أبوابها');
  await expect(page.getByRole('img', { name: 'ممشى بين شجرتين' })).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(9);

  await look('with one article');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'حديقة الميناء تفتح أبوابها' }).first()).toBeVisible();
  expect(await (await page.request.get('/feed.xml')).text()).toContain('حديقة الميناء');
  expect(await (await page.request.get('/sitemap.xml')).text()).toContain('sitemap');
  await page.goto('/newsroom');
  await expect(page.getByText('ادعُ زملاءك')).toBeVisible();
  expect(broken).toEqual([]);
  await context.close();
});
