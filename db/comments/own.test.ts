import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { getOwnComment, hasOwnOn, listOwnComments, listOwnOn } from './own.ts';
import { comments, jobs, writerAddresses, writerLinks } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { askForLink, forgetWriterLinks, getLinkMail, isLinkGood, useLink } from './writer-addresses.ts';

let article: Awaited<ReturnType<typeof publish>>;
let other: Awaited<ReturnType<typeof publish>>;

beforeAll(async () => {
  await addNewsroom();
  article = await publish();
  other = await publish();
});
beforeEach(async () => {
  for (const table of [comments, jobs, writerAddresses, writerLinks]) await db().delete(table);
});

const mine = (writerId: string) =>
  listOwnComments(writerId, 1, NOON).then((list) => list.comments.map(({ id }) => id));

describe('a writer known by the cookie', () => {
  it('finds all of their comments in any state, and none of other writers', async () => {
    const states = ['pending', 'approved', 'rejected', 'spam', 'trash', 'withdrawn'] as const;
    const ids = [];
    for (const [n, status] of states.entries())
      ids.unshift(await addComment(article.id, { writerId: 'w1', status, createdAt: after(n) }));
    const foreign = await addComment(article.id, { writerId: 'w2', status: 'pending' });
    const nobodys = await addComment(article.id, { writerId: '', status: 'pending' });
    expect(await mine('w1')).toEqual(ids);
    for (const id of ids) expect((await getOwnComment(id, 'w1', NOON))!.id).toBe(id);
    for (const id of [foreign, nobodys]) expect(await getOwnComment(id, 'w1', NOON)).toBeUndefined();
    // A reader without a cookie does not own comments without a writer id.
    expect(await mine('')).toEqual([]);
    expect(await getOwnComment(nobodys, '', NOON)).toBeUndefined();
  });

  it('sees their pending comments on an article, and the one just sent in any state', async () => {
    const pending = await addComment(article.id, { writerId: 'w1', status: 'pending' });
    const spam = await addComment(article.id, { writerId: 'w1', status: 'spam', createdAt: after(1) });
    const rejected = await addComment(article.id, { writerId: 'w1', status: 'rejected' });
    const foreign = await addComment(article.id, { writerId: 'w2', status: 'pending' });
    expect((await listOwnOn('w1', article.id)).map(({ id }) => id)).toEqual([spam, pending]);
    expect((await listOwnOn('w1', article.id, rejected)).map(({ id }) => id)).toEqual(
      expect.arrayContaining([spam, pending, rejected]),
    );
    expect((await listOwnOn('w1', article.id, foreign)).map(({ id }) => id)).toEqual([spam, pending]);
    expect(await listOwnOn('w1', other.id)).toEqual([]);
  });

  it('has a private version of an article page only while a comment of theirs waits on it', async () => {
    const id = await addComment(article.id, { writerId: 'w1', status: 'pending' });
    const has = () =>
      Promise.all([
        hasOwnOn('w1', article.number),
        hasOwnOn('w1', other.number),
        hasOwnOn('w2', article.number),
      ]);
    expect(await has()).toEqual([true, false, false]);
    for (const status of ['approved', 'rejected', 'trash', 'withdrawn'] as const) {
      await db().update(comments).set({ status }).where(eq(comments.id, id));
      expect([status, await hasOwnOn('w1', article.number)]).toEqual([status, false]);
    }
    await db().update(comments).set({ status: 'spam' });
    expect(await has()).toEqual([true, false, false]);
  });
});

describe('a link by mail', () => {
  const email = 'samar@mailbox.example';
  const ask = (given = email, address = '203.0.113.5', now = NOON) =>
    askForLink({ email: given, address, locale: 'ar' }, now);
  const mails = async (now = NOON) => {
    const rows = await db().select().from(writerLinks).orderBy(writerLinks.id);
    return Promise.all(rows.map(({ id }) => getLinkMail(id, now)));
  };
  const sent = async (status: 'pending' | 'approved' = 'pending') => {
    const id = await addComment(article.id, { writerId: 'w1', status });
    await db().transaction((tx) => keepContact(tx, id, { email, address: '203.0.113.5' }, NOON));
    return id;
  };

  it('is requested in the same way for an unknown address, which gets no mail', async () => {
    await sent();
    expect(await ask()).toEqual({});
    expect(await ask('nobody@mailbox.example')).toEqual({});
    const rows = await db().select({ kind: jobs.kind, payload: jobs.payload }).from(jobs);
    expect(rows.map(({ kind }) => kind)).toEqual(['link', 'link']);
    expect(JSON.stringify([rows, await db().select().from(writerLinks)])).not.toMatch(/samar|nobody/);
    const [known, unknown] = await mails();
    expect(known).toMatchObject({ to: email, locale: 'ar' });
    expect(unknown).toBeUndefined();
  });

  it('opens the comments that were sent with the address, once, and for an hour', async () => {
    const id = await sent();
    await ask();
    const { token } = (await mails())[0]!;
    expect(await isLinkGood(token, after(59 * MINUTE))).toBe(true);
    expect(await isLinkGood(token, after(61 * MINUTE))).toBe(false);
    expect(await useLink(token, 'w2', after(61 * MINUTE))).toBe(false);
    expect(await mine('w2')).toEqual([]);
    expect(await useLink(token, 'w2', after(MINUTE))).toBe(true);
    expect(await useLink(token, 'w3', after(MINUTE))).toBe(false);
    expect(await isLinkGood(token, after(MINUTE))).toBe(false);
    expect(await mine('w2')).toEqual([id]);
    expect((await getOwnComment(id, 'w2', NOON))!.id).toBe(id);
    expect(await hasOwnOn('w2', article.number)).toBe(true);
    expect((await listOwnOn('w2', article.id)).map((each) => each.id)).toEqual([id]);
    expect(await mine('w3')).toEqual([]);
    // The browser that wrote gains no access to the comments of the one that confirmed the address.
    const theirs = await addComment(article.id, { writerId: 'w2', status: 'pending' });
    expect(await getOwnComment(theirs, 'w1', NOON)).toBeUndefined();
  });

  it('is mailed three times a day to an address; only the limit of the network is reported', async () => {
    await sent();
    for (let n = 0; n < 5; n++) expect(await ask(email, `198.51.${n}.1`, after(n))).toEqual({});
    expect((await mails(after(10))).map((mail) => mail !== undefined)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    for (let n = 0; n < 10; n++) await ask(`a${n}@mailbox.example`, '192.0.2.1', after(n));
    expect((await ask('another@mailbox.example', '192.0.2.1', after(20))).wait).toBeGreaterThan(3500);
    expect(await ask('another@mailbox.example', '192.0.9.1', after(20))).toEqual({});
  });

  it('is deleted after a day, and the confirmation when the cookie has expired', async () => {
    await sent();
    await ask();
    await useLink((await mails())[0]!.token, 'w2', NOON);
    const DAY = 24 * 60 * MINUTE;
    expect(await forgetWriterLinks(after(DAY + 1))).toBe(1);
    expect(await mine('w2')).toHaveLength(1);
    expect(await forgetWriterLinks(after(181 * DAY))).toBe(1);
    expect(await mine('w2')).toHaveLength(0);
  });
});
