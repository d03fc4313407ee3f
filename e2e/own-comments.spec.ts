import { readMails } from './instance.ts';
import { canary, CANARY, expect, findArticle, formToken, test, writeComment } from './journey.ts';
import {
  addComment,
  becomeWriter,
  cookieOf,
  countJobs,
  passMinute,
  readTable,
  removeComments,
  setComment,
} from './discussion.ts';

test.afterEach(() => removeComments('e2e'));

for (const scripts of [true, false]) {
  test.describe(`a writer and a stranger (scripts ${scripts ? 'on' : 'off'})`, () => {
    test.use({ javaScriptEnabled: scripts });

    test('the URL after sending shows everything to the writer and nothing to a stranger', async ({
      page,
      browser,
      baseURL,
    }) => {
      const words = `سر لا يخرج من هذا المتصفح (${scripts})`;
      const path = findArticle('مكتبة عامة');
      await page.goto(path);
      await writeComment(page, { body: words, name: 'كاتمة السر', email: canary(`bar.${scripts}`) });
      const own = page.getByRole('article', { name: 'تعليقك' });
      await expect(own).toContainText(words);
      await expect(page.getByRole('status').filter({ hasText: 'لا يراه الآن غيرك' })).toBeVisible();
      const bar = page.url();
      const id = new URL(bar).searchParams.get('at')!;
      // The URL has no signature: an id gives no access.
      expect(bar).not.toMatch(/comment=|\.[\w-]{20}/);
      setComment(id, { reason_code: 'irrelevant', reason_note: 'ملاحظة للكاتبة وحدها', status: 'rejected' });
      const strangers = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: scripts });
      const stranger = await strangers.newPage();
      for (const address of [
        bar,
        `/comments/${id}`,
        `/comments/${id}.AAAA`,
        `${path}?comment=${id}.AAAA`,
        '/comments/mine',
      ]) {
        await stranger.goto(address);
        const html = await stranger.content();
        expect([address, /سر لا يخرج|كاتمة السر|ملاحظة للكاتبة|لا يتصل بموضوع/.exec(html)?.[0]]).toEqual([
          address,
          undefined,
        ]);
      }
      for (const act of ['edit', 'withdraw', 'appeal']) {
        const form = { body: 'نص كتبه غريب', name: 'غريب', text: 'اعتراض غريب' };
        const answer = await strangers.request.post(`/comments/${id}/${act}`, { form, maxRedirects: 0 });
        expect([act, answer.status() >= 400]).toEqual([act, true]);
      }
      const [row] = readTable('comments').filter((each) => each.id === id);
      expect([row!.body, row!.status]).toEqual([words, 'rejected']);
      await strangers.close();
      await page.goto(`/comments/${id}`);
      await expect(page.getByText('ملاحظة للكاتبة وحدها')).toBeVisible();
    });

    test('a writer who left finds the pending comment in its place, on «تعليقاتي», and by a link after sending it twice', async ({
      page,
      browser,
      baseURL,
    }) => {
      const words = `تعليق تركته وعدت إليه (${scripts})`;
      const path = findArticle('مكتبة عامة');
      await page.goto(path);
      await writeComment(page, { body: words, name: 'عائدة', email: canary(`back.${scripts}`) });
      await expect(page.getByRole('article', { name: 'تعليقك' })).toBeVisible();
      await page.goto('/');
      const returned = page.waitForResponse(
        (response) => new URL(response.url()).pathname === new URL(path, baseURL).pathname,
      );
      await page.goto(path);
      expect((await returned).headers()['cache-control']).toBe('private, no-store');
      await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText(words);
      await expect(page.getByRole('article', { name: 'تعليقك' })).toContainText('بانتظار المراجعة');

      // Sending the same words again gives a link to the comment.
      await writeComment(page, { body: words, name: 'عائدة', email: canary(`back.${scripts}`) });
      await page.getByRole('alert').getByRole('link', { name: 'تجده وحالته في «تعليقاتي»' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('تعليقاتي');
      const entry = page.getByRole('listitem').filter({ hasText: words });
      await expect(entry).toContainText('تعليقك بانتظار المراجعة');
      await entry.getByRole('link', { name: 'حالة التعليق وتعديله' }).click();
      await page.getByText('تعديل التعليق', { exact: true }).click();
      await page.getByLabel('التعليق').fill(`${words} وعدّلته`);
      await page.getByRole('button', { name: 'حفظ التعديل' }).click();
      await expect(page.locator('blockquote')).toContainText('وعدّلته');

      const others = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: scripts });
      const answer = await others.request.get(path);
      expect(answer.headers()['cache-control']).toContain('public');
      expect(await answer.text()).not.toContain('تعليق تركته وعدت إليه');
      // After the decision the writer gets the same cached page as all readers.
      const id = readTable('comments').find((row) => String(row.body).includes(`(${scripts}) وعدّلته`))!
        .id as string;
      setComment(id, { status: 'rejected', reason_code: 'irrelevant' });
      expect((await page.request.get(path)).headers()['cache-control']).toContain('public');
      await page.goto('/comments/mine');
      await expect(page.getByRole('listitem').filter({ hasText: words })).toContainText(
        'لا يتصل بموضوع المقال.',
      );
      await page.getByRole('link', { name: 'حالة التعليق والاعتراض على القرار' }).first().click();
      await expect(page.getByText('الاعتراض على القرار')).toBeVisible();
      await others.close();
    });
  });
}

