import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '#db/engine/client.ts';
import { countApproved, getAnswerable, getCommentTarget, listThreads } from './threads.ts';
import { listOwnOn } from './own.ts';
import { submitComment } from './submit.ts';
import { commentContacts, comments } from '#db/tables/tables.ts';
import { newId } from '#db/engine/ids.ts';
import { addComment, addNewsroom, after, NOON, publish, submission } from '#db/testing/articles.ts';
import type { Sort } from '#lib/comments/sorts.ts';

let article: Awaited<ReturnType<typeof publish>>;
let other: Awaited<ReturnType<typeof publish>>;

beforeAll(async () => {
  await addNewsroom();
  article = await publish();
  other = await publish({
    publishedAt: after(60_000).toISOString(),
    commentsOpen: false,
    locale: 'en',
    section: 'world',
  });
});
beforeEach(() =>
  db()
    .delete(comments)
    .then(() => undefined),
);

/** The bodies of each thread: the opening, then its replies. */
const listBodies = async (sort: Sort = 'oldest') =>
  (await listThreads(article.id, sort))!.threads.map(({ opening, replies }) =>
    [opening, ...replies].map(({ body }) => body),
  );

describe('threads', () => {
  const answer = (
    parentId: string,
    threadId: string,
    given: Parameters<typeof addComment>[1] = {},
    depth = 1,
  ) => addComment(article.id, { parentId, threadId, depth, ...given });

  it('are sorted as requested, and their replies by time', async () => {
    const one = await addComment(article.id, { body: 'أولى', createdAt: after(1), appreciations: 1 });
    await addComment(article.id, { body: 'ثانية', createdAt: after(2), appreciations: 9 });
    await addComment(article.id, { body: 'ثالثة', createdAt: after(3), appreciations: 4 });
    await answer(one, one, { body: 'رد متأخر', createdAt: after(9) });
    const reply = await answer(one, one, { body: 'رد', createdAt: after(3) });
    await answer(reply, one, { body: 'رد على الرد', createdAt: after(4) }, 2);
    const thread = ['أولى', 'رد', 'رد على الرد', 'رد متأخر'];
    expect(await listBodies('oldest')).toEqual([thread, ['ثانية'], ['ثالثة']]);
    expect(await listBodies('newest')).toEqual([['ثالثة'], ['ثانية'], thread]);
    expect(await listBodies('appreciated')).toEqual([['ثانية'], ['ثالثة'], thread]);
  });

  it('keep the order of writing when the times are equal', async () => {
    for (const body of ['١', '٢', '٣']) await addComment(article.id, { body });
    expect(await listBodies()).toEqual([['١'], ['٢'], ['٣']]);
  });

  it.each(['pending', 'rejected', 'spam', 'trash', 'withdrawn'] as const)(
    'never hold a %s comment',
    async (status) => {
      await addComment(article.id, { status });
      const id = await addComment(article.id, { body: 'منشور' });
      await answer(id, id, { status });
      expect(await listBodies()).toEqual([['منشور']]);
      expect(await countApproved(article.id)).toBe(1);
    },
  );

  it.each(['pending', 'withdrawn', 'trash'] as const)(
    'show the place of an answered %s comment without its words or name',
    async (status) => {
      const opening = await addComment(article.id, {
        status,
        body: 'كلام سُحب',
        name: 'من سحبه',
        featuredLine: 'سطر',
      });
      const reply = await answer(opening, opening, {
        status,
        body: 'كلام آخر',
        name: 'ثان',
        createdAt: after(1),
      });
      await answer(reply, opening, { body: 'يتيم', createdAt: after(2) }, 2);
      await answer(opening, opening, { status, body: 'بلا جواب', createdAt: after(3) });
      const [thread] = (await listThreads(article.id))!.threads;
      expect(thread!.opening).toMatchObject({ id: opening, status, body: '', name: '', featuredLine: '' });
      expect(thread!.replies.map(({ body }) => body)).toEqual(['', 'يتيم']);
      expect(JSON.stringify(thread)).not.toMatch(/كلام|سحبه|ثان|سطر/);
      expect(thread!.replyCount).toBe(1);
    },
  );

  it('of another article are not listed', async () => {
    await addComment(other.id);
    expect((await listThreads(article.id))!.threads).toEqual([]);
  });
});

