import type { Page } from '@playwright/test';
import { readMails } from './instance.ts';
import { inDatabase } from './in-database.ts';
import { expect, signInByForm, test } from './journey.ts';
import { addMember, becomeMember, findMember } from './staff.ts';

/* What a person changes in their own account, and how they get back into it. */

const NEW = 'quiet lanterns over water';
const linkTo = (address: string, path: string) =>
  readMails()
    .filter(({ to }) => to.includes(address))
    .map(({ text }) => new RegExp(`https?:\\S+/newsroom/${path}/\\S+`).exec(text)?.[0])
    .find(Boolean);

async function signInWith(page: Page, email: string, password: string) {
  await page.goto('/newsroom/sign-in');
  await page.getByLabel('البريد الإلكتروني').fill(email);
  await page.getByLabel('كلمة المرور').fill(password);
  await page.getByRole('button', { name: 'دخول', exact: true }).click();
}

test('a forgotten password is reset by a mailed link, also without scripts; an unknown address gets the same message', async ({
  browser,
}) => {
  const member = addMember('moderator', { twoStepOn: false });
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({
      javaScriptEnabled,
      extraHTTPHeaders: { 'x-forwarded-for': `10.91.0.${Number(javaScriptEnabled)}` },
    });
    const page = await context.newPage();
    const said: string[] = [];
    for (const email of ['nobody-here@midad.example', member.email]) {
      await page.goto('/newsroom/sign-in');
      await page.getByRole('link', { name: 'نسيت كلمة المرور' }).click();
      await page.getByLabel('البريد الإلكتروني').fill(email);
      await page.getByRole('button', { name: 'أرسل الرابط' }).click();
      said.push(await page.getByRole('status').innerText());
    }
    expect(said[0]).toContain('إن كان لهذا البريد حساب');
    expect(said[1]).toBe(said[0]);
    await context.close();
  }
  await expect.poll(() => linkTo(member.email, 'reset')).toBeDefined();
  expect(readMails().filter(({ to }) => to.includes('nobody-here@midad.example'))).toEqual([]);

  const context = await browser.newContext();
  const page = await context.newPage();
  const link = linkTo(member.email, 'reset')!;
  await page.goto(link);
  await page.getByLabel('كلمة المرور الجديدة').fill('123');
  await page.getByRole('button', { name: 'حفظ كلمة المرور' }).click();
  await expect(page.getByText('كلمة المرور قصيرة')).toBeVisible();
  await page.getByLabel('كلمة المرور الجديدة').fill(NEW);
  await page.getByRole('button', { name: 'حفظ كلمة المرور' }).click();
  await expect(page.getByText('تغيّرت كلمة المرور، وانتهت الجلسات كلها')).toBeVisible();
  expect(
    (await page.request.get('/newsroom', { headers: { cookie: member.cookie }, maxRedirects: 0 })).headers()
      .location,
  ).toContain('/newsroom/sign-in');
  expect((await page.request.get(link)).status()).toBe(410);
  await signInByForm(page, { email: member.email, password: NEW });
  await expect
    .poll(() =>
      readMails().some(
        ({ to, text }) => to.includes(member.email) && text.includes('اختيرت الآن كلمة مرور جديدة'),
      ),
    )
    .toBe(true);
  await context.close();
});

