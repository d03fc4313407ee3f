import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, signInByForm, test } from './journey.ts';
import { firstAdmin, readMails } from './instance.ts';
import { addMember, addSession, becomeMember } from './staff.ts';

/* Invitations, sign-in, sessions and the audit log of the newsroom. */

const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

test('the newsroom is in each person’s language, also before sign-in and without scripts', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/newsroom/sign-in?next=/newsroom/comments');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/newsroom\/sign-in\?next=/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: 'Sign in to the newsroom' })).toBeVisible();
  await page.getByRole('button', { name: 'العربية' }).click();

  const member = addMember('moderator');
  await becomeMember(context, member);
  await page.goto('/newsroom/comments/history');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/newsroom\/comments\/history$/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('link', { name: 'Decisions' })).toHaveAttribute('aria-current', 'page');
  await context.close();

  const other = await browser.newContext();
  await becomeMember(other, member);
  const elsewhere = await other.newPage();
  await elsewhere.goto('/newsroom');
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en');
  await elsewhere.goto('/');
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'ar');
  await other.close();
});

test('on a phone the navigation opens in a menu, without scripts, and marks the current page', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await becomeMember(context, addMember('editor'));
  await page.goto('/newsroom/comments/stats');
  await expect(page.getByRole('link', { name: 'سجل القرارات' })).toBeHidden();
  await page.getByRole('button', { name: 'القائمة' }).click();
  await expect(page.getByRole('link', { name: 'قواعد وإعدادات' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('link', { name: 'سجل القرارات' }).click();
  await expect(page).toHaveURL(/history$/);
  await context.close();
});

test('an invitation is mailed and accepted, and the account can be disabled', async ({ page, browser }) => {
  await signInByForm(page);
  await page.goto('/newsroom/people');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'أنشئ الدعوة' }) });
  await form.getByRole('button').click();
  await expect(form.getByText('اكتب البريد كاملًا')).toBeVisible();
  await expect(form.getByLabel('الاسم')).toBeFocused();
  await form.getByLabel('الاسم').fill('هدى السنوسي');
  await form.getByLabel('البريد الإلكتروني').fill('huda@midad.example');
  await form.getByLabel('الدور').selectOption('moderator');
  await form.getByRole('button').click();
  await expect(page.getByText('أُرسلت الدعوة إلى')).toBeVisible();
  const invitation = () => readMails().find(({ to }) => to.includes('huda@midad.example'));
  await expect.poll(invitation).toBeDefined();
  const [link = ''] = /https?:\S+\/newsroom\/invitation\/\S+/.exec(invitation()!.text) ?? [];
  await expect(page.getByRole('listitem').filter({ hasText: 'huda@midad.example' })).toContainText(
    'هدى السنوسي',
  );

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(link);
  await guest.getByLabel('كلمة المرور').fill('nine camels read papers');
  await guest.getByRole('button', { name: 'إنشاء الحساب' }).click();
  await expect(guest.getByText('حسابك جاهز')).toBeVisible();
  await signInByForm(guest, { email: 'huda@midad.example', password: 'nine camels read papers' });
  await expect(guest.getByRole('link', { name: 'فريق العمل' })).toHaveCount(0);

  await page.goto('/newsroom/people');
  const huda = card(page, 'هدى السنوسي');
  await expect(huda).toContainText('آخر دخول');
  await huda.getByText('إيقاف الحساب').first().click();
  await huda.getByRole('button', { name: 'إيقاف الحساب' }).click();
  await expect(page.getByText(/أُوقف حساب .هدى السنوسي/)).toBeVisible();
  await guest.goto('/newsroom');
  await expect(guest).toHaveURL(/sign-in/);
  await context.close();
});

test('a person who publishes must set up two-step sign-in first; a passkey counts as both steps', async ({
  page,
  context,
}) => {
  await becomeMember(context, addMember('editor', { twoStepOn: false }));
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/newsroom/comments');
  await expect(page).toHaveURL(/\/newsroom\/account\?next=/);
  await expect(page.getByText('دورك في غرفة الأخبار يطلب دخولًا بخطوتين')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'غرفة الأخبار' }).getByRole('link')).toHaveCount(1);
  await page.getByLabel('اسم المفتاح').fill('حاسوب التحرير');
  await page.getByRole('button', { name: 'أضف مفتاح مرور' }).click();
  await expect(page.getByText('أُضيف المفتاح')).toBeVisible();
  await page.getByRole('link', { name: 'تابع إلى حيث كنت' }).click();
  await expect(page).toHaveURL(/\/newsroom\/comments(?:\?|$)/);
  await page.getByRole('button', { name: 'خروج' }).click();

  await page.getByRole('button', { name: 'استعمل مفتاح مرور' }).click();
  await expect(page).toHaveURL(/\/newsroom$/);
  await page.goto('/newsroom/account');
  const key = page.getByRole('listitem').filter({ hasText: 'حاسوب التحرير' });
  await key.getByText('تغيير الاسم').first().click();
  await key.getByLabel('اسم المفتاح').fill('هاتف العمل');
  await key.getByRole('button', { name: 'تغيير الاسم' }).click();
  await expect(page.getByText('تغيّر اسم المفتاح')).toBeVisible();
  await page.getByRole('button', { name: 'خروج' }).click();
  await expect(page.getByText('خرجتَ من غرفة الأخبار')).toBeVisible();

  // A passkey without user verification is one step: the server rejects it whatever the browser requested.
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  const status = await page.evaluate(async () => {
    const send = (url: string, body: unknown) =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const { options } = (await (await send('/newsroom/sign-in/passkey/options', {})).json()) as {
      options: PublicKeyCredentialRequestOptionsJSON;
    };
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
      ...options,
      userVerification: 'discouraged',
    });
    const answer = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
    return (await send('/newsroom/sign-in/passkey', { response: answer.toJSON() })).status;
  });
  expect(status).toBe(401);

  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await page.reload();
  await page.getByRole('button', { name: 'استعمل مفتاح مرور' }).click();
  await expect(page).toHaveURL(/\/newsroom$/);
  await page.goto('/newsroom/account');
  const renamed = page.getByRole('listitem').filter({ hasText: 'هاتف العمل' });
  await renamed.getByText('حذف المفتاح').first().click();
  await renamed.getByRole('button', { name: 'حذف المفتاح' }).click();
  await expect(page.getByText('حُذف المفتاح.')).toBeVisible();
  await page.goto('/newsroom/comments');
  await expect(page).toHaveURL(/\/newsroom\/account\?next=/);
});

