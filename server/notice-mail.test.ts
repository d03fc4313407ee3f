import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { env } from '#lib/env.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { enqueueJob, runDueJobs } from '#db/jobs/jobs.ts';
import {
  confirmNotice,
  endNotices,
  eraseEndedNotices,
  getNotice,
  noticeToken,
  requestNotice,
} from '#db/comments/notices.ts';
import { changeSettings, getSiteName } from '#db/paper/settings.ts';
import { articles, commentNotices, comments, jobs, settings, type Comment } from '#db/tables/tables.ts';
import {
  addComment,
  addNewsroom,
  after,
  DAY,
  MINUTE,
  NOON,
  publish,
  setStatus,
} from '#db/testing/articles.ts';
import { createJobHandlers } from './job-handlers.ts';
import { openMailbox, type Received } from './test-mailbox.ts';

const SITE = 'https://midad.example';
let box: Awaited<ReturnType<typeof openMailbox>>;
let articleId = '';
let number = 0;

beforeAll(async () => {
  await addNewsroom();
  box = await openMailbox();
});
afterAll(() => box.close());
beforeEach(async () => {
  ({ id: articleId, number } = await publish({ headline: 'مكتبة جديدة في Tripoli' }));
});
afterEach(async () => {
  vi.restoreAllMocks();
  box.received.length = 0;
  box.state.refuses = 0;
  await db().delete(jobs);
  await db().delete(comments);
});

const handlers = () =>
  createJobHandlers(
    createMailer({
      smtpUrl: box.url,
      mailFrom: 'مداد <news@midad.example>',
      outboxDir: env.outboxDir,
      siteUrl: SITE,
    }),
  );

/** A comment whose writer gave an address and, with `asks`, requested notices. */
async function write(
  email: string,
  { asks = true, ...given }: Partial<Comment> & { asks?: boolean } = {},
): Promise<string> {
  const id = await addComment(articleId, { status: 'pending', ...given });
  await db().transaction(async (tx) => {
    await keepContact(tx, id, { email, address: '192.0.2.1' }, NOON);
    if (asks) await requestNotice(tx, { commentId: id, email }, NOON);
  });
  return id;
}

const replyTo = (parentId: string, email: string, given: Partial<Comment> & { asks?: boolean } = {}) =>
  write(email, { parentId, threadId: parentId, depth: 1, asks: false, ...given });

async function decide(commentId: string, event: 'approved' | 'refused' = 'approved', now = NOON) {
  await db().transaction(async (tx) => {
    await setStatus(tx, commentId, event === 'approved' ? 'approved' : 'rejected');
    await enqueueJob(tx, 'notice', { commentId, event }, now);
  });
}

/** Runs the due jobs twice, a minute apart, until all due mail has been sent. */
async function deliver(now = NOON): Promise<Received[]> {
  const before = box.received.length;
  await runDueJobs(handlers(), () => now);
  await runDueJobs(handlers(), () => new Date(now.getTime() + MINUTE));
  return box.received.slice(before);
}

/** A comment whose writer got the publication mail and has confirmed. */
async function confirmed(email: string, given: Partial<Comment> = {}) {
  const id = await write(email, given);
  await decide(id);
  await deliver();
  await confirmNotice(noticeToken(id), NOON);
  return id;
}