test('an administrator creates a link for a new password, and changes a name and an address', async ({
  page,
  context,
  browser,
}) => {
  const member = addMember('author', { twoStepOn: false });
  inDatabase((database) =>
    database.prepare('update users set name = ? where id = ?').run('سليم الناسي', member.id),
  );
  await becomeMember(context, addMember('admin'));
  await page.goto('/newsroom/people');
  const card = page.getByRole('listitem').filter({ hasText: member.email });
  await card.getByText('رابط لكلمة مرور جديدة', { exact: true }).first().click();
  await card.getByRole('button', { name: 'رابط لكلمة مرور جديدة' }).click();
  const field = card.getByLabel('الرابط');
  await expect(field).toHaveValue(/\/newsroom\/reset\/\S+$/);
  await expect(card.getByRole('button', { name: 'نسخ' })).toBeVisible();
  const link = await field.inputValue();
  await page.goto('/newsroom/people');
  await expect(page.getByText(link)).toHaveCount(0);

  const other = await browser.newContext();
  const guest = await other.newPage();
  await guest.goto(link);
  await guest.getByLabel('كلمة المرور الجديدة').fill(NEW);
  await guest.getByRole('button', { name: 'حفظ كلمة المرور' }).click();
  await expect(guest.getByText('تغيّرت كلمة المرور')).toBeVisible();
  await signInByForm(guest, { email: member.email, password: NEW });
  await other.close();

  await card.getByText('تغيير الاسم أو البريد', { exact: true }).first().click();
  await card.getByLabel('الاسم').fill('سليم الذاكر');
  await card.getByLabel('البريد الإلكتروني').fill('dhakir@midad.example');
  await card.getByRole('button', { name: 'تغيير الاسم أو البريد' }).click();
  await expect(page.getByText('تغيّرت بيانات')).toBeVisible();
  expect(findMember('dhakir@midad.example')).toMatchObject({ id: member.id, name: 'سليم الذاكر' });
  await expect
    .poll(() =>
      readMails().some(({ to, text }) => to.includes(member.email) && text.includes('لم يعد هذا البريد')),
    )
    .toBe(true);
});

test('one’s own address changes when the new one is confirmed, and the old one gets a mail', async ({
  page,
  browser,
}) => {
  const member = addMember('author', { twoStepOn: false });
  const admin = await browser.newContext();
  await becomeMember(admin, addMember('admin'));
  const desk = await admin.newPage();
  await desk.goto('/newsroom/people');
  const card = desk.getByRole('listitem').filter({ hasText: member.email });
  await card.getByText('رابط لكلمة مرور جديدة', { exact: true }).first().click();
  await card.getByRole('button', { name: 'رابط لكلمة مرور جديدة' }).click();
  await expect(card.getByLabel('الرابط')).toHaveValue(/reset/);
  await page.goto(await card.getByLabel('الرابط').inputValue());
  await admin.close();
  await page.getByLabel('كلمة المرور الجديدة').fill(NEW);
  await page.getByRole('button', { name: 'حفظ كلمة المرور' }).click();
  await expect(page.getByText('تغيّرت كلمة المرور')).toBeVisible();
  await signInByForm(page, { email: member.email, password: NEW });

  await page.goto('/newsroom/account');
  const name = page.getByLabel('الاسم', { exact: true });
  await name.fill('س\u202E1');
  await page.getByRole('button', { name: 'حفظ الاسم' }).click();
  await expect(page.getByText('تغيّر الاسم.')).toBeVisible();
  expect(findMember(member.email)).toMatchObject({ name: 'س1' });
  await name.fill('\u202Eس');
  await page.getByRole('button', { name: 'حفظ الاسم' }).click();
  await expect(page.getByText('حرفان على الأقل')).toBeVisible();
  await name.fill('سالم\u202E الجديد');
  await page.getByRole('button', { name: 'حفظ الاسم' }).click();
  await expect(page.getByText('تغيّر الاسم.')).toBeVisible();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'تغيير البريد' }) });
  const address = `new-${member.email}`;
  await form.getByLabel('البريد الجديد').fill(address);
  await form.getByLabel('كلمة المرور الحالية').fill('wrong password');
  await form.getByRole('button').click();
  await expect(form.getByText('كلمة المرور غير صحيحة')).toBeVisible();
  await expect(form.getByLabel('البريد الجديد')).toHaveValue(address);
  await form.getByLabel('كلمة المرور الحالية').fill(NEW);
  await form.getByRole('button').click();
  await expect(page.getByText('أُرسل رابط التأكيد')).toBeVisible();
  expect(findMember(member.email)).toMatchObject({ name: 'سالم الجديد' });
  await expect.poll(() => linkTo(address, 'email')).toBeDefined();
  await page.goto(linkTo(address, 'email')!);
  expect(findMember(member.email)).toBeDefined();
  await page.getByRole('button', { name: 'تأكيد' }).click();
  await expect(page.getByText('تأكد العنوان الجديد')).toBeVisible();
  expect(findMember(address)).toMatchObject({ id: member.id });
  await expect
    .poll(() =>
      readMails().some(
        ({ to, text }) =>
          to.includes(member.email) && !to.includes('new-') && text.includes('لم يعد هذا البريد'),
      ),
    )
    .toBe(true);
});

