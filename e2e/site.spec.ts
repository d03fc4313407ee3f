import type { APIRequestContext, Page } from '@playwright/test';
import { encode } from 'uqr';
import { otpUri } from '#lib/people/otp-uri.ts';
import { firstAdmin, readMails } from './instance.ts';
import { expect, signIn, test } from './journey.ts';

for (const scripts of [true, false]) {
  const how = scripts ? 'scripts on' : 'scripts off';
  const slug = scripts ? 'sea' : 'land';

  test(`a section is created, moved, renamed with a redirect from its old address, and deleted, ${how}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    await signIn(page);
    await page.goto('/newsroom/sections');
    await page.getByLabel('الاسم بالعربية').fill('البحر');
    await page.getByLabel('الاسم بالإنجليزية').fill('Sea');
    await page.getByLabel('نهاية الرابط').fill('search');
    const refused = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'أضف القسم' }).click();
    expect((await refused).status()).toBe(422);
    await expect(page.getByText('ولم يحجزها الموقع لنفسه')).toBeVisible();
    await expect(page.getByText('راجع هذه الحقول')).toBeVisible();
    await expect(page.getByRole('link', { name: 'نهاية الرابط' })).toHaveAttribute(
      'href',
      `#${await page.getByLabel('نهاية الرابط').getAttribute('id')}`,
    );
    await expect(page.getByLabel('الاسم بالعربية')).toHaveValue('البحر');
    await page.getByLabel('نهاية الرابط').fill(slug);
    await page.getByRole('button', { name: 'أضف القسم' }).click();
    await expect(page.getByText('أُضيف القسم')).toBeVisible();
    const local = page.getByRole('listitem').filter({ hasText: '/local' });
    await expect(local).not.toContainText('لا مقالات');
    await expect(local.getByText('حذف')).toHaveCount(0);
    const answer = await page.request.get(`/${slug}`);
    expect(answer.status()).toBe(200);
    expect(await (await page.request.get('/')).text()).toContain(`href="/${slug}"`);

    const row = page.getByRole('listitem').filter({ hasText: `/${slug}` });
    await row.getByRole('button', { name: 'أعلى' }).click();
    await expect(page.getByText('تغيّر الترتيب')).toBeVisible();
    await row.getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'تعديل القسم' })).toBeVisible();
    await page.getByLabel('نهاية الرابط').fill(`${slug}-news`);
    await page.getByRole('button', { name: 'احفظ' }).click();
    await expect(page.getByText('حُفظ التعديل')).toBeVisible();
    const old = await page.request.get(`/${slug}`, { maxRedirects: 0 });
    expect([old.status(), old.headers().location]).toEqual([301, `/${slug}-news`]);

    await row.getByText('حذف', { exact: false }).first().click();
    await row.getByRole('button', { name: 'نعم، احذف «البحر»' }).click();
    await expect(page.getByText('حُذف القسم')).toBeVisible();
    expect((await page.request.get(`/${slug}-news`)).status()).toBe(404);
    await context.close();
  });
}

test('a tag is renamed, found at both addresses, and merged', async ({ page }) => {
  await signIn(page);
  const open = async (name: string) => {
    await page.goto(`/newsroom/tags?q=${encodeURIComponent(name)}`);
    await page
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'اسم آخر' })).toBeVisible();
  };
  await page.goto('/newsroom/tags');
  await expect(page.locator('main li').first()).not.toContainText('لا مقالات');
  const names = await page.locator('main li bdi').allInnerTexts();
  const [first, second] = [names[0]!, names[1]!];
  const oldPath = `/tag/${encodeURIComponent(first.replaceAll(' ', '-'))}`;
  expect((await page.request.get(oldPath)).status()).toBe(200);
  await open(first);
  await page.getByLabel('اسم الوسم', { exact: true }).fill(second);
  await page.getByRole('button', { name: 'غيّر الاسم' }).click();
  await expect(page.getByText(`الوسم «${second}» موجود`)).toBeVisible();
  await page.getByLabel('اسم الوسم', { exact: true }).fill('وسم بعد التسمية');
  await page.getByRole('button', { name: 'غيّر الاسم' }).click();
  await expect(page.getByText('تغيّر اسم الوسم')).toBeVisible();
  const renamed = await page.request.get(oldPath, { maxRedirects: 0 });
  expect(renamed.status()).toBe(301);
  expect(await (await page.request.get(oldPath)).text()).toContain('وسم بعد التسمية');
  // Its articles are indexed again after the act.
  await expect
    .poll(async () => (await page.request.get(`/search?q=${encodeURIComponent('بعد التسمية')}`)).text())
    .toContain('class="divide-y');

  await open('وسم بعد التسمية');
  await page.getByLabel('اسم الوسم الآخر').fill('لا وسم كهذا');
  await page.getByRole('button', { name: 'ادمج' }).click();
  await expect(page.getByText('لا وسم آخر بهذا الاسم')).toBeVisible();
  await page.getByLabel('اسم الوسم الآخر').fill(second);
  await page.getByRole('button', { name: 'ادمج' }).click();
  await expect(page.getByText(`دمج «وسم بعد التسمية» في «${second}»؟`)).toBeVisible();
  await page.getByRole('button', { name: 'نعم، ادمجه' }).click();
  await expect(page.getByText('دُمج الوسمان')).toBeVisible();
  expect(await (await page.request.get(oldPath)).text()).toContain(second);
});

