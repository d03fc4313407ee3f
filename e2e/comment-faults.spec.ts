import type { APIRequestContext } from '@playwright/test';
import { canary, expect, findArticle, formToken, test } from './journey.ts';

/** Posts the form without a browser: the fields of the page, with some of them changed. */
async function post(request: APIRequestContext, path: string, fields: Record<string, string>) {
  const token = formToken(path);
  const form = { body: 'تعليق عادي', name: 'ليلى', email: canary('layla'), token, ...fields };
  return request.post(`${path}/comments`, { form, maxRedirects: 0 });
}

let path = '';
test.beforeEach(async () => {
  path = findArticle('مكتبة عامة');
});

test('a comment of 20,000 characters gets 422, and the form keeps all of it', async ({ request }) => {
  const body = 'نص طويل '.repeat(2500).trim();
  const response = await post(request, path, { body });
  expect(response.status()).toBe(422);
  const html = await response.text();
  expect(html).toContain(body);
  expect(html).toContain('اختصره ثم أرسله');
});

test('HTML and scripts in any field are escaped', async ({ request }) => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const response = await post(request, path, { body: evil.repeat(100), name: evil, email: evil });
  expect(response.status()).toBe(422);
  const html = await response.text();
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img src=x');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('a forged, foreign or missing token is rejected, and the form keeps the text', async ({ request }) => {
  for (const token of ['', 'x', '1.2.3', '9999999:1.AAAA']) {
    const response = await post(request, path, { token, body: 'كلام محفوظ' });
    expect(response.status(), `token «${token}»`).toBe(422);
    const html = await response.text();
    expect(html).toContain('مضى وقت طويل');
    expect(html).toMatch(/<textarea[^>]*>كلام محفوظ</);
  }
});

test('control and bidi characters never reach the page', async ({ request }) => {
  const response = await post(request, path, {
    body: 'قبل\u202Eمقلوب\u0007بعد\u2066',
    name: 'سـ\u202Eامي\u200F',
    email: canary('sami'),
  });
  expect(response.status()).toBe(303);
  const own = await (await request.get(response.headers().location!)).text();
  expect(own).toContain('بعد');
  expect(own).not.toMatch(/[\u0007\u202A-\u202E\u2066\u200F]/);
});

test('the same text twice is a duplicate, also when both requests arrive at once', async ({ request }) => {
  const fields = { body: 'مرتان في اللحظة نفسها', email: canary('twice') };
  const answers = await Promise.all([post(request, path, fields), post(request, path, fields)]);
  expect(answers.map((answer) => answer.status()).sort()).toEqual([303, 409]);
  const again = await post(request, path, { ...fields, body: 'مرّتان في اللحظة نفسهـا' });
  expect(again.status()).toBe(409);
});

test('too many comments in a minute get 429, and the form keeps the text', async ({ request }) => {
  const statuses: number[] = [];
  for (let n = 0; n < 4; n++) {
    const answer = await post(request, path, { body: `رأي رقم ${n} في هذا الخبر`, email: canary('fast') });
    statuses.push(answer.status());
    if (answer.status() !== 429) continue;
    expect(await answer.text()).toContain(`رأي رقم ${n} في هذا الخبر`);
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
  }
  expect(statuses).toContain(429);
});

test('a comment on an unknown article gets 404; on a closed article it gets 403 with its text', async ({
  request,
  page,
}) => {
  const unknown = await request.post('/local/999999/x/comments', { form: { body: 'x' }, maxRedirects: 0 });
  expect(unknown.status()).toBe(404);
  await page.goto('/search?q=متحف المنارة');
  const closed = (await page
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('link')
    .first()
    .getAttribute('href'))!;
  const answer = await request.post(`${closed}/comments`, {
    form: { body: 'فات الأوان', name: 'علي', email: canary('late') },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('فات الأوان');
});

test('a body that is too large gets 413 before it is read; a body that is not a form gets 400', async ({
  request,
}) => {
  const big = await request.post(`${path}/comments`, {
    form: { body: 'x'.repeat(300_000) },
    maxRedirects: 0,
  });
  expect(big.status()).toBe(413);
  const noForm = await request.post(`${path}/comments`, {
    data: '{"a":1}',
    headers: { 'content-type': 'application/json' },
    maxRedirects: 0,
  });
  expect(noForm.status()).toBe(400);
});

test('a comment with a filled decoy field gets a success response and is not published', async ({
  request,
  browser,
  baseURL,
}) => {
  const [, decoy = ''] =
    /class="form-extra".*?name="([^"]+)"/s.exec(await (await request.get(path)).text()) ?? [];
  expect(decoy).toMatch(/^[a-z]+_[a-z]+$/);
  const response = await post(request, path, {
    [decoy]: 'https://spam.example',
    body: 'عرض لا يفوت',
    email: canary('bot'),
  });
  expect(response.status()).toBe(303);
  const others = await browser.newContext({ baseURL: baseURL! });
  const page = await (await others.request.get(path)).text();
  await others.close();
  expect(page).not.toContain('عرض لا يفوت');
});
