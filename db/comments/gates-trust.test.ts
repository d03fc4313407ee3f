import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { confirmNotice, endNotices, noticeToken } from './notices.ts';
import type { Settings } from '#db/paper/settings.ts';
import { comments, jobs } from '#db/tables/tables.ts';
import { after, DAY, NOON } from '#db/testing/articles.ts';
import {
  HOUR,
  OWN,
  stored,
  set,
  ruleOf,
  decided,
  addCommentedArticle,
  clearComments,
} from '#db/testing/sent-comments.ts';

beforeAll(addCommentedArticle);
beforeEach(clearComments);

describe('a writer whom the newsroom trusts', () => {
  const writerId = 'known-browser';

  it('is published at once, without a review', async () => {
    await set({ trustAfter: 3, webhookUrl: 'https://hook.example/' });
    await decided(writerId, 3, 'approved');
    const comment = await stored({ writerId, email: OWN });
    expect(comment).toMatchObject({ status: 'approved', reviewedAt: null });
    expect(await ruleOf(comment)).toBe('trusted');
    expect((await db().select().from(jobs)).at(-1)).toMatchObject({
      kind: 'webhook',
      payload: { event: 'comment.approved', commentId: comment.id },
    });
  });

  it('leaves no job behind when there is nobody to tell', async () => {
    await set({ trustAfter: 3 });
    await decided(writerId, 3, 'approved');
    await db().delete(jobs);
    await stored({ writerId, email: OWN });
    await stored({ body: 'رأي ينتظر' });
    expect(await db().select().from(jobs)).toEqual([]);
  });

  it.each<[string, Partial<Settings>, () => Promise<void>]>([
    ['when the newsroom turned trust off', { trustAfter: 0 }, () => decided(writerId, 9, 'approved')],
    ['with one approved comment too few', { trustAfter: 3 }, () => decided(writerId, 2, 'approved')],
    [
      'when only rules approved the comments',
      { trustAfter: 3 },
      () => decided(writerId, 3, 'approved', null),
    ],
    [
      'after a rejection within thirty days',
      { trustAfter: 3 },
      () => decided(writerId, 3, 'approved').then(() => decided(writerId, 1, 'rejected', after(-30 * DAY))),
    ],
    [
      'while all comments are held',
      { trustAfter: 3, holdAllUntil: after(1).toISOString() },
      () => decided(writerId, 3, 'approved'),
    ],
  ])('waits like all others %s', async (_name, changes, before) => {
    await set(changes);
    await before();
    expect(await stored({ writerId, email: OWN })).toMatchObject({ status: 'pending' });
  });

  it('is trusted again when the refusal is older, and when the hold of all comments has ended', async () => {
    await set({ trustAfter: 3, holdAllUntil: NOON.toISOString() });
    await decided(writerId, 3, 'approved');
    await decided(writerId, 1, 'rejected', after(-30 * DAY - 1));
    expect(await stored({ writerId, email: OWN })).toMatchObject({ status: 'approved' });
  });

  it('waits if the comment itself scores too high', async () => {
    await set({ trustAfter: 1, holdScore: 10 });
    await decided(writerId, 1, 'approved');
    expect(
      await stored({ writerId, email: OWN, body: 'https://a.example و https://b.example' }),
    ).toMatchObject({ status: 'pending', score: 10 });
  });
});

describe('a writer whom the newsroom trusts, in another browser', () => {
  const email = 'layla@example.org';
  const [laptop, phone] = ['laptop', 'phone'];
  let asked = 0;
  async function askFrom(writerId: string) {
    const { id } = await stored({ writerId, email, notify: true }, after((asked += 1) * HOUR - 20 * DAY));
    return { confirm: () => confirmNotice(noticeToken(id), after(-DAY)) };
  }

  beforeEach(() => set({ trustAfter: 3 }));

  it('is trusted there once both browsers have confirmed the same address', async () => {
    await (await askFrom(laptop)).confirm();
    await decided(laptop, 3, 'approved', after(-DAY), email);
    const { confirm } = await askFrom(phone);
    expect(await stored({ writerId: phone, email })).toMatchObject({ status: 'pending' });
    await confirm();
    expect(await stored({ writerId: phone, email }, after(HOUR))).toMatchObject({ status: 'approved' });
    await decided(laptop, 1, 'rejected');
    expect(await stored({ writerId: phone, email }, after(2 * HOUR))).toMatchObject({ status: 'pending' });
  });

  it('is not recognised by an address that is only typed, even one that its owner confirmed', async () => {
    await (await askFrom(laptop)).confirm();
    await decided(laptop, 9, 'approved', after(-DAY), email);
    await askFrom('stranger');
    expect(await stored({ writerId: 'stranger', email })).toMatchObject({ status: 'pending' });
    expect(await stored({ writerId: '', email }, after(HOUR))).toMatchObject({ status: 'pending' });
  });

  it('is not trusted by an address that nobody confirmed, however many of its comments were approved', async () => {
    for (let n = 0; n < 5; n++) await askFrom(`browser ${n}`);
    await db()
      .update(comments)
      .set({ status: 'approved', reviewedAt: after(-DAY) });
    expect(await stored({ writerId: phone, email })).toMatchObject({ status: 'pending' });
  });

  it('is not trusted there any more after ending the mails', async () => {
    await (await askFrom(laptop)).confirm();
    await (await askFrom(phone)).confirm();
    await decided(laptop, 3, 'approved', after(-DAY), email);
    const [first] = await db().select().from(comments).where(eq(comments.writerId, phone));
    await endNotices(noticeToken(first!.id), NOON);
    expect(await stored({ writerId: phone, email })).toMatchObject({ status: 'pending' });
  });
});