test('an author’s page shows what the desk entered, and an author with a byline cannot be deleted', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/newsroom/authors');
  await page.getByRole('link', { name: /سلمى الحداد/ }).click();
  await expect(page.getByRole('heading', { name: 'تعديل بيانات الكاتب' })).toBeVisible();
  await page.getByLabel('الصفة بالعربية').fill('محررة الشؤون المحلية');
  await page.getByLabel('روابط').fill('ليس رابطًا');
  await page.getByRole('button', { name: 'احفظ' }).click();
  await expect(page.getByText('رابطًا كاملًا يبدأ بـ')).toBeVisible();
  await expect(page.getByLabel('روابط')).toHaveValue('ليس رابطًا');
  await page.getByLabel('روابط').fill('الموقع https://example.org/salma');
  await page.getByRole('button', { name: 'احفظ' }).click();
  await expect(page.getByText('حُفظ التعديل')).toBeVisible();
  const html = await (await page.request.get('/author/salma-haddad')).text();
  expect(html).toContain('محررة الشؤون المحلية');
  expect(html).toContain('href="https://example.org/salma"');
  await page.getByRole('link', { name: /سلمى الحداد/ }).click();
  await page.getByText('احذف الكاتب').click();
  await page.getByRole('button', { name: 'نعم، احذف «سلمى الحداد»' }).click();
  await expect(page.getByText('اسم هذا الكاتب على مقال')).toBeVisible();
});

test('an author’s page can have an Arabic address, and its earlier address redirects there', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/newsroom/authors');
  await page.getByLabel('الاسم بالعربية').fill('نور سعيد');
  await page.getByLabel('الاسم بالإنجليزية').fill('Nour Said');
  await page.getByLabel('نهاية الرابط').fill('نور سعيد');
  await page.getByRole('button', { name: 'أضف الكاتب' }).click();
  await expect(page.getByText('أُضيف الكاتب')).toBeVisible();
  const first = encodeURI('/author/نور-سعيد');
  for (const [path, name] of [
    [first, 'نور سعيد'],
    [`/en${first}`, 'Nour Said'],
  ] as const) {
    const answer = await page.request.get(path);
    expect([path, answer.status()]).toEqual([path, 200]);
    expect(await answer.text()).toContain(name);
  }
  await page.getByRole('link', { name: /نور سعيد/ }).click();
  await page.getByLabel('نهاية الرابط').fill('نور');
  await page.getByRole('button', { name: 'احفظ' }).click();
  await expect(page.getByText('حُفظ التعديل')).toBeVisible();
  const led = await page.request.get(first, { maxRedirects: 0 });
  expect([led.status(), led.headers().location]).toEqual([301, encodeURI('/author/نور')]);
  expect((await page.request.get(first)).status()).toBe(200);
  await page.getByRole('link', { name: /نور سعيد/ }).click();
  await page.getByText('احذف الكاتب').click();
  await page.getByRole('button', { name: 'نعم، احذف «نور سعيد»' }).click();
  await expect(page.getByText('حُذف الكاتب.')).toBeVisible();
});

test('a missing address can be redirected, or answered with 410', async ({ page, request }) => {
  await signIn(page);
  await page.goto('/newsroom/redirects');
  await page.getByLabel('من', { exact: true }).fill('/2019/05/خبر-قديم');
  await page.getByLabel('إلى', { exact: true }).fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'أضف التحويل' }).click();
  await expect(page.getByText('أو رابطًا كاملًا غير العنوان نفسه')).toBeVisible();
  await page.getByLabel('إلى', { exact: true }).fill('/local');
  await page.getByRole('button', { name: 'أضف التحويل' }).click();
  await expect(page.getByText('أُضيف التحويل')).toBeVisible();
  const old = await request.get(encodeURI('/2019/05/خبر-قديم'), { maxRedirects: 0 });
  expect([old.status(), old.headers().location]).toEqual([301, '/local']);
  await page.getByLabel('من', { exact: true }).fill('/removed-for-good');
  await page.getByRole('button', { name: 'أضف التحويل' }).click();
  const row = page.getByRole('listitem').filter({ hasText: '/removed-for-good' });
  await expect(row).toBeVisible();
  const gone = await request.get('/removed-for-good');
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain('لم تعد موجودة');
  await row.getByText('حذف').first().click();
  await row.getByRole('button', { name: 'نعم، احذف «/removed-for-good»' }).click();
  await expect(page.getByText('حُذف التحويل.')).toBeVisible();
  expect((await request.get('/removed-for-good')).status()).toBe(404);
});