test('a pending reply is shown to its writer below its parent, and is not cached for others', async ({
  page,
  request,
}) => {
  const path = findArticle('مكتبة عامة');
  const opening = addComment({
    articlePath: path,
    body: 'كلام يُرد عليه',
    name: 'صاحب الكلام',
    writerId: 'another',
  });
  addComment({
    articlePath: path,
    body: 'ردّ ينتظر مكانه',
    name: 'صاحبة الرد',
    status: 'pending',
    replyTo: opening,
  });
  addComment({ articlePath: path, body: 'سر لغيرها', status: 'pending', writerId: 'another' });
  await becomeWriter(page.context());
  await page.goto(path);
  const thread = page.getByRole('listitem').filter({ hasText: 'كلام يُرد عليه' }).first();
  await expect(thread.locator('.replies').getByRole('article', { name: 'تعليقك' })).toContainText(
    'ردّ ينتظر مكانه',
  );
  await expect(page.getByText('سر لغيرها')).toHaveCount(0);
  const forged = cookieOf('e2e').slice(0, -2);
  const strangers: Record<string, string>[] = [
    {},
    { cookie: forged },
    { cookie: 'writer=e2e' },
    { cookie: cookieOf('nobody') },
  ];
  for (const headers of strangers) {
    const answer = await request.get(path, { headers });
    expect(await answer.text()).not.toContain('ينتظر مكانه');
    expect(answer.headers()['cache-control']).toContain('public');
  }
  removeComments('another');
});

test('an old URL with a signature opens the comment for its writer, and an empty page for a stranger', async ({
  request,
}) => {
  const { id } = addComment({ articlePath: findArticle('مكتبة عامة'), body: 'سر أول', status: 'pending' });
  const second = addComment({ articlePath: findArticle('مكتبة عامة'), body: 'سر ثان', status: 'pending' });
  const own = await request.get(`/comments/${id}`, { headers: { cookie: cookieOf('e2e') } });
  expect(own.headers()['cache-control']).toBe('private, no-store');
  const html = await own.text();
  expect(html).toMatch(/<meta name="robots" content="noindex, nofollow"/);
  expect(html).toMatch(/أمامه في الدور|هو التالي في الدور/);
  expect(html).toContain('سر أول');
  expect(html).not.toContain('سر ثان');
  expect(
    await (
      await request.get(`/comments/${id}.old-signature`, { headers: { cookie: cookieOf('e2e') } })
    ).text(),
  ).toContain('سر أول');
  for (const cookie of [cookieOf('another'), `writer=e2e`, '']) {
    for (const forged of [second.id, `${id}.`, 'x', id.toUpperCase()]) {
      const answer = await request.get(`/comments/${forged}`, { headers: { cookie } });
      expect(new URL(answer.url()).pathname).toBe('/comments/mine');
      expect(await answer.text()).not.toContain('سر ');
    }
  }
  const unknown = await request.post(`/comments/${id}/publish`, {
    form: { x: 'x' },
    headers: { cookie: cookieOf('e2e') },
  });
  expect(unknown.status()).toBe(404);
});

