import { inDatabase } from './in-database.ts';
import { canary, expect, findArticle, test } from './journey.ts';
import {
  addComment,
  becomeWriter,
  readTable,
  removeComments,
  setComment,
  commentsPath,
} from './discussion.ts';
import { fill, send } from './comment-form.ts';

test.afterEach(() => removeComments('e2e'));

const setStatus = (path: string, status: string) =>
  inDatabase(
    (database) =>
      void database
        .prepare('update articles set status = ? where number = ?')
        .run(status, Number(/\/(\d+)\//.exec(path)![1])),
  );

const TABLES = ['comments', 'comment_reports', 'writer_notes'] as const;
const onTables = (sql: (table: string, act: string) => string) =>
  inDatabase((database) => {
    for (const table of TABLES) for (const act of ['insert', 'update']) database.exec(sql(table, act));
  });
/** Makes the database fail like a full disk: reads work, writes do not. */
const breakWrites = () =>
  onTables(
    (table, act) =>
      `create trigger e2e_full_${act}_${table} before ${act} on ${table} begin select raise(abort, 'database or disk is full'); end`,
  );
const mendWrites = () => onTables((table, act) => `drop trigger e2e_full_${act}_${table}`);

for (const scripts of [true, false]) {
  test.describe(`the typed text comes back (scripts ${scripts ? 'on' : 'off'})`, () => {
    test.use({ javaScriptEnabled: scripts });

    for (const [status, code, title] of [
      ['draft', 410, 'المقال غير منشور'],
      ['trash', 410, 'المقال غير منشور'],
      ['retracted', 403, 'سُحب هذا المقال'],
    ] as const) {
      test(`when the article became ${status} meanwhile`, async ({ page }) => {
        const words = `سطر أول (${status})\nوسطر ثانٍ لا يضيع`;
        const path = findArticle('المياه تصل');
        await page.goto(path);
        await fill(page, words, 'gone');
        setStatus(path, status);
        try {
          const answered = page.waitForResponse((response) => response.request().method() === 'POST');
          await send(page);
          const answer = await answered;
          expect(answer.status()).toBe(code);
          await expect(page.getByRole('alert')).toContainText(title);
          await expect(page.getByLabel('ما كتبته')).toHaveValue(words);
        } finally {
          setStatus(path, 'published');
        }
      });
    }

    test('when the reported comment was removed meanwhile', async ({ page }) => {
      const path = findArticle('مكتبة عامة');
      const { id } = addComment({ articlePath: path, body: 'ما سيُحذف', name: 'صاحبه' });
      await page.goto(`${commentsPath(path)}/${id}/report`);
      await page.getByLabel('إساءة أو سباب').check();
      await page.getByLabel('تفاصيل تعيننا على الفهم').fill('تفاصيل كتبتها بعناية');
      setComment(id, { status: 'trash' });
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: 'إرسال البلاغ' }).click();
      expect((await answered).status()).toBe(410);
      await expect(page.getByRole('alert')).toContainText('حُذف هذا التعليق قبل أن يصل بلاغك');
      await expect(page.getByLabel('ما كتبته')).toHaveValue('تفاصيل كتبتها بعناية');
      // The link on a page that is still open leads back to the article, with a message.
      await page.goto(`${commentsPath(path)}/${id}/report`);
      await expect(page.getByRole('status').filter({ hasText: 'حُذف هذا التعليق' })).toBeVisible();
    });

    test('when the cookie was lost while editing or appealing', async ({ page }) => {
      const path = findArticle('مكتبة عامة');
      const pending = addComment({ articlePath: path, body: 'قبل', status: 'pending' });
      const rejected = addComment({ articlePath: path, body: 'رُفض', status: 'rejected' });
      for (const [id, open, label, button] of [
        [pending.id, 'تعديل التعليق', 'التعليق', 'حفظ التعديل'],
        [rejected.id, 'الاعتراض على القرار', 'لماذا ترى أن يُنشر؟', 'إرسال الاعتراض'],
      ] as const) {
        await becomeWriter(page.context());
        await page.goto(`/comments/${id}`);
        await page.getByText(open, { exact: true }).click();
        await page.getByLabel(label).fill(`كلام طويل لا يُعاد كتابته: ${label}`);
        await page.context().clearCookies();
        const answered = page.waitForResponse((response) => response.request().method() === 'POST');
        await page.getByRole('button', { name: button }).click();
        expect((await answered).status()).toBe(403);
        await expect(page.getByLabel('ما كتبته')).toHaveValue(`كلام طويل لا يُعاد كتابته: ${label}`);
      }
      expect(readTable('comments').find(({ id }) => id === pending.id)!.body).toBe('قبل');
    });

    test('when the database rejects the write, and sending it again succeeds', async ({ page }) => {
      const path = findArticle('مكتبة عامة');
      const published = addComment({ articlePath: path, body: 'ما يُبلَّغ عنه', name: 'صاحبه' });
      const pending = addComment({ articlePath: path, body: 'قبل', status: 'pending' });
      const rejected = addComment({ articlePath: path, body: 'رُفض', status: 'rejected' });
      const attempts: { open: () => Promise<unknown>; label: string; button: string; code: number }[] = [
        {
          open: async () => {
            await page.goto(path);
            await fill(page, '', 'disk');
          },
          label: 'التعليق *',
          button: 'إرسال التعليق',
          code: 500,
        },
        {
          open: async () => {
            await page.goto(`${commentsPath(path)}/${published.id}/report`);
            await page.getByLabel('إساءة أو سباب').check();
          },
          label: 'تفاصيل تعيننا على الفهم',
          button: 'إرسال البلاغ',
          code: 500,
        },
        ...[
          [pending.id, 'تعديل التعليق', 'التعليق', 'حفظ التعديل'],
          [rejected.id, 'الاعتراض على القرار', 'لماذا ترى أن يُنشر؟', 'إرسال الاعتراض'],
        ].map(([id = '', open = '', label = '', button = '']) => ({
          open: async () => {
            await becomeWriter(page.context());
            await page.goto(`/comments/${id}`);
            await page.getByText(open, { exact: true }).click();
          },
          label,
          button,
          code: 500,
        })),
      ];
      for (const { open, label, button, code } of attempts) {
        const words = `كلام والقرص ممتلئ: ${label}`;
        await open();
        const field = page.getByLabel(label, { exact: true });
        await field.fill(words);
        const send = async () => {
          const answered = page.waitForResponse((response) => response.request().method() === 'POST');
          await page.getByRole('button', { name: button, exact: true }).click();
          return (await answered).status();
        };
        breakWrites();
        try {
          let status = await send();
          // The form of a cached page shows a preview first.
          if (status === 200) status = await send();
          expect(status, label).toBe(code);
          await expect(page.getByRole('alert').filter({ hasText: 'لخلل عندنا' })).toBeVisible();
          await expect(field).toHaveValue(words);
        } finally {
          mendWrites();
        }
        expect(await send(), label).toBe(303);
        // Waits for the next page: another navigation before it would abort the response.
        await expect(page.getByRole('alert').filter({ hasText: 'لخلل عندنا' })).toBeHidden();
      }
    });
  });
}

test('an article that was never published gets the same response as one that does not exist', async ({
  request,
}) => {
  const path = findArticle('المياه تصل');
  const number = Number(/\/(\d+)\//.exec(path)![1]);
  const post = async (to: string) => {
    const answer = await request.post(`${to}/comments`, {
      form: { body: 'كلام', name: 'س', email: canary('never') },
      maxRedirects: 0,
    });
    return [answer.status(), await answer.text()];
  };
  const at = inDatabase(
    (database) =>
      database.prepare('select published_at from articles where number = ?').pluck().get(number) as number,
  );
  const set = (published: number | null, status: string) =>
    inDatabase(
      (database) =>
        void database
          .prepare('update articles set published_at = ?, status = ? where number = ?')
          .run(published, status, number),
    );
  try {
    set(null, 'draft');
    const draft = await post(path);
    set(Date.now() + 3_600_000, 'published');
    const scheduled = await post(path);
    const nothing = await post('/local/999999/x');
    expect(draft).toEqual(nothing);
    expect(scheduled).toEqual(nothing);
    expect(nothing[0]).toBe(404);
    expect(nothing[1]).toContain('كلام');
  } finally {
    set(at, 'published');
  }
});
