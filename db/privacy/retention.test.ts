import Sqlite from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { env } from '#lib/env.ts';
import { refreshAppreciations } from '#db/comments/appreciations.ts';
import { closeDatabase, db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { keepNotice } from '#db/privacy/addresses/notices.ts';
import { eraseEndedNotices } from '#db/comments/notices.ts';
import { deleteExpired } from './retention.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { commentContacts, commentNotices, comments, type Comment } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, changeArticle, DAY, NOON, publish } from '#db/testing/articles.ts';

const ago = (days: number) => after(-days * DAY);
const email = 'amal@birds.example';

beforeAll(addNewsroom);
beforeEach(async () => {
  await db().delete(comments);
});

/** Adds a comment with a request for notices, long before `NOON`. */
async function addAsked(
  articleId: string,
  given: Partial<Comment>,
  { askedAt = ago(20), confirmedAt = null as Date | null } = {},
) {
  const commentId = await addComment(articleId, { createdAt: askedAt, ...given });
  await db().transaction((tx) =>
    keepNotice(tx, { commentId, email, tokenHash: commentId, confirmedAt }, askedAt),
  );
  return commentId;
}

describe('a request for notices', () => {
  it.each([
    ['is pending, is kept without a limit', { status: 'pending' }, 1],
    ['was rejected and can be appealed, is kept', { status: 'rejected', reviewedAt: ago(9) }, 1],
    ['was approved less than a week ago, is kept', { status: 'approved', reviewedAt: ago(6.9) }, 1],
    ['was approved more than a week ago, is erased', { status: 'approved', reviewedAt: ago(7.1) }, 0],
    ['a rule approved when it was sent, is erased', { status: 'approved' }, 0],
    [
      'was rejected again after an appeal, is erased',
      { status: 'rejected', reviewedAt: ago(9), appealedAt: ago(10) },
      0,
    ],
    ['a rule marked as spam, is erased', { status: 'spam' }, 0],
  ] as const)('that is not confirmed, of a comment that %s', async (_name, given, kept) => {
    const { id } = await publish();
    await addAsked(id, given);
    await deleteExpired(NOON);
    expect(await db().select().from(commentNotices)).toHaveLength(kept);
  });

  it('that is confirmed stays as long as the discussion', async () => {
    const { id } = await publish();
    await addAsked(id, { reviewedAt: ago(19) }, { confirmedAt: ago(19) });
    expect(await deleteExpired(NOON)).toMatchObject({ unconfirmed: 0 });
    expect(await db().select().from(commentNotices)).toHaveLength(1);
  });
});

describe('the text of a comment that was sent 31 days ago', () => {
  it.each([
    ['is emptied if a rule marked it as spam', { status: 'spam' }, ''],
    ['is emptied if a person trashed it 31 days ago', { status: 'trash', reviewedAt: ago(31) }, ''],
    ['stays while the decision of a person can be undone', { status: 'trash', reviewedAt: ago(29) }, 'نص'],
    ['stays if it is public', { status: 'approved', reviewedAt: ago(31) }, 'نص'],
    ['stays if it waits', { status: 'pending' }, 'نص'],
  ] as const)('%s', async (_name, given, body) => {
    const { id } = await publish();
    await addComment(id, { body: 'نص', createdAt: ago(31), ...given });
    await deleteExpired(NOON);
    expect((await db().select().from(comments))[0]!.body).toBe(body);
  });
});

describe('an address under an article that the newsroom closed for comments, while none close by age', () => {
  beforeAll(() => db().transaction((tx) => changeSettings(tx, { commentsCloseAfterDays: 0 })));

  async function addAddress(articleId: string, sentAt: Date) {
    const commentId = await addComment(articleId, { createdAt: sentAt });
    await db().transaction(async (tx) => {
      await keepContact(tx, commentId, { email, address: '192.0.2.1' }, sentAt);
      await keepNotice(tx, { commentId, email, tokenHash: commentId, confirmedAt: sentAt }, sentAt);
    });
  }

  it.each([
    [
      'is erased thirty days after the last change of the article',
      { commentsOpen: false, updatedAt: ago(31) },
      ago(50),
      0,
    ],
    ['is kept while that change is newer', { commentsOpen: false, updatedAt: ago(29) }, ago(50), 1],
    [
      'is kept when that time is unknown and the comment is newer',
      { commentsOpen: false, updatedAt: new Date(0) },
      ago(29),
      1,
    ],
    ['is kept while comments are open', { commentsOpen: true, updatedAt: ago(400) }, ago(400), 1],
  ])('%s', async (_name, article, sentAt, kept) => {
    const { id } = await publish({ publishedAt: ago(500).toISOString() });
    await changeArticle(id, article);
    await addAddress(id, sentAt);
    expect(await deleteExpired(NOON)).toMatchObject({ addresses: 1 - kept });
    expect(await db().select().from(commentContacts)).toHaveLength(kept);
    expect(await db().select().from(commentNotices)).toHaveLength(kept);
  });
});

it('no periodic task scans the whole table of comments', async () => {
  closeDatabase();
  const prepare = vi.spyOn(Sqlite.prototype, 'prepare');
  await deleteExpired(NOON);
  await eraseEndedNotices(NOON);
  await refreshAppreciations(NOON);
  const asked = new Set(prepare.mock.calls.map(([text]) => text));
  prepare.mockRestore();
  const database = new Sqlite(env.databaseFile, { readonly: true });
  const plan = (text: string) =>
    database.prepare(`explain query plan ${text}`).all(...Array.from(text.matchAll(/\?/g), () => null)) as {
      detail: string;
    }[];
  const plans = [...asked]
    .filter((text) => /^(?:select|update|delete)/.test(text))
    .map((text) => ({ text, steps: plan(text).map(({ detail }) => detail) }));
  database.close();
  expect(plans.filter(({ text }) => text.includes('"comments"')).length).toBeGreaterThan(2);
  expect(plans.filter(({ steps }) => steps.some((step) => /^SCAN comments\b/.test(step)))).toEqual([]);
});
