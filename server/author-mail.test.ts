import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { unpublishArticle } from '#db/articles/acts.ts';
import { db } from '#db/engine/client.ts';
import { returnToAuthor, sendToDesk } from '#db/articles/drafts.ts';
import { runDueJobs } from '#db/jobs/jobs.ts';
import { chooseLanguage, findMailbox } from '#db/people/people.ts';
import { jobs } from '#db/tables/tables.ts';
import { addNewsroom, after, MINUTE, NOON } from '#db/testing/articles.ts';
import { publishNow, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { createJobHandlers } from './job-handlers.ts';
import { openMailbox } from './test-mailbox.ts';

let box: Awaited<ReturnType<typeof openMailbox>>;
let editor: Person;
let author: Person;

beforeAll(async () => {
  await addNewsroom();
  box = await openMailbox();
  editor = await addTestPerson('هدى', 'editor');
  author = await addTestPerson('Salma', 'author');
  await chooseLanguage(author.id, 'en');
});
afterAll(() => box.close());
afterEach(async () => {
  box.received.length = 0;
  box.state.refuses = 0;
  await db().delete(jobs);
});

const deliver = (now: Date) =>
  runDueJobs(
    createJobHandlers(
      createMailer({
        smtpUrl: box.url,
        mailFrom: 'news@midad.example',
        outboxDir: env.outboxDir,
        siteUrl: env.siteUrl,
      }),
    ),
    () => now,
  );
const addressOf = async ({ id }: Person) => (await findMailbox(id))!.email;

async function giveBack(reason = 'ينقصه رقم <الشاحنات>') {
  const { id } = await write(author, { headline: 'خبر يعود' });
  await sendToDesk(id, author, after(MINUTE));
  expect(await returnToAuthor({ articleId: id, reason }, editor, after(2 * MINUTE))).toEqual({});
  return id;
}

test('mails the author, in the author’s language, that an article was returned and why', async () => {
  await giveBack();
  await deliver(after(3 * MINUTE));
  const [mail, ...others] = box.received;
  expect(others).toEqual([]);
  expect(mail!.to).toEqual([await addressOf(author)]);
  expect(mail!.text).toContain('The desk gave “خبر يعود” back to you');
  expect(mail!.text).toContain('هدى');
  expect(mail!.text).toContain('ينقصه رقم <الشاحنات>');
  expect(mail!.html).toContain('ينقصه رقم &lt;الشاحنات&gt;');
  expect(mail!.text).toMatch(/\/newsroom\/articles\/\d+/);
});

test('sends the mail later when the mail server refused it for some time', async () => {
  await giveBack();
  box.state.refuses = 450;
  await deliver(after(3 * MINUTE));
  expect(box.received).toEqual([]);
  box.state.refuses = 0;
  await deliver(after(10 * MINUTE));
  expect(box.received).toHaveLength(1);
});

test('sends no mail when the author has already sent the article to the desk again', async () => {
  const id = await giveBack();
  await sendToDesk(id, author, after(3 * MINUTE));
  await deliver(after(4 * MINUTE));
  expect(box.received).toEqual([]);
});

test('mails the author at the first publication by another person, and not at later changes', async () => {
  const { id } = await write(author, { headline: 'خبر يُنشر' });
  await publishNow(id, editor, NOON);
  await publishNow(id, editor, after(MINUTE));
  await publishNow((await write(editor, { headline: 'خبر المحررة' })).id, editor, NOON);
  await deliver(after(2 * MINUTE));
  expect(box.received.map(({ to, text }) => [to, text.includes('“خبر يُنشر” is published')])).toEqual([
    [[await addressOf(author)], true],
  ]);
});

test('sends no mail when the article was unpublished before the mail was sent', async () => {
  const { id } = await write(author, { headline: 'خبر يُسحب من النشر' });
  await publishNow(id, editor, NOON);
  expect(await unpublishArticle({ articleId: id }, editor, after(MINUTE))).not.toHaveProperty('fault');
  await deliver(after(2 * MINUTE));
  expect(box.received).toEqual([]);
});
