import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { listThreads } from './threads.ts';
import { listDecisions } from '#db/moderation/history.ts';
import { newId } from '#db/engine/ids.ts';
import { approveComment, rejectComment } from '#db/moderation/moderate.ts';
import { getOwnComment } from './own.ts';
import { submitComment, type Submission } from './submit.ts';
import { commentRevisions, comments, moderationDecisions, users } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, MINUTE, NOON, publish, submission } from '#db/testing/articles.ts';
import { appealComment, editComment, withdrawComment } from './writer-acts.ts';
import { countWaitingBefore, getUsualWait } from './writer-status.ts';

const moderator: Person = { id: newId(), name: 'سلمى', role: 'moderator' };
/** The writer of the comments added here. */
const WRITER = 'w1';
let articleId: string;

beforeAll(async () => {
  await addNewsroom();
  await db()
    .insert(users)
    .values({
      ...moderator,
      email: 'salma@midad.example',
      emailVerified: true,
      createdAt: NOON,
      updatedAt: NOON,
    });
  articleId = (await publish()).id;
});
beforeEach(async () => {
  await db().delete(comments);
  await db().delete(moderationDecisions);
});

const decisions = () =>
  db()
    .select({
      act: moderationDecisions.act,
      rule: moderationDecisions.rule,
      from: moderationDecisions.fromStatus,
      to: moderationDecisions.toStatus,
    })
    .from(moderationDecisions);

it('a writer sees whether the article is public at that moment', async () => {
  const later = await publish({ publishedAt: after(MINUTE).toISOString() });
  const id = await addComment(later.id, { writerId: WRITER });
  expect((await getOwnComment(id, WRITER, NOON))!.article.isPublic).toBe(false);
  expect((await getOwnComment(id, WRITER, after(MINUTE)))!.article.isPublic).toBe(true);
});

describe('an edit', () => {
  const changed = { name: 'قارئ', body: 'كلام جديد' };
  const edit = (id: string, now = after(MINUTE), given = changed) =>
    editComment(id, { ...given, locale: 'ar', controls: { all: 0, deceiving: 0 } }, now);

  it('of a published comment hides it at once and keeps the old words', async () => {
    const id = await addComment(articleId, {
      body: 'كلام أول',
      reviewedAt: NOON,
      featuredAt: NOON,
      featuredLine: 'سطر',
    });
    expect(await edit(id)).toEqual({});
    expect((await listThreads(articleId))!.threads).toEqual([]);
    const [row] = await db().select().from(comments).where(eq(comments.id, id));
    expect(row).toMatchObject({
      status: 'pending',
      body: 'كلام جديد',
      editedAt: after(MINUTE),
      reviewedAt: null,
      featuredAt: null,
    });
    expect(await db().select({ body: commentRevisions.body }).from(commentRevisions)).toEqual([
      { body: 'كلام أول' },
    ]);
    expect(await decisions()).toEqual([{ act: 'edit', rule: 'writer', from: 'approved', to: 'pending' }]);
  });

  it('is possible for a quarter of an hour', async () => {
    const id = await addComment(articleId, { status: 'pending' });
    expect(await edit(id, after(15 * MINUTE))).toEqual({ fault: 'editClosed' });
    expect(await edit(id, after(15 * MINUTE - 1))).toEqual({});
  });

  it.each(['rejected', 'trash', 'withdrawn'] as const)('does not restore a %s comment', async (status) => {
    expect(await edit(await addComment(articleId, { status }))).toEqual({ fault: 'editClosed' });
  });

  it('leaves a comment in spam that a rule put there', async () => {
    const id = await addComment(articleId, { status: 'spam', writerId: WRITER });
    expect(await edit(id)).toEqual({});
    expect((await getOwnComment(id, WRITER, NOON))!.status).toBe('spam');
  });

  it('is refused if the writer has the same words under the article already; words of other readers do not count', async () => {
    const send = async (given: Partial<Submission>, now = NOON) => {
      const sent = await submitComment(
        submission(articleId, { writerId: newId(), email: `${newId()}@example.org`, ...given }, now),
        now,
      );
      return 'comment' in sent ? sent.comment : Promise.reject(new Error(sent.fault));
    };
    const thanks = { name: 'قارئ', body: 'شكرًا لكم' };
    const first = await send({ body: 'شكرا لكم', address: '192.0.2.1', email: 'one@example.org' });
    const other = await send({ body: 'رأي آخر', address: '198.51.100.1' });
    expect(await edit(other.id, after(1), thanks)).toEqual({});
    await db().delete(comments).where(eq(comments.id, other.id));
    for (const same of [{ writerId: first.writerId, address: '203.0.113.1' }, { address: '192.0.2.1' }]) {
      const { id } = await send({ body: `رأي ${newId()}`, ...same }, after(MINUTE));
      expect(await edit(id, after(MINUTE), thanks), JSON.stringify(same)).toEqual({ fault: 'duplicate' });
    }
    expect(await edit(first.id, after(1), { ...thanks, name: 'قارئة' })).toEqual({});
    // An edit reveals no more about the owner of a typed address than sending does.
    const { id } = await send(
      { body: 'رأي من متصفح آخر', email: 'one@example.org', address: '203.0.113.9' },
      after(2 * MINUTE),
    );
    expect(await edit(id, after(2 * MINUTE), thanks)).toEqual({});
  });

  it('is refused after five others', async () => {
    const id = await addComment(articleId, { status: 'pending' });
    await edit(id, after(1), { name: 'قارئ', body: 'اثنان' });
    for (let n = 0; n < 4; n++)
      expect(await edit(id, after(3), { name: 'قارئ', body: `نص ${'آ'.repeat(n + 1)}ب` })).toEqual({});
    expect(await edit(id, after(4))).toEqual({ fault: 'tooManyEdits' });
  });

  it('without a change does nothing', async () => {
    const id = await addComment(articleId, { writerId: WRITER });
    expect(await edit(id, after(1), { name: 'قارئ', body: 'تعليق' })).toEqual({});
    expect((await getOwnComment(id, WRITER, NOON))!.status).toBe('approved');
    expect(await decisions()).toEqual([]);
  });
});