test.describe('in another browser, without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a mailed link opens one’s comments once, after a click on its button; requesting it reveals nothing', async ({
    page,
    browser,
    baseURL,
  }) => {
    const address = canary('elsewhere');
    const path = findArticle('مكتبة عامة');
    await page.goto(path);
    await writeComment(page, { body: 'كتبته على الهاتف', name: 'متنقلة', email: address });
    await expect(page.getByRole('article', { name: 'تعليقك' })).toBeVisible();

    const desktop = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
    const second = await desktop.newPage();
    await second.goto('/comments/mine');
    await expect(second.getByText('لا نعرف في هذا المتصفح تعليقًا لك')).toBeVisible();
    const ask = async (typed: string) => {
      const answer = await desktop.request.post('/comments/mine/link', {
        form: { email: typed },
        maxRedirects: 0,
      });
      return {
        status: answer.status(),
        headers: { ...answer.headers(), date: '' },
        body: await answer.text(),
      };
    };
    expect(await ask(address)).toEqual(await ask(canary('nobody.wrote')));
    await second.getByLabel('البريد الإلكتروني').fill('ليس بريدًا');
    await second.getByRole('button', { name: 'إرسال الرابط' }).click();
    await expect(second.getByRole('alert')).toContainText('اكتب عنوان بريد صحيحًا');
    await expect(second.getByLabel('البريد الإلكتروني')).toHaveValue('ليس بريدًا');
    await second.getByLabel('البريد الإلكتروني').fill(address);
    await second.getByRole('button', { name: 'إرسال الرابط' }).click();
    await expect(second.getByRole('status')).toContainText('إن كان عندنا تعليق أُرسل بهذا البريد');

    await expect
      .poll(() => {
        passMinute();
        return countJobs();
      })
      .toBe(0);
    const mails = readMails().filter(({ text }) => text.includes('/comments/open/'));
    expect(mails.map(({ to }) => to.includes(address))).toEqual([true, true]);
    for (const { text, html } of mails) expect(text + html).not.toMatch(CANARY);
    const link = /https?:\/\/\S+\/comments\/open\/[\w-]+/.exec(mails[1]!.text)![0];

    // Mail programs fetch the link first. That opens nothing and shows nothing.
    const looked = await desktop.request.get(link);
    expect(looked.headers()['cache-control']).toBe('private, no-store');
    expect(looked.headers()['set-cookie']).toBeUndefined();
    expect(await looked.text()).not.toContain('كتبته على الهاتف');
    await desktop.request.get(`${link}/confirm`);
    await second.goto('/comments/mine');
    await expect(second.getByText('لا نعرف في هذا المتصفح تعليقًا لك')).toBeVisible();
    await second.goto(link);
    await second.getByRole('button', { name: 'نعم، افتحها في هذا المتصفح' }).click();
    await expect(second).toHaveURL(/\/comments\/mine$/);
    await expect(second.getByRole('listitem').filter({ hasText: 'كتبته على الهاتف' })).toBeVisible();
    await second.goto(path);
    await expect(second.getByRole('article', { name: 'تعليقك' })).toContainText('كتبته على الهاتف');

    const third = await (await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false })).newPage();
    await third.goto(link);
    await expect(third.getByText('لا يصلح هذا الرابط')).toBeVisible();
    await expect(third.getByRole('button', { name: 'نعم، افتحها' })).toHaveCount(0);
    await third.context().close();
    await desktop.close();
  });
});

test('a browser without cookies is only told that the comment arrived', async ({
  request,
  browser,
  baseURL,
}) => {
  const path = findArticle('مكتبة عامة');
  const form = { body: 'بلا ملف تعريف', name: 'زائر', email: canary('no.cookie'), token: formToken(path) };
  const answer = await request.post(`${path}/comments`, { form, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  const without = await browser.newContext({ baseURL: baseURL! });
  const html = await (await without.request.get(answer.headers().location!)).text();
  expect(html).toContain('وصل التعليق الذي أُرسل من هنا');
  expect(html).not.toContain('بلا ملف تعريف');
  await without.close();
});