test('the administrator created by the first start must enter name, address and password before any page opens', async ({
  page,
  context,
}) => {
  const made = addMember('admin');
  inDatabase((database) => database.prepare('update users set must_settle = 1 where id = ?').run(made.id));
  await becomeMember(context, made);
  await page.goto('/newsroom/comments');
  await expect(page).toHaveURL(/\/newsroom\/first\?next=/);
  for (const path of ['/newsroom', '/newsroom/account', '/newsroom/people']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/newsroom\/first\?next=/);
  }
  expect((await page.request.get('/newsroom/media/list')).status()).toBe(401);
  await page.getByRole('button', { name: 'حفظ ومتابعة' }).click();
  await expect(page.getByText('حرفان على الأقل')).toBeVisible();
  await page.getByLabel('اسمك').fill('ليلى الغالي');
  await page.getByLabel('بريدك الإلكتروني').fill('admin@midad.example');
  await page.getByLabel('كلمة مرور جديدة').fill(NEW);
  await page.getByRole('button', { name: 'حفظ ومتابعة' }).click();
  await expect(page.getByText('هذا بريد مؤقت')).toBeVisible();
  await expect(page.getByLabel('اسمك')).toHaveValue('ليلى الغالي');
  await page.getByLabel('بريدك الإلكتروني').fill(`layla-${made.id.slice(0, 6)}@midad.example`);
  await page.getByLabel('كلمة مرور جديدة').fill(NEW);
  await page.getByRole('button', { name: 'حفظ ومتابعة' }).click();
  await expect(page).toHaveURL(/\/newsroom\/people$/);
  await expect(page.getByRole('listitem').filter({ hasText: 'ليلى الغالي' })).toContainText('أنت');
});

test('wrong passwords from other networks do not lock out a browser that the server knows', async ({
  browser,
}) => {
  const member = addMember('author', { twoStepOn: false });
  const admin = await browser.newContext();
  await becomeMember(admin, addMember('admin'));
  const desk = await admin.newPage();
  await desk.goto('/newsroom/people');
  const card = desk.getByRole('listitem').filter({ hasText: member.email });
  await card.getByText('رابط لكلمة مرور جديدة', { exact: true }).first().click();
  await card.getByRole('button', { name: 'رابط لكلمة مرور جديدة' }).click();
  await expect(card.getByLabel('الرابط')).toHaveValue(/reset/);
  const own = await browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': '10.92.0.1' } });
  const page = await own.newPage();
  await page.goto(await card.getByLabel('الرابط').inputValue());
  await admin.close();
  await page.getByLabel('كلمة المرور الجديدة').fill(NEW);
  await page.getByRole('button', { name: 'حفظ كلمة المرور' }).click();
  await expect(page.getByText('تغيّرت كلمة المرور')).toBeVisible();

  const attacker = await browser.newContext({ javaScriptEnabled: false });
  const guess = await attacker.newPage();
  for (let n = 0; n < 11; n++) {
    await attacker.setExtraHTTPHeaders({ 'x-forwarded-for': `10.93.0.${n}` });
    await signInWith(guess, member.email, `guess ${n}`);
    await expect(guess.getByText(n < 10 ? 'غير صحيحين' : 'أُوقف الدخول مؤقتًا')).toBeVisible();
  }
  await attacker.setExtraHTTPHeaders({ 'x-forwarded-for': '10.93.1.1' });
  await signInWith(guess, member.email, NEW);
  await expect(guess.getByText('أُوقف الدخول مؤقتًا')).toBeVisible();
  await attacker.close();
  // It works from another network too: the server knows the browser.
  await own.setExtraHTTPHeaders({ 'x-forwarded-for': '10.92.7.7' });
  await signInByForm(page, { email: member.email, password: NEW });
  await own.close();
});