it('a comment can be withdrawn once, in any state', async () => {
  for (const status of ['pending', 'approved', 'rejected', 'spam'] as const) {
    const id = await addComment(articleId, { status, writerId: WRITER });
    expect(await withdrawComment(id, after(1))).toBe(true);
    expect(await withdrawComment(id, after(2))).toBe(false);
    expect((await getOwnComment(id, WRITER, NOON))!.status).toBe('withdrawn');
  }
  expect(await decisions()).toContainEqual({
    act: 'move',
    rule: 'writer',
    from: 'approved',
    to: 'withdrawn',
  });
  expect(await withdrawComment(newId(), NOON)).toBe(false);
});

it('a refusal can be appealed once', async () => {
  const id = await addComment(articleId, { status: 'pending' });
  expect(await appealComment(id, 'لم يُرفض بعد', NOON)).toBe(false);
  await rejectComment({ commentId: id, status: 'pending' }, moderator, after(1));
  expect(await appealComment(id, 'ليس فيه إساءة', after(2))).toBe(true);
  expect(await listDecisions({ page: 1, limit: 1 })).toMatchObject([
    { toStatus: 'rejected', canUndo: false },
  ]);
  expect((await db().select().from(comments))[0]).toMatchObject({
    status: 'pending',
    appealText: 'ليس فيه إساءة',
    appealedAt: after(2),
  });
  await rejectComment({ commentId: id, status: 'pending' }, moderator, after(3));
  expect(await appealComment(id, 'مرة أخرى', after(4))).toBe(false);
  expect((await decisions()).map(({ act }) => act)).toEqual(['move', 'appeal', 'move']);
});

describe('the information for a waiting writer', () => {
  it('counts the comments before theirs', async () => {
    for (let n = 0; n < 3; n++) await addComment(articleId, { status: 'pending', createdAt: after(n) });
    await addComment(articleId, { createdAt: after(0) });
    expect(await countWaitingBefore(after(2))).toBe(2);
  });

  it('takes the usual wait from the median of decisions by people', async () => {
    expect(await getUsualWait()).toBeUndefined();
    for (const minutes of [2, 90, 4, 5, 3, 1, 80, 2, 70, 4, 4]) {
      const id = await addComment(articleId, { status: 'pending' });
      await approveComment({ commentId: id, status: 'pending' }, moderator, after(minutes * MINUTE));
    }
    expect(await getUsualWait()).toBe(4 * MINUTE);
  });
});