describe('a writer who requested notices', () => {
  it('gets no mail about a comment under an article that is no longer public', async () => {
    const id = await write('nour@birds.example');
    await db().update(articles).set({ status: 'draft', headline: 'عنوان لم يُنشر' });
    await decide(id);
    expect(await deliver()).toEqual([]);
    expect(await getNotice(noticeToken(id), NOON)).toMatchObject({ isPublic: false });
  });

  it('gets no mail before a moderator approves the comment, then one mail with a link to confirm', async () => {
    const id = await write('amal@birds.example');
    expect(await deliver()).toEqual([]);
    await decide(id);
    const [mail, ...more] = await deliver();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ from: 'news@midad.example', to: ['amal@birds.example'] });
    expect(mail!.headers).toMatchObject({
      from: 'مداد <news@midad.example>',
      to: 'amal@birds.example',
      subject: 'نُشر تعليقك على «\u2068مكتبة جديدة في Tripoli\u2069»',
      'auto-submitted': 'auto-generated',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'mime-version': '1.0',
    });
    const token = noticeToken(id);
    expect(mail!.headers['list-unsubscribe']).toMatch(
      new RegExp(`^<https?://[^ ]+/comments/notices/${token}/choice>$`),
    );
    expect(mail!.headers['message-id']).toMatch(/^<[0-9a-f]{64}a@midad\.example>$/);
    for (const form of [mail!.text, mail!.html]) {
      expect(form).toContain('طُلب مع هذا التعليق');
      expect(form).toContain(`/comments/notices/${token}`);
      expect(form).not.toContain('amal@');
    }
    expect(mail!.html).toMatch(/^<!doctype html>\s*<html lang="ar" dir="rtl">/);
    expect(mail!.html).toContain('«<bdi>مكتبة جديدة في Tripoli</bdi>»');
    expect(mail!.html).not.toMatch(/<img|<script|<link|url\(|@import/i);
  });

  it('reads the name of the site, or of the other edition where one has no name', async () => {
    await db().transaction((tx) => changeSettings(tx, { siteNameAr: 'صحيفة الساحل' }));
    await decide(await write('amal@birds.example'));
    const [mail] = await deliver();
    for (const form of [mail!.text, mail!.html]) {
      expect(form).toContain('صحيفة الساحل');
      expect(form).not.toContain('مداد');
    }
    expect([await getSiteName('ar'), await getSiteName('en')]).toEqual(['صحيفة الساحل', 'صحيفة الساحل']);
    await db().delete(settings);
  });

  it('gets one mail for each reply, and only after confirming', async () => {
    const id = await write('amal@birds.example');
    await decide(id);
    await deliver();
    await decide(await replyTo(id, 'early@birds.example'));
    expect(await deliver()).toEqual([]);

    await confirmNotice(noticeToken(id), NOON);
    const reply = await replyTo(id, 'salim@birds.example', {
      name: 'Salim <b>',
      body: 'صدقت، والدليل في https://evil.example/x?y و evil.com\nسطر ثان',
    });
    await decide(reply);
    const [mail, ...more] = await deliver();
    expect(more).toEqual([]);
    expect(mail!.to).toEqual(['amal@birds.example']);
    expect(mail!.headers.subject).toBe('رد جديد من \u2068Salim <b>\u2069 على تعليقك');
    expect(mail!.text).toContain('صدقت، والدليل في (رابط) و (رابط) سطر ثان');
    expect(mail!.html).toContain('<bdi>Salim &lt;b&gt;</bdi>');
    expect(mail!.html).toContain(`${env.siteUrl}/n/${number}?at=${reply}#comment-${reply}`);
    // No word that a mail program would break: the longest is the site's short address with a token.
    expect(Math.max(...mail!.text.split(/\s/).map((word) => word.length))).toBeLessThan(130);
    for (const form of [mail!.text, mail!.html]) expect(form).not.toMatch(/evil|salim@|amal@/);

    await decide(reply, 'refused');
    await decide(reply);
    expect(await deliver(after(DAY))).toEqual([]);
  });

  it('gets one mail per address about a reply deeper in the thread, and none about an own reply', async () => {
    const opening = await confirmed('amal@birds.example', { writerId: 'w-amal' });
    const middle = await confirmed('salim@birds.example', { parentId: opening, threadId: opening, depth: 1 });
    const own = await confirmed('amal@birds.example', {
      parentId: middle,
      threadId: opening,
      depth: 2,
      writerId: 'w-amal',
    });
    box.received.length = 0;
    await decide(await replyTo(own, 'nadir@birds.example', { threadId: opening, depth: 3 }));
    const mails = await deliver();
    expect(mails.map((mail) => mail.to[0]).toSorted()).toEqual(['amal@birds.example', 'salim@birds.example']);
    expect(mails.find((mail) => mail.to[0] === 'salim@birds.example')!.text).toContain('في سلسلة تعليقك');
    expect(mails.find((mail) => mail.to[0] === 'amal@birds.example')!.text).toContain('على تعليقك على مقال');

    await decide(await replyTo(opening, 'other@birds.example', { writerId: 'w-amal' }));
    await decide(await replyTo(opening, 'amal@birds.example'));
    expect(await deliver()).toEqual([]);
  });

  it('need not confirm again in the same browser; the address alone does not confirm', async () => {
    await confirmed('amal@birds.example', { writerId: 'w-amal' });
    const again = await write('amal@birds.example', { writerId: 'w-amal' });
    const stranger = await write('amal@birds.example', { writerId: 'w-other' });
    const unknown = await write('amal@birds.example');
    for (const id of [again, stranger, unknown]) await decide(id);
    const states = await db().select().from(commentNotices);
    const isConfirmed = (id: string) => states.find((row) => row.commentId === id)!.confirmedAt !== null;
    expect([again, stranger, unknown].map(isConfirmed)).toEqual([true, false, false]);
    const mails = await deliver();
    expect(mails.filter((mail) => mail.text.includes('سنخبرك'))).toHaveLength(1);
  });

  it('gets no mail about a refusal, which the checkbox does not mention', async () => {
    const id = await write('amal@birds.example');
    await decide(id, 'refused');
    expect(await deliver()).toEqual([]);
  });

  it('gets no mail when the approval is taken back before the mail is sent', async () => {
    const id = await write('amal@birds.example');
    await decide(id);
    await runDueJobs(handlers(), () => NOON);
    await db().transaction((tx) => setStatus(tx, id, 'pending'));
    expect(await deliver(after(MINUTE))).toEqual([]);
  });

  it('gets an English mail, from left to right, for an English article', async () => {
    articleId = (await publish({ locale: 'en', headline: 'A new library' })).id;
    await decide(await write('ann@birds.example'));
    const [mail] = await deliver();
    expect(mail!.headers.subject).toBe('Your comment on “\u2068A new library\u2069” was published');
    expect(mail!.html).toContain('<html lang="en" dir="ltr">');
    expect(mail!.text).toContain('/en/comments/notices/');
  });
});

