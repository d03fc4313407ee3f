import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { base, dataDir } from './instance.ts';
import { canary, expect, findArticle, signIn, signInByForm, test, writeComment } from './journey.ts';

const RULES = '/newsroom/comments/rules';
const SETTINGS = '/newsroom/comments/settings';
const PRIVACY = '/newsroom/comments/privacy';

const command = (file: string, args: string[], folder = dataDir) =>
  spawnSync(process.execPath, [file, ...args], {
    env: { ...process.env, DATA_DIR: folder, SITE_URL: base },
    encoding: 'utf8',
  });

/** A page of a person with that role, invited from the command line and signed in. */
async function pageOf(browser: Browser, role: 'moderator' | 'author'): Promise<Page> {
  const email = `${role}-${Date.now()}@midad.example`;
  const { stdout } = command('bin/user.ts', ['invite', '--email', email, '--name', 'زميلنا', '--role', role]);
  const page = await (await browser.newContext()).newPage();
  await page.goto(/https?:\S+\/newsroom\/invitation\/\S+/.exec(stdout)![0]);
  await page.getByLabel('كلمة المرور').fill('four unrelated kitchen words');
  await page.getByRole('button', { name: 'إنشاء الحساب' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await signInByForm(page, { email, password: 'four unrelated kitchen words' });
  return page;
}

test('a word rule is tried on approved comments before it is saved, without scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(RULES);
  await page.getByLabel('الكلمة أو العبارة').fill('في');
  await page.getByRole('button', { name: 'جرّب قبل الحفظ' }).click();
  await expect(page.getByText('أقصر من ثلاثة أحرف')).toBeVisible();
  await expect(page.getByText(/سيحجز .*من التعليقات المعتمدة \(آخر \d+\)/)).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText(/في/);
  await page.getByLabel('الكلمة أو العبارة').fill('خزعبلات');
  await page.getByRole('button', { name: 'جرّب قبل الحفظ' }).click();
  await expect(page.getByText('لا يغيّر هذا شيئًا')).toBeVisible();
  await page.getByRole('button', { name: 'حفظ القاعدة' }).click();
  await expect(page.getByText('أُضيفت خزعبلات')).toBeVisible();
  await page.getByRole('link', { name: 'إزالة قاعدة «خزعبلات»' }).click();
  await page.getByRole('button', { name: 'إزالة القاعدة' }).click();
  await expect(page.getByText('أُزيلت خزعبلات')).toBeVisible();
  await context.close();
});

test('the switches ask for confirmation, show on all comment pages that they are on, and are turned off', async ({
  page,
}) => {
  await signIn(page);
  await page.goto(SETTINGS);
  await page.getByRole('link', { name: 'احجز كل شيء لمدة 24 ساعة' }).click();
  await page.getByRole('button', { name: 'نعم، احجز كل شيء' }).click();
  const held = page.getByRole('status', { name: 'حجز كل شيء' });
  // Leaving the page before the response would cancel the request, and the act with it.
  await expect(held).toContainText('كل التعليقات محجوزة الآن');
  await page.goto('/newsroom/comments');
  await expect(held).toContainText('كل التعليقات محجوزة الآن');
  await page.goto(SETTINGS);
  await page.getByRole('link', { name: 'وضع بطيء' }).click();
  await page.getByLabel('تعليق واحد كل كم دقيقة').fill('90');
  await page.getByRole('button', { name: 'شغّل الوضع البطيء' }).click();
  await expect(page.getByText('اكتب عددًا صحيحًا من 1 إلى 60')).toBeVisible();
  await page.getByLabel('تعليق واحد كل كم دقيقة').fill('3');
  await page.getByRole('button', { name: 'شغّل الوضع البطيء' }).click();
  await expect(page.getByRole('status', { name: 'وضع بطيء' })).toContainText('كل 3 دقائق');
  await page.getByRole('button', { name: 'أوقف الوضع البطيء' }).click();
  await expect(page.getByText('توقف الوضع البطيء')).toBeVisible();
  await page.getByRole('button', { name: 'أوقف حجز كل شيء' }).click();
  await expect(page.getByText('توقف حجز كل شيء')).toBeVisible();
  await expect(held).toHaveCount(0);
});

test('an invalid setting is rejected with a message at its field, and a valid one is saved', async ({
  page,
}) => {
  await signIn(page);
  await page.goto(SETTINGS);
  await page.getByLabel('حد المزعج').fill('10');
  const refused = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'حفظ الإعدادات' }).click();
  expect((await refused).status()).toBe(422);
  await expect(page.getByText('اكتب عددًا صحيحًا أكبر من حد الحجز')).toBeVisible();
  await page.getByLabel('حد المزعج').fill('75');
  await page.getByRole('button', { name: 'حفظ الإعدادات' }).click();
  await expect(page.getByText('حُفظت الإعدادات')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('حد المزعج')).toHaveValue('75');
});

