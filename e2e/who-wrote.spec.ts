import { randomUUID } from 'node:crypto';
import type { APIResponse, Browser } from '@playwright/test';
import { inDatabase } from './in-database.ts';
import { canary, expect, findArticle, formToken, test } from './journey.ts';
import { addComment, cookieOf, readTable, removeComments, setSetting } from './discussion.ts';

/*
 * A person who types an address must not learn what its owner wrote. The same comment is sent with the right
 * address and with a wrong one, and the whole responses are compared.
 */
const RIGHT = canary('secret.person');
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
let guesses = 0;

/** A response without what differs each time: ids, cookies, times, tokens, the typed address. */
async function wholeOf(answer: APIResponse, typed: string) {
  const headers = Object.entries(answer.headers()).filter(
    ([name]) => name !== 'date' && name !== 'content-length',
  );
  const text = JSON.stringify({ status: answer.status(), headers, body: await answer.text() });
  return text
    .replaceAll(ID, 'ID')
    .replaceAll(/writer=[^;"]+/g, 'writer')
    .replaceAll(typed, 'TYPED')
    .replaceAll(/<time.*?<\/time>/g, 'TIME')
    .replaceAll(/(?:fresh|returned|shared):[\w:.-]+/g, 'token')
    .replaceAll(/"etag","[^"]+"/g, 'etag');
}

/** Sends from an unknown browser and network; `cookie` makes it a known browser. */
async function guess(
  browser: Browser,
  baseURL: string,
  path: string,
  body: string,
  email: string,
  cookie = '',
) {
  guesses += 1;
  const context = await browser.newContext({
    baseURL,
    extraHTTPHeaders: {
      'x-forwarded-for': `10.${150 + (guesses % 100)}.${Math.floor(guesses / 100)}.1`,
      ...(cookie && { cookie }),
    },
  });
  const answer = await context.request.post(`${path}/comments`, {
    form: { body, name: 'مخمّن', email, token: formToken(path) },
    maxRedirects: 0,
  });
  const first = await wholeOf(answer, email);
  const to = answer.headers().location;
  const own = to ? await wholeOf(await context.request.get(to.split('#')[0]!), email) : '';
  const mine = await wholeOf(await context.request.get('/comments/mine'), email);
  await context.close();
  return [first, own, mine];
}

const removeOf = (words: string) =>
  inDatabase((database) => void database.prepare('delete from comments where body like ?').run(`%${words}%`));

test('a duplicate, too many comments, slow mode and a ban get the same response with the right and a wrong address', async ({
  browser,
  baseURL,
}) => {
  const path = findArticle('مكتبة عامة');
  const words = `قلت هذا مرة ${randomUUID()}`;
  const compare = async (what: string, said = `${words} ${what}`) => {
    const right = await guess(browser, baseURL!, path, said, RIGHT);
    // The next guess must not be compared with the comment of this one.
    removeComments(
      readTable('comments')
        .filter((row) => row.body === said)
        .at(-1)!.writer_id as string,
    );
    const wrong = await guess(browser, baseURL!, path, said, canary('wrong.guess'));
    removeComments(
      readTable('comments')
        .filter((row) => row.body === said)
        .at(-1)!.writer_id as string,
    );
    expect([what, right]).toEqual([what, wrong]);
    expect(right[0]).toContain('"status":303');
  };
  await guess(browser, baseURL!, path, words, RIGHT);
  inDatabase(
    (database) => void database.prepare("update comments set status = 'approved' where body = ?").run(words),
  );
  await compare('duplicate', words);
  for (let n = 0; n < 3; n++) await guess(browser, baseURL!, path, `${words} و${n}`, RIGHT);
  await compare('limit');
  setSetting('slowModeUntil', new Date(Date.now() + 600_000).toISOString());
  await compare('slow mode');
  setSetting('slowModeUntil', '');
  const { email_index: key } = readTable('comment_contacts').find((row) =>
    readTable('comments').some(({ id, body }) => id === row.comment_id && String(body).startsWith(words)),
  )!;
  const user = readTable('users')[0]!.id;
  const ban = randomUUID();
  inDatabase(
    (database) =>
      void database
        .prepare(
          "insert into bans (id, kind, key, reason, user_id, created_at) values (?, 'email', ?, '', ?, ?)",
        )
        .run(ban, key, user, Date.now()),
  );
  await compare('ban');
  inDatabase((database) => void database.prepare('delete from bans where id = ?').run(ban));
  removeOf(words);
});

test('an edit reveals no more than sending, and a trusted browser no more than another', async ({
  browser,
  baseURL,
  request,
}) => {
  const path = findArticle('مكتبة عامة');
  const words = `كلام يخمّنه غيري ${randomUUID()}`;
  await guess(browser, baseURL!, path, words, RIGHT);
  const edits = [];
  for (const [n, email] of [RIGHT, canary('wrong.edit')].entries()) {
    const answers = await guess(
      browser,
      baseURL!,
      path,
      `تمهيد ${randomUUID()}`,
      email,
      cookieOf(`editor-${n}`),
    );
    const id = readTable('comments').findLast((row) => row.writer_id === `editor-${n}`)!.id as string;
    const edited = await request.post(`/comments/${id}/edit`, {
      form: { name: 'مخمّن', body: words },
      headers: { cookie: cookieOf(`editor-${n}`) },
      maxRedirects: 0,
    });
    edits.push([edited.status(), answers[0]!.includes('303')]);
    removeComments(`editor-${n}`);
  }
  expect(edits).toEqual([
    [303, true],
    [303, true],
  ]);

  setSetting('trustAfter', '1');
  inDatabase(
    (database) => void database.prepare(`update settings set value = '1' where key = 'trustAfter'`).run(),
  );
  const trusted = [];
  for (const [n, email] of [RIGHT, canary('wrong.trust')].entries()) {
    const writerId = `trusted-${n}`;
    const { id } = addComment({
      articlePath: path,
      body: `نُشر من قبل ${n}`,
      writerId,
      at: new Date(Date.now() - 86_400_000),
    });
    inDatabase(
      (database) =>
        void database
          .prepare('update comments set reviewed_at = ? where id = ?')
          .run(Date.now() - 80_000_000, id),
    );
    await guess(browser, baseURL!, path, `رأي موثوق ${randomUUID()}`, email, cookieOf(writerId));
    trusted.push(readTable('comments').findLast((row) => row.writer_id === writerId)!.status);
    removeComments(writerId);
  }
  expect(trusted).toEqual(['pending', 'pending']);
  inDatabase((database) => void database.prepare(`delete from settings where key = 'trustAfter'`).run());
  removeOf(words);
});
