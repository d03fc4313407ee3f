import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { readMails, readServerLog } from './instance.ts';
import { CANARY, expect, findArticle, formToken, signIn, test, writeComment } from './journey.ts';
import {
  countJobs,
  passHour,
  passMinute,
  readTable,
  setSetting,
  commentsPath,
  withTrigger,
} from './discussion.ts';
import { ADDRESS, expectClean, expectPublicClean, expectKeptClean } from './address-leaks.ts';

/** A server that receives webhooks, as another system of the newsroom would. */
async function listen() {
  const got: string[] = [];
  const server = createServer((asked, answer) => {
    let body = '';
    asked.on('data', (chunk: Buffer) => (body += chunk.toString()));
    asked.on('end', () => {
      got.push(JSON.stringify(asked.headers) + body);
      answer.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close: () => server.close(),
  };
}

async function decide(desk: Page, words: string, button: string) {
  await desk.goto('/newsroom/comments?order=newest');
  await desk
    .getByRole('article')
    .filter({ hasText: words })
    .getByRole('button', { name: button, exact: true })
    .click();
  await expect(desk.getByRole('article').filter({ hasText: words })).toHaveAttribute(
    'data-queue-card',
    'done',
  );
}

test('through the whole life of a comment, its writer’s address is in no public page, log or file', async ({
  page,
  browser,
  request,
}) => {
  // Reads every public page at each of eight steps.
  test.setTimeout(900_000);
  const hook = await listen();
  setSetting('webhookUrl', hook.url);
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk);
  const path = findArticle('المياه تصل');
  await page.goto(path);
  await page.getByLabel('أخبرني بالبريد').check();
  await writeComment(page, { body: 'خبر سار لأهل الحي العالي', name: 'نادر', email: ADDRESS });
  await expect(page.getByRole('article', { name: 'تعليقك' })).toBeVisible();
  const own = page.url();
  const status = (await page.getByRole('link', { name: 'حالة تعليقك' }).getAttribute('href'))!;
  const coded = await request.get(status.replace('/comments/', '/%63omments/'), { maxRedirects: 0 });
  expect([coded.status(), coded.headers().location]).toEqual([308, status]);
  expect((await request.get(status)).headers()['cache-control']).toBe('private, no-store');
  // The writer's own pages have the words of the comment, but not the address.
  const check = async () => {
    await expectPublicClean(request, [
      own,
      status,
      path,
      '/nowhere',
      '/comments/mine',
      '/en/comments/mine',
      '/comments/open/none',
    ]);
    for (const place of [own, status, path, '/comments/mine', '/en/comments/mine']) {
      const answer = await page.request.get(place);
      expectClean(`to its writer, ${place}`, (await answer.text()) + JSON.stringify(answer.headers()));
    }
  };
  await test.step('waiting', check);

  await page.goto(status);
  await page.getByText('تعديل التعليق', { exact: true }).click();
  await page.getByLabel('التعليق').fill('خبر سار لأهل الحي العالي، بعد طول انتظار');
  await page.getByRole('button', { name: 'حفظ التعديل' }).click();
  await expect(page.getByRole('status')).toContainText('بانتظار المراجعة');
  await test.step('edited', () => expectPublicClean(request, [own, status]));

  await decide(desk, 'بعد طول انتظار', 'اعتماد');
  const html = await (await request.get(path)).text();
  expect(html).toContain('بعد طول انتظار');
  expect(/<script type="application\/ld\+json">.*بعد طول انتظار/s.test(html)).toBe(true);
  await test.step('approved', check);

  const id = readTable('comments').find((row) => String(row.body).includes('بعد طول انتظار'))!.id as string;
  await page.goto(`${commentsPath(path)}/${id}/report`);
  await page.getByLabel('خطأ في الوقائع').check();
  await page.getByLabel('تفاصيل تعيننا على الفهم').fill('الحي العالي غير المذكور');
  await page.getByRole('button', { name: 'إرسال البلاغ' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'وصل بلاغك' })).toBeVisible();
  await test.step('reported', () => expectPublicClean(request, [own, status, path]));

  await expect
    .poll(() => {
      passMinute();
      return countJobs();
    })
    .toBe(0);
  const mails = readMails().filter(({ to }) => to.includes(ADDRESS));
  expect(mails).toHaveLength(1);
  for (const mail of readMails()) {
    // Commenters of other tests get mail too: each address is only in the `To` of its own mail.
    const { to, ...headers } = mail.headers;
    expectClean('mail', JSON.stringify(headers) + mail.text + mail.html);
    expect(to === ADDRESS || !mail.raw.includes(ADDRESS), 'mail to another').toBe(true);
  }

  await desk.goto('/newsroom/comments?status=reported');
  await desk
    .getByRole('article')
    .filter({ hasText: 'بعد طول انتظار' })
    .getByRole('button', { name: 'رفض', exact: true })
    .click();
  await expect(desk.getByRole('article').filter({ hasText: 'بعد طول انتظار' })).toHaveAttribute(
    'data-queue-card',
    'done',
  );
  await page.goto(status);
  await expect(page.getByRole('status')).toContainText('لم ننشر هذا التعليق');
  await test.step('refused', check);
  expectKeptClean();

  await desk.goto('/newsroom/comments/privacy');
  await desk.getByLabel('البريد الإلكتروني').fill(ADDRESS);
  await desk.getByRole('button', { name: 'ابحث' }).click();
  expect(desk.url()).not.toMatch(CANARY);
  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'تصدير JSON' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain(ADDRESS);
  await test.step('exported', () => expectPublicClean(request, [own, status, path]));
  expectKeptClean();
  await desk.getByRole('link', { name: 'محو هذا الشخص' }).click();
  await desk.getByRole('button', { name: 'نعم، امحُ' }).click();
  await expect(desk.getByText('مُحيت بيانات تعليق واحد')).toBeVisible();
  await test.step('erased', check);
  expectKeptClean();
  expect(readTable('comment_contacts').filter((row) => row.comment_id === id)).toEqual([]);
  expect(readTable('audit_log').map((row) => row.action)).toEqual(
    expect.arrayContaining(['privacy.exported', 'privacy.erased']),
  );

  await expect
    .poll(() => {
      passMinute();
      return countJobs();
    })
    .toBe(0);
  expect(hook.got.length).toBeGreaterThanOrEqual(3);
  for (const body of hook.got) expectClean('webhook', body);
  setSetting('webhookUrl', '');
  hook.close();
  await desk.context().close();
});

test('an error response repeats an address only in the form that sent it, and the log has none', async ({
  request,
}) => {
  const path = findArticle('مكتبة عامة');
  const send = async (fields: Record<string, string>, to = `${path}/comments`) => {
    const form = {
      body: 'تعليق عادي',
      name: 'ليلى',
      email: ADDRESS,
      website: '',
      token: formToken(path),
      ...fields,
    };
    const answer = await request.post(to, { form, maxRedirects: 0 });
    const text = await answer.text();
    const field = /<input id="comment-email"[^>]*value="([^"]*)"/.exec(text)?.[1];
    return {
      status: answer.status(),
      field,
      rest: text.replace(`value="${ADDRESS}"`, '') + JSON.stringify(answer.headers()),
    };
  };
  // The address is in its field, and only once.
  const refused = { body: 422, again: 409, fast: 429 };
  const missing = await send({ body: '' });
  await send({});
  const again = await send({});
  const fast = await send({ body: 'تعليق آخر في الحال' });
  expect({ body: missing.status, again: again.status, fast: fast.status }).toEqual(refused);
  for (const [kind, answer] of Object.entries({ missing, again, fast })) {
    expect(`${kind} ${answer.field}`).toBe(`${kind} ${ADDRESS}`);
    expectClean(kind, answer.rest);
  }
  passHour();
  const big = await send({ body: 'x'.repeat(300_000) });
  const gone = await send({}, '/local/999999/x/comments');
  const unknown = await request.get(`/nowhere?email=${ADDRESS}`);
  const noForm = await request.post(`${path}/comments`, {
    data: `{"email":"${ADDRESS}"}`,
    headers: { 'content-type': 'application/json' },
    maxRedirects: 0,
  });
  const noMethod = await request.put(`${path}?email=${ADDRESS}`, { data: ADDRESS });
  const malformed = await request.get(`/%E0%A4%A?email=${ADDRESS}`);
  const plain = [
    ['404 page', 404, unknown],
    ['400 form', 400, noForm],
    ['405', 405, noMethod],
    ['400 address', 400, malformed],
  ] as const;
  for (const [kind, code, answer] of plain) {
    expect(`${kind} ${answer.status()}`).toBe(`${kind} ${code}`);
    expectClean(kind, (await answer.text()) + JSON.stringify(answer.headers()));
  }
  expect([big.status, gone.status]).toEqual([413, 404]);
  expectClean('413', big.rest);
  expectClean('404 form', gone.rest);

  // A bug of the server: an error is thrown while it processes the form.
  await withTrigger(
    "create trigger broken before insert on comment_contacts begin select raise(abort, 'broken by a test'); end",
    'broken',
    async () => {
      const broken = await send({ body: 'ما لن يُحفظ بسبب عطل عندنا' });
      expect(broken.status).toBe(500);
      expectClean('500', broken.rest);
      expect(broken.rest).not.toMatch(/broken by a test|at \w+ \(|node_modules|SQLITE/);
    },
  );
  // The log has the error, but not the reader's input and not the values made from it.
  expect(readServerLog()).toContain('broken by a test');
  const broken = readServerLog().slice(readServerLog().indexOf('insert into "comment_contacts"'));
  expect(broken).toMatch(/^params: *$[\s\S]*params: \[\]/m);
  expectKeptClean();
});

test('a very long address gets a page without technical details', async ({ request }) => {
  // Close to the longest URL that Node accepts, in every place where a page reads one.
  const long = 'ط'.repeat(2000);
  for (const path of [`/${long}`, `/tag/${long}`, `/search?q=${long}`, `/local?page=${'9'.repeat(400)}`]) {
    const answer = await request.get(encodeURI(path), { maxRedirects: 0 });
    expect([200, 404, 414, 431]).toContain(answer.status());
    expect(await answer.text()).not.toMatch(/at \w+ \(|node_modules|SQLITE|Error:/);
  }
});
