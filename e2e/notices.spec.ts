import { randomBytes } from 'node:crypto';
import { expect, test } from './journey.ts';
import { askForNotice } from './discussion.ts';

for (const scripts of [true, false]) {
  test.describe(`the links in notice mails (${scripts ? 'scripts on' : 'scripts off'})`, () => {
    test.use({ javaScriptEnabled: scripts });

    test('change nothing when they are opened; one button confirms, another ends the mails', async ({
      page,
      request,
    }) => {
      const notice = askForNotice();
      const path = `/comments/notices/${notice.token}`;
      for (const address of [path, `${path}/choice`]) {
        const answer = await request.get(address);
        expect(answer.url()).toContain(path);
        expect(answer.headers()['cache-control']).toBe('private, no-store');
        expect(await answer.text()).toContain('<meta name="robots" content="noindex, nofollow"/>');
      }
      await request.head(path);
      expect([notice.isConfirmed(), notice.isEnded()]).toEqual([false, false]);

      await page.goto(path);
      await expect(page.getByText('لن نرسل خبرًا عن ردّ قبل أن تؤكد')).toBeVisible();
      await page.getByRole('button', { name: 'نعم، أخبروني بالردود' }).click();
      await expect(page).toHaveURL(path);
      await expect(page.getByText('نخبرك بالبريد إذا رُدّ على تعليقك')).toBeVisible();
      expect([notice.isConfirmed(), notice.isEnded()]).toEqual([true, false]);

      await page.getByRole('button', { name: 'أوقفوا الرسائل كلها' }).click();
      await expect(page.getByText('لا رسائل مرتبطة بهذا الرابط')).toBeVisible();
      expect(notice.isEnded()).toBe(true);
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    });
  });
}

test('one-click unsubscribe of a mail program ends the mails, without a cookie or a redirect', async ({
  request,
}) => {
  const notice = askForNotice();
  const answer = await request.post(`/comments/notices/${notice.token}/choice`, {
    form: { 'List-Unsubscribe': 'One-Click' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(200);
  expect(notice.isEnded()).toBe(true);
  const other = askForNotice();
  const parts = await request.post(`/comments/notices/${other.token}/choice`, {
    multipart: { 'List-Unsubscribe': 'One-Click' },
    maxRedirects: 0,
  });
  expect([parts.status(), other.isEnded()]).toEqual([200, true]);
});

test('an ended token and an unknown token get the same responses', async ({ request }) => {
  const { token } = askForNotice();
  const unknown = randomBytes(32).toString('base64url');
  const ask = async (each: string) => {
    const path = `/comments/notices/${each}`;
    const posts = [];
    const forms: Record<string, string>[] = [
      { 'List-Unsubscribe': 'One-Click' },
      { choice: 'end' },
      { choice: 'confirm' },
      { choice: 'other' },
      {},
    ];
    for (const form of forms) {
      const answer = await request.post(`${path}/choice`, { form, maxRedirects: 0 });
      posts.push([answer.status(), answer.headers()['location']?.replace(each, 'TOKEN') ?? '']);
    }
    const page = await request.get(path);
    return { posts, status: page.status(), html: (await page.text()).replaceAll(each, 'TOKEN') };
  };
  expect(await ask(token)).toEqual(await ask(unknown));
});
