import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { approveComment } from './moderate.ts';
import { countQueues } from './queue.ts';
import { listFactualReports, reportComment, resolveReport } from './reports.ts';
import { commentReports, comments, jobs, moderationDecisions, users } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';

const moderator: Person = { id: newId(), name: 'سلمى', role: 'moderator' };
let article: Awaited<ReturnType<typeof publish>>;
let commentId: string;

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
  article = await publish({ headline: 'خبر فيه رقم' });
});
beforeEach(async () => {
  await db().delete(comments);
  await db().delete(moderationDecisions);
  await db().delete(jobs);
  commentId = await addComment(article.id);
});

const report = (source: string, given: Partial<Parameters<typeof reportComment>[0]> = {}, now = NOON) =>
  reportComment({ commentId, source, reason: 'offensive', note: '', ...given }, now);
const standing = async () =>
  (
    await db()
      .select({ status: comments.status, openReports: comments.openReports })
      .from(comments)
      .where(eq(comments.id, commentId))
  )[0]!;

describe('reports hide a comment', () => {
  it('at three from different networks, and not at two', async () => {
    await db().transaction((tx) => changeSettings(tx, { webhookUrl: 'https://desk.example/hook' }));
    await report('a');
    await report('b');
    expect(await standing()).toEqual({ status: 'approved', openReports: 2 });
    await report('c');
    expect(await standing()).toEqual({ status: 'pending', openReports: 3 });
    const decisions = await db().select().from(moderationDecisions);
    expect(decisions).toMatchObject([
      { commentId, rule: 'reports', userId: null, fromStatus: 'approved', toStatus: 'pending' },
    ]);
    expect((await db().select().from(jobs)).map(({ payload }) => payload)).toEqual(
      Array.from({ length: 3 }, () => ({ event: 'comment.reported', commentId })),
    );
  });

  it('never when they come from one network, which gets the same response every time', async () => {
    for (let n = 0; n < 5; n++) expect(await report('a')).toEqual({});
    expect(await standing()).toEqual({ status: 'approved', openReports: 1 });
  });

  it('only by those that are open: resolved ones do not count', async () => {
    await report('a');
    await report('b');
    for (const { id } of await db().select().from(commentReports))
      expect(await resolveReport(id, moderator, after(1))).toBe(true);
    expect(await standing()).toEqual({ status: 'approved', openReports: 0 });
    await report('c');
    expect(await standing()).toEqual({ status: 'approved', openReports: 1 });
  });

  it('also if a person approved it before the first report', async () => {
    commentId = await addComment(article.id, { reviewedAt: NOON });
    for (const source of ['a', 'b', 'c']) await report(source);
    expect(await standing()).toMatchObject({ status: 'pending' });
  });

  it('only once: a comment that a person kept stays until it is edited, and the desk still sees the reports', async () => {
    for (const source of ['a', 'b', 'c']) await report(source);
    await approveComment({ commentId, status: 'pending' }, moderator, after(1));
    for (const source of ['d', 'e', 'f']) await report(source);
    expect(await standing()).toEqual({ status: 'approved', openReports: 3 });
    expect(await countQueues()).toMatchObject({ reported: 1 });
    await db()
      .update(comments)
      .set({ editedAt: after(2) })
      .where(eq(comments.id, commentId));
    await report('g');
    expect(await standing()).toMatchObject({ status: 'pending' });
  });

  it('never if staff wrote it', async () => {
    commentId = await addComment(article.id, { staffId: moderator.id });
    for (const source of ['a', 'b', 'c', 'd']) await report(source);
    expect(await standing()).toEqual({ status: 'approved', openReports: 4 });
    expect(await countQueues()).toMatchObject({ reported: 1 });
  });
});

it('a second report of a network is added to its open one, or stored as one more after that was resolved', async () => {
  const rows = () =>
    db()
      .select({
        reason: commentReports.reason,
        note: commentReports.note,
        isOpen: sql<number>`${commentReports.resolvedAt} is null`.mapWith(Boolean),
      })
      .from(commentReports)
      .orderBy(commentReports.id);
  await report('a', { reason: 'other', note: 'أول' });
  await report('a', { reason: 'factual', note: 'والرقم خطأ' });
  await report('a', { reason: 'spam', note: 'أول' });
  expect(await rows()).toEqual([{ reason: 'factual', note: 'أول\nوالرقم خطأ', isOpen: true }]);
  expect(await standing()).toMatchObject({ openReports: 1 });
  const [{ id } = { id: '' }] = await db().select({ id: commentReports.id }).from(commentReports);
  await resolveReport(id, moderator, after(1));
  await report('a', { note: 'عاد' }, after(2));
  await report('a', { note: 'ثم عاد' }, after(3));
  expect((await rows()).at(-1)).toEqual({ reason: 'offensive', note: 'عاد\nثم عاد', isOpen: true });
  expect(await standing()).toEqual({ status: 'approved', openReports: 1 });
  const [, second] = await db()
    .select({ id: commentReports.id })
    .from(commentReports)
    .orderBy(commentReports.id);
  await resolveReport(second!.id, moderator, after(4));
  await report('a', { note: 'ثالثة' }, after(5));
  expect(await standing()).toEqual({ status: 'approved', openReports: 0 });
});

it('one network can send twenty reports an hour', async () => {
  for (let n = 0; n < 20; n++) await report('a', { commentId: await addComment(article.id) });
  expect(await report('a')).toEqual({ fault: 'tooFast', wait: 3601 });
  expect(await report('b')).toEqual({});
  expect(await report('a', {}, after(61 * MINUTE))).toEqual({});
});

it('only comments that readers see can be reported', async () => {
  expect(await report('a', { commentId: await addComment(article.id, { status: 'pending' }) })).toEqual({
    fault: 'gone',
  });
  expect(await report('a', { commentId: newId() })).toEqual({ fault: 'gone' });
});

describe('a report of a factual error', () => {
  it('is listed as a task until somebody resolves it', async () => {
    await report('a', { reason: 'factual', note: 'الرقم 15 لا 51' });
    await report('b');
    const [task, ...others] = await listFactualReports(10);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      commentId,
      note: 'الرقم 15 لا 51',
      headline: 'خبر فيه رقم',
      number: article.number,
    });
    expect(await resolveReport(task!.id, moderator, after(1))).toBe(true);
    expect(await resolveReport(task!.id, moderator, after(2))).toBe(false);
    expect(await listFactualReports(10)).toEqual([]);
    expect(await db().select().from(moderationDecisions)).toMatchObject([
      { act: 'resolve', userId: moderator.id, fromStatus: 'approved', toStatus: 'approved' },
    ]);
  });

  it('can be resolved only by roles that moderate', async () => {
    await report('a', { reason: 'factual', note: 'خطأ' });
    const [task] = await listFactualReports(10);
    await expect(resolveReport(task!.id, { ...moderator, role: 'author' })).rejects.toThrow('may not');
  });
});
