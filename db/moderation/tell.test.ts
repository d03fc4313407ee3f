import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { keepNotice } from '#db/privacy/addresses/notices.ts';
import { commentNotices, jobs, settings } from '#db/tables/tables.ts';
import { addHeldComment } from '#db/testing/comments.ts';
import { addTestArticle, addTestPerson, AT } from '#db/testing/staff.ts';
import { approveComment, rejectComment } from './moderate.ts';
import { reportComment } from './reports.ts';
import { replyAsStaff } from './staff-reply.ts';

let person: Person;
let articleId: string;

beforeAll(async () => {
  person = await addTestPerson('سلمى', 'moderator');
  articleId = await addTestArticle();
});
afterEach(async () => {
  await db().delete(jobs);
  await db().delete(commentNotices);
  await db().delete(settings).where(eq(settings.key, 'webhookUrl'));
});

const approve = (commentId: string) => approveComment({ commentId, status: 'pending' }, person, AT);
const askForNotice = (commentId: string) =>
  db().transaction((tx) =>
    keepNotice(tx, { commentId, email: 'reader@example.org', tokenHash: commentId, confirmedAt: AT }, AT),
  );
const listJobs = async () => (await db().select().from(jobs)).map(({ kind, payload }) => [kind, payload]);

describe('a decision, a report and a reply', () => {
  it('write no job if nobody asked to be told', async () => {
    const id = await addHeldComment(articleId);
    await approve(id);
    await replyAsStaff(id, 'رد', person, AT);
    await reportComment({ commentId: id, source: 's', reason: 'spam', note: '' }, AT);
    const refused = await addHeldComment(articleId);
    await askForNotice(refused);
    await rejectComment({ commentId: refused, status: 'pending' }, person, AT);
    expect(await listJobs()).toEqual([]);
  });

  it('write the job of a webhook if the newsroom has set one', async () => {
    await db().transaction((tx) => changeSettings(tx, { webhookUrl: 'https://desk.example/hook' }));
    const id = await addHeldComment(articleId);
    await approve(id);
    await reportComment({ commentId: id, source: 's', reason: 'spam', note: '' }, AT);
    const reply = await replyAsStaff(id, 'رد', person, AT);
    expect(await listJobs()).toEqual([
      ['webhook', { event: 'comment.approved', commentId: id }],
      ['webhook', { event: 'comment.reported', commentId: id }],
      ['webhook', { event: 'comment.approved', commentId: reply!.id }],
    ]);
  });

  it('write the job of notices if the writer asked for them, or one further up in the thread', async () => {
    const opening = await addHeldComment(articleId);
    const first = await addHeldComment(articleId, { parentId: opening, threadId: opening, depth: 1 });
    const second = await addHeldComment(articleId, { parentId: first, threadId: opening, depth: 2 });
    await askForNotice(opening);
    for (const id of [opening, first, second]) await approve(id);
    const reply = await replyAsStaff(second, 'رد', person, AT);
    expect(await listJobs()).toEqual(
      [opening, first, second, reply!.id].map((commentId) => ['notice', { commentId, event: 'approved' }]),
    );
  });

  it('write no job of notices that have ended', async () => {
    const id = await addHeldComment(articleId);
    await askForNotice(id);
    await db().update(commentNotices).set({ endedAt: AT });
    await approve(id);
    expect(await listJobs()).toEqual([]);
  });
});