describe('a mail address', () => {
  it('gets at most three requests to confirm and twenty replies a day', async () => {
    for (let n = 0; n < 5; n++) await decide(await write('victim@birds.example'));
    await decide(await write('other@birds.example'));
    const mails = await deliver();
    expect(mails.filter((mail) => mail.to[0] === 'victim@birds.example')).toHaveLength(3);
    expect(mails.filter((mail) => mail.to[0] === 'other@birds.example')).toHaveLength(1);
    await decide(await write('victim@birds.example'), 'approved', after(DAY + MINUTE));
    expect(await deliver(after(DAY + MINUTE))).toHaveLength(1);

    const id = await confirmed('popular@birds.example');
    box.received.length = 0;
    for (let n = 0; n < 25; n++) await decide(await replyTo(id, `r${n}@birds.example`));
    expect(await deliver()).toHaveLength(20);
  });

  it('that ended notices gets no more, for any of its comments', async () => {
    const [one, two] = [await confirmed('amal@birds.example'), await confirmed('amal@birds.example')];
    await endNotices(noticeToken(one), NOON);
    box.received.length = 0;
    await decide(await replyTo(one, 'x@birds.example'));
    await decide(await replyTo(two, 'y@birds.example'));
    expect(await deliver()).toEqual([]);
    expect(await getNotice(noticeToken(two), new Date())).toBeUndefined();
    await confirmNotice(noticeToken(two), NOON);
    expect(await getNotice(noticeToken(two), new Date())).toBeUndefined();
    await eraseEndedNotices(after(8 * DAY));
    expect(await db().select().from(commentNotices)).toEqual([]);
  });

  it('is in no job, not in plain text in any row, and not in the log when the mail server reports an error', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const id = await write('canary-mail@birds.example');
    await decide(id);
    box.state.refuses = 450;
    expect(await deliver()).toEqual([]);
    const rows = JSON.stringify([await db().select().from(jobs), await db().select().from(commentNotices)]);
    expect(rows).toContain('EENVELOPE 450');
    expect(rows + said.mock.calls.flat().join('\n')).not.toContain('canary-mail');
    expect(said).toHaveBeenCalledWith(expect.stringContaining('EENVELOPE 450'));
    box.state.refuses = 0;
    expect(await deliver(after(5 * MINUTE))).toHaveLength(1);
  });

  it('without a mailbox is not tried again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const id = await write('nobody@birds.example');
    await decide(id);
    box.state.refuses = 550;
    expect(await deliver()).toEqual([]);
    box.state.refuses = 0;
    expect(await deliver(after(DAY))).toEqual([]);
    expect((await db().select().from(jobs)).find(({ kind }) => kind === 'mail')).toMatchObject({
      attempts: 1,
      lastError: expect.stringContaining('EENVELOPE 550'),
    });
  });
});