test('the first administrator sees until when two-step sign-in can wait', async ({ page }) => {
  await signInByForm(page, firstAdmin());
  await expect(page.getByRole('status', { name: 'الدخول بخطوتين' })).toBeVisible();
});

test('after ten wrong passwords an address, even an unknown one, gets 429 with a waiting time', async ({
  page,
}) => {
  await page.goto('/newsroom/sign-in');
  await page.getByLabel('البريد الإلكتروني').fill('guessed@midad.example');
  const statuses: number[] = [];
  for (let n = 0; n < 11; n++) {
    await page.getByLabel('كلمة المرور').fill(`wrong password ${n}`);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'دخول' }).click();
    statuses.push((await answer).status());
    if (n === 10) expect(Number((await answer).headers()['retry-after'])).toBeGreaterThan(0);
    await expect(page.getByRole('button', { name: 'دخول' })).toBeEnabled();
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  await expect(page.getByText('أُوقف الدخول مؤقتًا')).toBeVisible();
});

test('the sessions in other browsers can be ended from the account page', async ({
  page,
  context,
  browser,
}) => {
  const member = addMember('author');
  await becomeMember(context, member);
  const other = await browser.newContext();
  await becomeMember(other, addSession(member));
  const elsewhere = await other.newPage();
  await elsewhere.goto('/newsroom');
  await expect(elsewhere).toHaveURL(/\/newsroom$/);
  await page.goto('/newsroom/account');
  await page.getByRole('button', { name: 'إنهاء كل الجلسات الأخرى' }).click();
  await expect(page.getByText('أُنهيت جلسة واحدة')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await other.close();
});

test('the audit log shows who did what, can be filtered by URL, and can be downloaded', async ({ page }) => {
  await signInByForm(page);
  await page.goto('/newsroom/audit');
  const list = page.getByRole('main').getByRole('list').first();
  await expect(list).toContainText('دخول');
  const filters = page.getByRole('search', { name: 'تصفية السجل' });
  await filters.getByLabel('ماذا').selectOption('staff.disabled');
  await filters.getByRole('button', { name: 'اعرض' }).click();
  await expect(page).toHaveURL(/kind=staff\.disabled/);
  await expect(list).toContainText('إيقاف حساب');
  await expect(list).toContainText('هدى السنوسي');
  await expect(list).toContainText('موقوف منذ');
  await expect(list).not.toContainText('دخل');
  for (const [format, holds] of [
    ['CSV', /^\uFEFFat,by,by_id,action[\s\S]*staff\.disabled/],
    ['JSON', /"action":"staff\.disabled"/],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `تنزيل ${format}` }).click();
    const file = await (await download).path();
    expect(readFileSync(file, 'utf8')).toMatch(holds);
    expect(readFileSync(file, 'utf8')).not.toContain('staff.signedIn');
  }
  await page.goto('/newsroom/audit?kind=audit');
  await expect(list.getByRole('listitem').first()).toContainText('تنزيل السجل');
});

test('no violations on the pages of people, account and audit log, in both languages, wide and narrow', async ({
  page,
}) => {
  await signInByForm(page);
  for (const [width, language] of [
    [1280, 'ar'],
    [390, 'en'],
    [1280, 'en'],
    [390, 'ar'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/newsroom/account');
    if ((await page.locator('html').getAttribute('lang')) !== language) {
      await page
        .getByRole('main')
        .getByRole('button', { name: language === 'en' ? 'English' : 'العربية' })
        .click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    }
    for (const path of ['/newsroom/people', '/newsroom/account', '/newsroom/audit']) {
      await page.goto(path);
      await expectNoViolations(page, path);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        `${path} at ${width}`,
      ).toBeLessThanOrEqual(0);
    }
  }
});