/** Expects the new name of the site in the newsroom, in its mails, and on the devices for sign-in. */
async function expectNamed(page: Page, request: APIRequestContext) {
  const name = 'صحيفة الساحل';
  const { email, password } = firstAdmin();
  const door = await (await request.get('/newsroom/sign-in')).text();
  expect(door).toContain(name);
  expect(door).not.toContain('مداد');
  await page.goto('/newsroom/people');
  await expect(page.getByRole('banner').getByText(name)).toBeVisible();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'أنشئ الدعوة' }) });
  await form.getByLabel('الاسم').fill('نجوى');
  await form.getByLabel('البريد الإلكتروني').fill('najwa@coast.example');
  await form.getByRole('button').click();
  await expect(page.getByText('أُرسلت الدعوة إلى')).toBeVisible();
  const invitation = () => readMails().find(({ to }) => to.includes('najwa@coast.example'));
  await expect.poll(invitation).toBeDefined();
  expect(invitation()!.headers.subject).toContain(name);
  expect(invitation()!.text).not.toContain('مداد');

  await page.goto('/newsroom/account');
  const begin = page.locator('form').filter({ has: page.getByRole('button', { name: 'ابدأ التفعيل' }) });
  await begin.getByLabel('كلمة المرور').fill(password);
  await begin.getByRole('button').click();
  const secret = (await page.locator('code').first().innerText()).replace(/\s/g, '');
  const { data } = encode(otpUri({ issuer: name, account: email, secret }), { ecc: 'M', border: 3 });
  const drawn = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  await expect(page.locator('main svg path[fill=black]')).toHaveAttribute('d', drawn);
  const options = await page.evaluate(
    async () =>
      (await fetch('/newsroom/account/passkeys/options', { method: 'POST' })).json() as Promise<{
        options: { rp: { name: string } };
      }>,
  );
  expect(options.options.rp.name).toBe(name);
  await page.getByRole('button', { name: 'إلغاء التفعيل' }).click();
  await expect(begin).toBeVisible();
}

test('the name, colour and contacts of the site are on every page at the next request, and can be reset', async ({
  page,
  request,
}) => {
  await signIn(page);
  await page.goto('/newsroom/settings');
  await page.getByLabel('اسم الموقع بالعربية').fill('صحيفة الساحل');
  await page.getByLabel('لون العناوين والتنبيه').selectOption('plum');
  await page.getByLabel('بريد الصحيفة المنشور').fill('ليس بريدًا');
  await page.getByRole('button', { name: 'احفظ' }).click();
  await expect(page.getByText('اكتب عنوان بريد صحيحًا')).toBeVisible();
  await expect(page.getByLabel('اسم الموقع بالعربية')).toHaveValue('صحيفة الساحل');
  await page.getByLabel('بريد الصحيفة المنشور').fill('desk@coast.example');
  await page.getByLabel('الأرقام').selectOption('arab');
  await page.getByRole('button', { name: 'احفظ' }).click();
  await expect(page.getByText('حُفظت الإعدادات')).toBeVisible();
  const html = await (await request.get('/')).text();
  expect(html).toContain('data-accent="plum"');
  expect(html).toContain('<title>صحيفة الساحل');
  expect(html).toContain('mailto:desk@coast.example');
  expect(html).toMatch(/[٠-٩]{4}/);
  expect(await (await request.get('/feed.xml')).text()).toContain('<title>صحيفة الساحل</title>');
  await expectNamed(page, request);

  await page.goto('/newsroom/settings');
  for (const label of ['اسم الموقع بالعربية', 'بريد الصحيفة المنشور']) await page.getByLabel(label).fill('');
  await page.getByLabel('لون العناوين والتنبيه').selectOption('madder');
  await page.getByLabel('الأرقام').selectOption('latn');
  const saved = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'احفظ' }).click();
  await saved;
  await expect.poll(async () => (await (await request.get('/')).text()).includes('data-accent')).toBe(false);
});