describe('pages of threads', () => {
  let ids: string[];
  beforeEach(async () => {
    ids = [];
    // Two share each time, so that the id decides the order.
    for (let n = 0; n < 60; n++)
      ids.push(await addComment(article.id, { createdAt: after(Math.floor(n / 2)), appreciations: n % 3 }));
  });

  /** All pages from the first on, following the links. */
  async function walk(sort: Sort) {
    const pages: string[][] = [];
    for (let place = {}; pages.length < 9;) {
      const { threads, after: next } = (await listThreads(article.id, sort, place))!;
      pages.push(threads.map(({ opening }) => opening.id));
      if (!next) return pages;
      place = { after: next };
    }
    return pages;
  }

  it.each(['newest', 'oldest', 'appreciated'] as const)(
    'hold each thread once, and link back to the same pages (%s)',
    async (sort) => {
      const pages = await walk(sort);
      expect(pages.map((page) => page.length)).toEqual([25, 25, 10]);
      expect(new Set(pages.flat()).size).toBe(60);
      if (sort === 'oldest') expect(pages.flat()).toEqual(ids);
      if (sort === 'newest') expect(pages.flat()).toEqual(ids.toReversed());
      const second = await listThreads(article.id, sort, { before: pages[2]![0]! });
      expect(second!.threads.map(({ opening }) => opening.id)).toEqual(pages[1]);
      expect(second!.isFirst).toBe(false);
      const first = await listThreads(article.id, sort, { before: pages[1]![0]! });
      expect(first!.threads.map(({ opening }) => opening.id)).toEqual(pages[0]);
      expect(first).toMatchObject({ isFirst: true, after: pages[0]!.at(-1) });
    },
  );

  it('stay the same when a new comment is written', async () => {
    const [first, second] = await walk('newest');
    await addComment(article.id, { createdAt: after(99) });
    const page = await listThreads(article.id, 'newest', { after: first!.at(-1)! });
    expect(page!.threads.map(({ opening }) => opening.id)).toEqual(second);
  });

  it.each(['newest', 'oldest', 'appreciated'] as const)(
    'are found by any comment on them (%s)',
    async (sort) => {
      const pages = await walk(sort);
      for (const [n, page] of pages.entries()) {
        const threadId = page[3]!;
        const reply = await addComment(article.id, { parentId: threadId, threadId, depth: 1 });
        for (const at of [threadId, reply]) {
          const found = (await listThreads(article.id, sort, { at }))!;
          expect(found.threads.map(({ opening }) => opening.id)).toEqual(page);
          expect(found.isFirst).toBe(n === 0);
        }
      }
      const none = await listThreads(article.id, sort, { at: newId() });
      expect(none!.threads[0]!.opening.id).toBe(pages[0]![0]);
    },
  );

  it('do not exist after the last thread, before the first, or next to an unknown id', async () => {
    expect(await listThreads(article.id, 'oldest', { after: ids.at(-1)! })).toBeUndefined();
    expect(await listThreads(article.id, 'oldest', { before: ids[0]! })).toBeUndefined();
    expect(await listThreads(article.id, 'oldest', { after: newId() })).toBeUndefined();
  });

  it('show some replies of a long thread, and all when one of them is requested', async () => {
    const [threadId] = ids.slice(-1) as [string];
    const replies: string[] = [];
    for (let n = 0; n < 14; n++)
      replies.push(
        await addComment(article.id, { parentId: threadId, threadId, depth: 1, createdAt: after(100 + n) }),
      );
    const [short] = (await listThreads(article.id))!.threads;
    expect(short!.replies.map(({ id }) => id)).toEqual(replies.slice(0, 10));
    expect(short!.replyCount).toBe(14);
    const [whole] = (await listThreads(article.id, 'newest', { at: replies[12]! }))!.threads;
    expect(whole!.replies.map(({ id }) => id)).toEqual(replies);
  });

  it('take three queries together with the count, with many comments as with few', async () => {
    for (const threadId of ids)
      for (let n = 0; n < 4; n++) await addComment(article.id, { parentId: threadId, threadId, depth: 1 });
    const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1')) as Sqlite.Statement;
    const asked = vi.spyOn(statement, 'all');
    await Promise.all([listThreads(article.id), countApproved(article.id)]);
    expect(asked).toHaveBeenCalledTimes(3);
    asked.mockRestore();
  });
});

describe('one comment', () => {
  it('can be answered only if it is approved, and only under its article', async () => {
    const approved = await addComment(article.id);
    expect(await getAnswerable(approved, article.id)).toMatchObject({ id: approved });
    expect(await getAnswerable(approved, other.id)).toBeUndefined();
    expect(
      await getAnswerable(await addComment(article.id, { status: 'pending' }), article.id),
    ).toBeUndefined();
  });
});

it('finds the article of the comment form by its number, also before its publication', async () => {
  expect(await getCommentTarget(other.number)).toEqual({
    id: other.id,
    number: other.number,
    locale: 'en',
    slug: other.slug,
    status: 'published',
    publishedAt: after(60_000),
    commentsOpen: false,
    commentsCloseAt: null,
    sectionSlug: 'world',
  });
  expect(await getCommentTarget(9)).toBeUndefined();
});

describe('the private data of a writer', () => {
  it('is in no public read', async () => {
    const email = 'secret@mailbox.example';
    const result = await submitComment(
      submission(article.id, { body: 'نص', email, address: '203.0.113.5' }),
      NOON,
    );
    if ('fault' in result) throw new Error(result.fault);
    const { id } = result.comment;
    await db().update(comments).set({ status: 'approved' });
    const reads = [
      await listThreads(article.id),
      await listOwnOn(result.comment.writerId, article.id, id),
      await getAnswerable(id, article.id),
      await getCommentTarget(article.number),
    ];
    const [contact] = await db().select().from(commentContacts);
    const text = JSON.stringify(reads);
    expect(text).toContain(id);
    for (const secret of [email, contact!.emailCipher, contact!.emailIndex, contact!.networkIndex!])
      expect(text).not.toContain(secret);
    expect(Object.keys((await listOwnOn(result.comment.writerId, article.id, id))[0]!).sort()).toEqual([
      'appreciations',
      'body',
      'createdAt',
      'editedAt',
      'featuredAt',
      'featuredLine',
      'id',
      'isStaff',
      'name',
      'parentId',
      'status',
      'threadId',
    ]);
  });

  it('is named in only one folder of db/, so that no other query can join it', () => {
    const folder = join(import.meta.dirname, '..');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    const naming = files.filter((name) =>
      /comment_?contacts/i.test(readFileSync(join(folder, name), 'utf8')),
    );
    // Where it is declared, once per engine, and where it is read and written.
    expect(naming.sort()).toEqual([
      'privacy/addresses/fill.ts',
      'privacy/addresses/find.ts',
      'privacy/addresses/forget.ts',
      'privacy/addresses/keep.ts',
      'privacy/addresses/keys.ts',
      'privacy/addresses/notices.ts',
      'privacy/addresses/open.ts',
      'tables/comments.ts',
      'tables/tables.postgres.ts',
      'tables/tables.ts',
    ]);
  });
});