test('the data of a person is found by address, exported, revealed with a reason and erased; the address is in no URL', async ({
  page,
  browser,
}) => {
  const email = canary('erase');
  const path = findArticle('حافلات الليل');
  await page.goto(path);
  await writeComment(page, { body: 'تعليق سيُمحى صاحبه بعد قليل', name: 'سعاد الراحلة', email });
  await expect(page.getByText('تعليق سيُمحى صاحبه بعد قليل')).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  const addresses: string[] = [];
  desk.on('request', (request) => addresses.push(request.url()));
  await signIn(desk);
  await desk.goto(PRIVACY);
  await desk.getByLabel('البريد الإلكتروني').fill(email);
  await desk.getByRole('button', { name: 'ابحث' }).click();
  await expect(desk.getByRole('heading', { name: 'تعليق واحد بهذا البريد' })).toBeVisible();

  for (const [button, file] of [
    ['تصدير JSON', 'comments-with-personal-data.json'],
    ['تصدير CSV', 'comments-with-personal-data.csv'],
  ] as const) {
    const download = desk.waitForEvent('download');
    await desk.getByRole('button', { name: button }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(file);
    expect(new URL(saved.url()).pathname).toMatch(/^\/newsroom\//);
    expect(readFileSync(await saved.path(), 'utf8')).toMatch(new RegExp(`${email}[\\s\\S]*تعليق سيُمحى`));
  }

  const database = new Sqlite(join(dataDir, 'midad.sqlite'), { readonly: true });
  const id = database.prepare(`select id from comments where name = 'سعاد الراحلة'`).pluck().get() as string;
  await desk.goto(`${PRIVACY}/reveal/${id}`);
  await desk.getByRole('button', { name: 'أظهر البريد' }).click();
  await expect(desk.getByText('اكتب سبب الاطلاع')).toBeVisible();
  await desk.getByLabel('السبب').fill('طلب من صاحب التعليق');
  await desk.getByRole('button', { name: 'أظهر البريد' }).click();
  await expect(desk.getByText(email)).toBeVisible();
  expect(
    database
      .prepare(`select reason from moderation_decisions where comment_id = ? and act = 'reveal'`)
      .pluck()
      .get(id),
  ).toBe('طلب من صاحب التعليق');

  await desk.goto(PRIVACY);
  await desk.getByLabel('البريد الإلكتروني').fill(email);
  await desk.getByRole('button', { name: 'ابحث' }).click();
  await desk.getByRole('link', { name: 'محو هذا الشخص' }).click();
  await desk.getByLabel('يُمحى النص أيضًا').check();
  await desk.getByRole('button', { name: 'نعم، امحُ' }).click();
  await expect(desk.getByText('مُحيت بيانات تعليق واحد')).toBeVisible();
  expect(database.prepare('select name, body, status from comments where id = ?').get(id)).toEqual({
    name: 'معلّق',
    body: '',
    status: 'withdrawn',
  });
  expect(database.prepare('select count(*) from comment_contacts where comment_id = ?').pluck().get(id)).toBe(
    0,
  );
  database.close();
  expect(addresses.filter((url) => /canary|%40birds|@birds/.test(url))).toEqual([]);
  await desk.context().close();
});

test('a moderator can read the rules but not change them; an author gets 403', async ({ browser }) => {
  const moderator = await pageOf(browser, 'moderator');
  await moderator.goto(RULES);
  await expect(moderator.getByRole('heading', { name: 'قواعد الكلمات' })).toBeVisible();
  await expect(moderator.getByRole('button', { name: 'جرّب قبل الحفظ' })).toHaveCount(0);
  for (const path of [SETTINGS, PRIVACY]) expect((await moderator.goto(path))!.status()).toBe(403);
  const taken = await moderator.request.post(`${PRIVACY}/export`, {
    form: { person: 'x', format: 'json' },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(taken.status()).toBe(403);
  await moderator.context().close();
  const author = await pageOf(browser, 'author');
  for (const path of [RULES, SETTINGS, PRIVACY, '/newsroom/comments/stats'])
    expect((await author.goto(path))!.status()).toBe(403);
  await author.context().close();
});

test('the public moderation page is linked in the footer, and the newsroom has a page of statistics', async ({
  page,
}) => {
  expect((await page.goto('/moderation'))!.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1, name: 'كيف نراجع التعليقات' })).toBeVisible();
  await expect(
    page.getByRole('contentinfo').getByRole('link', { name: 'كيف نراجع التعليقات' }),
  ).toHaveAttribute('href', '/moderation');
  expect((await page.goto('/en/moderation'))!.status()).toBe(200);
  await signIn(page);
  await page.goto('/newsroom/comments/stats');
  await expect(page.getByRole('table', { name: 'ساعات اليوم' })).toBeVisible();
});

test('moderation:verify confirms the chain, and names the row at which a changed copy breaks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'midad-chain-'));
  const copy = new Sqlite(join(dataDir, 'midad.sqlite'), { readonly: true });
  copy.exec(`vacuum into '${join(folder, 'midad.sqlite')}'`);
  copy.close();
  cpSync(join(dataDir, 'keys.json'), join(folder, 'keys.json'));
  const whole = command('bin/moderation-verify.ts', [], folder);
  expect([whole.status, whole.stdout]).toEqual([0, expect.stringMatching(/holds: \d+ rows/)]);
  const tampered = new Sqlite(join(folder, 'midad.sqlite'));
  tampered.exec(`update moderation_decisions set to_status = 'approved', rule = 'none' where sequence = 3`);
  tampered.close();
  const broken = command('bin/moderation-verify.ts', [], folder);
  expect([broken.status, broken.stderr]).toEqual([1, expect.stringContaining('breaks at row 3')]);
  rmSync(folder, { recursive: true });
});
